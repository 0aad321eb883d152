package org.usageflow.jdbc.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.jdbc.DatabaseKind;
import org.usageflow.jdbc.DatabaseSchema;
import org.usageflow.jdbc.JdbcSettings;
import org.usageflow.jdbc.SchemaMode;

final class SettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"1a", "A", "a-b", "a b", "a;drop", "a.b", "\u00e4", "abcdefghijklmnopqrstuvwxy"})
    void prefix_that_is_no_name_is_refused(String prefix) {
        assertThatThrownBy(() -> JdbcSettings.DEFAULT.withPrefix(prefix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("prefix");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a-b", "a b", "a;drop", "a.b", "\u00e4", "\"a\""})
    void schema_that_is_no_name_is_refused(String schema) {
        assertThatThrownBy(() -> JdbcSettings.DEFAULT.inSchema(schema))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("schema");
    }

    @Test
    void names_are_written_into_every_statement_of_the_printed_text() {
        JdbcSettings settings = JdbcSettings.DEFAULT.inSchema("billing").withPrefix("acme_");

        for (DatabaseKind kind : DatabaseKind.values()) {
            assertThat(DatabaseSchema.printSql(kind, settings))
                    .contains("create table if not exists billing.acme_usage_record")
                    .contains("insert into billing.acme_usage_schema")
                    .doesNotContain(" usage_");
        }
    }

    @Test
    void collation_is_that_of_the_database() {
        assertThat(DatabaseSchema.printSql(DatabaseKind.MARIADB, JdbcSettings.DEFAULT))
                .contains("utf8mb4_nopad_bin");
        assertThat(DatabaseSchema.printSql(DatabaseKind.MYSQL, JdbcSettings.DEFAULT))
                .contains("utf8mb4_0900_bin");
    }

    @Test
    void settings_change_one_at_a_time() {
        JdbcSettings settings =
                JdbcSettings.DEFAULT.inSchema("billing").withPrefix("acme_").with(SchemaMode.NONE);

        assertThat(settings).isEqualTo(new JdbcSettings("billing", "acme_", SchemaMode.NONE));
        assertThat(JdbcSettings.DEFAULT).isEqualTo(new JdbcSettings(null, "", SchemaMode.VALIDATE));
    }
}
