package org.usageflow.verification.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.databases.TestDatabases;
import org.usageflow.schema.Columns;
import org.usageflow.verification.proof.Child.Outcome;

/** A million rows from a CSV file into PostgreSQL, through their whole life, and out again as CSV, in a heap that could not hold them; 300,000 where numbers are small. */
class JdbcFlowIT {

    private static final boolean FULL = "full".equals(System.getProperty("proof"));
    private static final int ROWS = Integer.getInteger("jdbc.flow.rows", FULL ? 1_000_000 : 300_000);
    private static final int FAULT_EVERY = ROWS / BigRows.FAULTS;
    private static final int HEAP = Integer.getInteger("jdbc.flow.heap", 256);
    private static final int PATIENCE = 900;
    private static final List<String> STEPS =
            List.of("upload", "processed", "submit", "accept", "part", "close", "list");

    @TempDir
    private Path directory;

    @Test
    void rows_go_through_postgresql_and_out_as_csv_in_256_mebibytes() throws IOException, InterruptedException {
        var rows = new BigRows("PR", ROWS);
        Path file = directory.resolve("million.csv");
        BigFile.CSV.write(rows, file);
        Path processed = directory.resolve("processed.csv");
        Path part = directory.resolve("part.csv");

        Outcome outcome = new Child(directory)
                .run(
                        JdbcFlowMain.class,
                        HEAP,
                        PATIENCE,
                        TestDatabases.postgresql().url(),
                        file.toString(),
                        processed.toString(),
                        part.toString());

        assertThat(outcome.isDone()).as("-Xmx%dm%n%s", HEAP, outcome.output()).isTrue();
        print(outcome);
        assertComplete(outcome);
        try (var lines = Files.lines(processed)) {
            assertThat(lines.count()).isGreaterThan(ROWS);
        }
        assertThat(Totals.of(part)).isEqualTo(Totals.accepted(rows));
    }

    private static void assertComplete(Outcome outcome) {
        long good = ROWS - BigRows.FAULTS;
        assertThat(outcome.number("read")).isEqualTo(ROWS);
        assertThat(outcome.word("upload.status")).isEqualTo("READY");
        assertThat(outcome.number("upload.suspended")).isEqualTo(BigRows.FAULTS);
        assertThat(outcome.number("submit.pending")).isEqualTo(good);
        assertThat(outcome.number("accept.accepted")).isEqualTo(good);
        assertThat(outcome.number("parts")).isEqualTo(1);
        assertThat(outcome.number("part.records")).isEqualTo(good);
        assertThat(outcome.word("close.status")).isEqualTo("CLOSED");
        assertThat(outcome.number("close.closed")).isEqualTo(good);
        assertThat(outcome.number("listed")).isEqualTo(good);
    }

    private static void print(Outcome outcome) {
        System.out.printf("%,d rows over PostgreSQL at -Xmx%dm%n", ROWS, HEAP);
        for (String step : STEPS) {
            long millis = outcome.number(step + ".millis");
            System.out.printf("  %s: %d.%d s%n", step, millis / 1_000, millis % 1_000 / 100);
        }
    }

    /**
     * What a CSV file adds up to.
     *
     * @param rows below the header
     * @param quantity the sum
     * @param amount the sum
     */
    private record Totals(long rows, BigDecimal quantity, BigDecimal amount) {

        private static final Totals NONE = new Totals(0, BigDecimal.ZERO, BigDecimal.ZERO);

        Totals plus(String quantityText, String amountText) {
            return new Totals(rows + 1, quantity.add(number(quantityText)), amount.add(number(amountText)));
        }

        /** Canonical, since one side's texts may have zeros at their ends. */
        private static BigDecimal number(String text) {
            return new BigDecimal(text).setScale(8);
        }

        /** Of a file whose cells need no quotes. */
        static Totals of(Path csv) throws IOException {
            try (BufferedReader in = Files.newBufferedReader(csv)) {
                List<String> header = List.of(in.readLine().split(",", -1));
                int quantity = header.indexOf(Columns.QUANTITY);
                int amount = header.indexOf(Columns.AMOUNT);
                Totals totals = NONE;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String[] cells = line.split(",", -1);
                    totals = totals.plus(cells[quantity], cells[amount]);
                }
                return totals;
            }
        }

        /** Of the rows without the fault that stands in the middle of each thousand. */
        static Totals accepted(BigRows rows) {
            List<String> columns = rows.columns();
            int quantity = columns.indexOf(Columns.QUANTITY);
            int amount = columns.indexOf(Columns.AMOUNT);
            Totals totals = NONE;
            for (int row = 0; row < rows.count(); row++) {
                if (row % FAULT_EVERY != FAULT_EVERY / 2) {
                    List<String> cells = rows.row(row);
                    totals = totals.plus(cells.get(quantity), cells.get(amount));
                }
            }
            return totals;
        }
    }
}
