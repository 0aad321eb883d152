package org.usageflow.jdbc.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.usageflow.databases.TestDatabases;
import org.usageflow.error.StoreException;
import org.usageflow.jdbc.internal.dialect.Dialect;
import org.usageflow.jdbc.internal.dialect.H2Dialect;
import org.usageflow.jdbc.internal.sql.Names;
import org.usageflow.jdbc.internal.sql.Sql;

/** Steps of the future, which this version has not. */
final class SchemaRunnerTest {

    private static final Dialect DIALECT = new H2Dialect();
    private static final Names NAMES = new Names(null, "x_");
    private static final SchemaStep FIRST =
            SchemaSteps.step("V001__first", "create table if not exists ${table:one} (n integer);");
    private static final SchemaStep SECOND = SchemaSteps.step("V002__second", """
            alter table ${table:one} add column if not exists m integer;
            create index if not exists ${name:one_m} on ${table:one} (m);
            """);

    private Connection connection;
    private Sql sql;

    @BeforeEach
    void open() throws SQLException {
        connection = TestDatabases.h2().dataSource().getConnection();
        sql = new Sql(connection, NAMES);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static SchemaRunner runner(SchemaStep... steps) {
        return new SchemaRunner(DIALECT, NAMES, List.of(steps));
    }

    private List<String> migrate(SchemaRunner runner) {
        runner.begin(sql);
        return runner.migrate(sql);
    }

    @Test
    void older_schema_is_refused_with_the_steps_that_it_lacks_and_migrated_by_them_alone() {
        migrate(runner(FIRST));

        assertThatThrownBy(() -> runner(FIRST, SECOND).validate(sql))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("older than this version of the library and lacks V002__second.")
                .hasMessageContaining("DatabaseSchema.migrate");
        assertThat(migrate(runner(FIRST, SECOND))).containsExactly("V002__second");
        runner(FIRST, SECOND).validate(sql);
    }

    @Test
    void newer_schema_is_refused() {
        migrate(runner(FIRST, SECOND));

        assertThatThrownBy(() -> runner(FIRST).validate(sql))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("V002__second")
                .hasMessageContaining("newer");
    }

    @Test
    void step_that_fails_is_not_noted_and_those_before_it_are() {
        SchemaStep broken = SchemaSteps.step("V002__second", SECOND.text() + "create table ${table:broken} (no type);");

        assertThatThrownBy(() -> migrate(runner(FIRST, broken))).isInstanceOf(StoreException.class);

        assertThatThrownBy(() -> runner(FIRST, SECOND).validate(sql)).hasMessageContaining("lacks V002__second");
        assertThat(migrate(runner(FIRST, SECOND))).containsExactly("V002__second");
    }

    @Test
    void changed_step_is_refused_and_nothing_else_is_done() {
        migrate(runner(FIRST));
        SchemaStep changed = SchemaSteps.step("V001__first", FIRST.text() + " ");

        assertThatThrownBy(() -> migrate(runner(changed, SECOND)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(FIRST.checksum())
                .hasMessageContaining(changed.checksum());
        assertThatThrownBy(() -> runner(FIRST, SECOND).validate(sql)).hasMessageContaining("lacks V002__second");
    }

    @Test
    void checksum_is_the_same_whatever_ends_the_lines() {
        SchemaStep unix = SchemaSteps.step("V001__first", "a\nb\n");

        assertThat(SchemaSteps.step("V001__first", "a\r\nb\r\n")).isEqualTo(unix);
        assertThat(SchemaSteps.step("V001__first", "a\rb\r")).isEqualTo(unix);
    }

    @Test
    void unknown_placeholder_is_refused() {
        for (String text :
                List.of("select ${tables:one}", "select ${table}", "select ${name}", "select ${collation:x}")) {
            assertThatThrownBy(() -> migrate(runner(SchemaSteps.step("V001__first", text))))
                    .as(text)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("${");
        }
    }

    @Test
    void lock_keys_differ_by_schema_and_prefix_and_not_by_case() {
        String key = runner(FIRST).lockKey(sql);

        assertThat(key).matches("[0-9a-f]{64}");
        assertThat(new SchemaRunner(DIALECT, new Names("PUBLIC", "x_")).lockKey(sql))
                .isEqualTo(new SchemaRunner(DIALECT, new Names("public", "x_")).lockKey(sql))
                .isEqualTo(key);
        assertThat(new SchemaRunner(DIALECT, new Names("other", "x_")).lockKey(sql))
                .isNotEqualTo(key);
        assertThat(new SchemaRunner(DIALECT, new Names(null, "y_")).lockKey(sql))
                .isNotEqualTo(key);
    }
}
