package org.usageflow.jdbc.schema;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;
import org.usageflow.jdbc.DatabaseKind;

final class PrintedTextTest {

    @TempDir
    private Path directory;

    @Test
    void psql_executes_the_printed_text_twice() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                SqlClient.isInstalled("psql"), "psql is not installed: its way of reading is not proved here");
        TestDatabase database = TestDatabases.postgresql();

        SqlClient.assertExecutes(
                directory,
                DatabaseKind.POSTGRESQL,
                database,
                List.of(
                        "psql",
                        "-1",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-X",
                        "-q",
                        "-d",
                        database.url().substring("jdbc:".length())));
    }
}
