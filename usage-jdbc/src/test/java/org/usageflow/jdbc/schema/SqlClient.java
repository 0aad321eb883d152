package org.usageflow.jdbc.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.usageflow.databases.TestDatabase;
import org.usageflow.jdbc.DatabaseKind;
import org.usageflow.jdbc.DatabaseSchema;
import org.usageflow.jdbc.JdbcSettings;

/** The program by which an administrator executes what he is given. */
final class SqlClient {

    private SqlClient() {}

    static boolean isInstalled(String program) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    /** Has the printed schema executed twice, and looks at what came of it. */
    static void assertExecutes(Path directory, DatabaseKind kind, TestDatabase database, List<String> command)
            throws IOException, InterruptedException {
        Path text =
                Files.writeString(directory.resolve("schema.sql"), DatabaseSchema.printSql(kind, JdbcSettings.DEFAULT));
        for (int time = 1; time <= 2; time++) {
            run(text, directory.resolve("output"), command);
        }

        DatabaseSchema.validate(database.dataSource(), JdbcSettings.DEFAULT);
        assertThat(DatabaseSchema.migrate(database.dataSource(), JdbcSettings.DEFAULT))
                .isEmpty();
    }

    private static void run(Path input, Path output, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }
}
