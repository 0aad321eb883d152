package org.usageflow.jdbc.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.usageflow.jdbc.DatabaseSchema;
import org.usageflow.jdbc.JdbcSettings;

/** Processes that migrate at once: one does, the others wait and find it done. */
final class ManyProcesses {

    private static final int PROCESSES = 3;

    private ManyProcesses() {}

    static void assertDoneOnce(String url, DataSource source) throws IOException {
        var processes = new ArrayList<Process>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                processes.add(begin(url));
            }
            assertThat(answers(processes)).containsOnly("ready");

            for (Process each : processes) {
                try (OutputStream go = each.getOutputStream()) {
                    go.write('\n');
                }
            }

            assertThat(answers(processes)).containsExactlyInAnyOrder("did 1", "did 0", "did 0");
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
        DatabaseSchema.validate(source, JdbcSettings.DEFAULT);
    }

    private static Process begin(String url) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MigratingProcess.class.getName(),
                        url)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> answers(List<Process> processes) throws IOException {
        var lines = new ArrayList<String>();
        for (Process each : processes) {
            // The same reader each time
            lines.add(each.inputReader().readLine());
        }
        return lines;
    }
}
