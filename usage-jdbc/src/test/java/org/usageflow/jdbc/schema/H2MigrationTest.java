package org.usageflow.jdbc.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.Test;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;
import org.usageflow.jdbc.DatabaseKind;
import org.usageflow.jdbc.DatabaseSchema;

final class H2MigrationTest extends MigrationRules {

    @Override
    TestDatabase emptyDatabase() {
        return TestDatabases.h2();
    }

    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }

    @Override
    String otherTimeZone() {
        return "set time zone 'Asia/Tokyo'";
    }

    @Test
    void printed_text_is_executed_by_run_script_and_fits() throws SQLException {
        try (Connection connection = source.getConnection()) {
            RunScript.execute(connection, new StringReader(DatabaseSchema.printSql(kind(), PLAIN)));
        }

        DatabaseSchema.validate(source, PLAIN);
        assertThat(DatabaseSchema.migrate(source, PLAIN)).isEmpty();
    }
}
