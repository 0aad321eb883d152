package org.usageflow.jdbc.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.usageflow.databases.TestDatabase;
import org.usageflow.jdbc.DatabaseKind;
import org.usageflow.jdbc.DatabaseSchema;
import org.usageflow.jdbc.JdbcSettings;

/** What the first version of the schema held is there after an upgrade to this one. Kept for ever. */
abstract class UpgradeRules {

    private static final Pattern CREATION = Pattern.compile("create table if not exists \\$\\{table:(\\w+)}");

    /** An empty database. */
    abstract TestDatabase emptyDatabase();

    abstract DatabaseKind kind();

    @Test
    void rows_of_the_first_version_are_read_after_the_upgrade_and_can_be_changed() throws IOException {
        DataSource source = emptyDatabase().dataSource();
        FrozenVersion.load(kind(), source);

        assertThat(DatabaseSchema.migrate(source, JdbcSettings.DEFAULT)).doesNotContain("V001__usage");

        DatabaseSchema.validate(source, JdbcSettings.DEFAULT);
        var sample = new SampleData();
        sample.assertKept(source);
        sample.assertChangeable(source);
    }

    @Test
    void dump_has_rows_of_every_table() {
        DataSource source = emptyDatabase().dataSource();
        FrozenVersion.load(kind(), source);

        Matcher creation = CREATION.matcher(FrozenVersion.frozen(kind(), "V001__usage.sql"));
        while (creation.find()) {
            String table = "usage_" + creation.group(1);
            assertThat(PlainSql.texts(source, "select 1 from " + table))
                    .as(table)
                    .isNotEmpty();
        }
        assertThat(creation.reset().results()).hasSizeGreaterThan(10);
    }
}
