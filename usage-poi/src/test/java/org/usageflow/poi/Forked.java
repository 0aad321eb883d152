package org.usageflow.poi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadSource;

/** Reads a workbook in a JVM of its own with a small heap, and says what came of it. */
final class Forked {

    private Forked() {}

    /**
     * What came of it.
     *
     * @param text rows and characters, or the fault's code
     * @param millis what the reading took, without the start of the JVM
     */
    record Outcome(String text, long millis) {}

    static Outcome read(Path file, String heap) throws IOException, InterruptedException {
        Path output = Files.createTempFile("usageflow-forked-", ".txt");
        try {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Process process = new ProcessBuilder(List.of(
                            java,
                            "-Xmx" + heap,
                            "-cp",
                            System.getProperty("java.class.path"),
                            Forked.class.getName(),
                            file.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("no end in sight");
            }
            String[] lines = Files.readString(output).strip().split("\n", -1);
            if (process.exitValue() != 0) {
                throw new AssertionError(String.join("\n", lines));
            }
            return new Outcome(lines[lines.length - 2], Long.parseLong(lines[lines.length - 1]));
        } finally {
            Files.delete(output);
        }
    }

    /** Reads the records of the file named. */
    public static void main(String[] arguments) throws IOException {
        var sink = new CountingSink();
        long start = System.nanoTime();
        try (UploadSource source = UploadSource.of(Path.of(arguments[0]))) {
            new XlsxFormat().read(source, ReadOptions.DEFAULTS.withTables(TableName.RECORDS), sink);
        }
        System.out.println(sink.fault.isEmpty() ? sink.rows + " rows, " + sink.characters + " characters" : sink.fault);
        System.out.println((System.nanoTime() - start) / 1_000_000);
    }

    private static final class CountingSink implements RowSink {

        private long rows;
        private long characters;
        private String fault = "";

        @Override
        public boolean table(SourceTable table) {
            return true;
        }

        @Override
        public boolean row(SourceRow row) {
            rows++;
            characters += row.size();
            return true;
        }

        @Override
        public void fault(ProblemCode code, Place place, String value, Map<String, String> arguments) {
            fault = code.name();
        }
    }
}
