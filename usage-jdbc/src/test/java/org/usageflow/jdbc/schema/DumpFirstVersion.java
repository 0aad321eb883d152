package org.usageflow.jdbc.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;
import org.usageflow.jdbc.DatabaseKind;
import org.usageflow.jdbc.DatabaseSchema;
import org.usageflow.jdbc.JdbcSettings;

/**
 * Writes the dump of the first version of the schema: for each dialect a copy of its step, of the table of steps, and rows of every table. Run as a program with the directory {@code usage-jdbc} as its argument, and never again once the
 * first version was released.
 */
final class DumpFirstVersion {

    private DumpFirstVersion() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Path module = Path.of(arguments[0]);
        Map<DatabaseKind, TestDatabase> databases = Map.of(
                DatabaseKind.H2, TestDatabases.h2(),
                DatabaseKind.POSTGRESQL, TestDatabases.postgresql(),
                DatabaseKind.MARIADB, TestDatabases.mariaDb().orElseThrow());
        for (Map.Entry<DatabaseKind, TestDatabase> each : databases.entrySet()) {
            dump(module, each.getKey(), each.getValue());
        }
    }

    private static void dump(Path module, DatabaseKind kind, TestDatabase database) throws IOException, SQLException {
        DatabaseSchema.migrate(database.dataSource(), JdbcSettings.DEFAULT);
        new SampleData().write(database.dataSource(), Files.createTempDirectory("usageflow-dump-"));
        Path from = module.resolve("src/main/resources/org/usageflow/jdbc/" + FrozenVersion.folder(kind));
        Path to = Files.createDirectories(
                module.resolve("src/test/resources/org/usageflow/jdbc/upgrade/v001/" + FrozenVersion.folder(kind)));
        for (String name : FrozenVersion.COPIES) {
            Files.writeString(to.resolve(name), Files.readString(from.resolve(name)));
        }
        PlainSql.execute(
                database.dataSource(),
                "update usage_schema set done_at = timestamp '2026-01-01 00:00:00', library = '0.1.0'");
        try (Connection connection = database.dataSource().getConnection()) {
            Files.writeString(to.resolve("rows.sql"), new TableDump(connection, kind).text());
        }
    }
}
