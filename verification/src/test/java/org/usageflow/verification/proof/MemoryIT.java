package org.usageflow.verification.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.usageflow.verification.proof.Child.Outcome;

/** The memory of validation is that of a batch of rows: a million rows need no more than a hundred thousand, and every one of a thousand faults is found at its place. */
class MemoryIT {

    private static final boolean FULL = "full".equals(System.getProperty("proof"));
    private static final int STEP = 8;
    private static final int USUAL_HEAP = 128;
    private static final int PATIENCE = 180;
    private static final List<String> TABLE = new ArrayList<>();

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{1} of {0}: {2} and {3} rows")
    @CsvSource({"PR,XLSX,100000,1000000", "PR,CSV,100000,1000000", "PR,JSONL,100000,1000000", "TR,CSV,100000,300000"})
    void heap_that_is_needed_does_not_grow_with_the_rows(String schema, BigFile format, int few, int many)
            throws IOException, InterruptedException {
        var small = new BigRows(schema, few);
        var large = new BigRows(schema, many);
        Path smallFile = write(format, small);
        Path largeFile = write(format, large);

        Outcome usual = new Child(directory).validate(schema, largeFile, USUAL_HEAP, PATIENCE);
        assertComplete(usual, format, large);
        int least = least(schema, format, small, smallFile);
        int allowed = least * 12 / 10 / STEP * STEP;
        int leastOfMany = FULL ? least(schema, format, large, largeFile) : allowed;
        if (!FULL) {
            assertComplete(new Child(directory).validate(schema, largeFile, allowed, PATIENCE), format, large);
        }

        TABLE.add(String.format(
                Locale.ROOT,
                "| %s %s | %,d | %,d | %d MiB | %s%d MiB | %.1f s |",
                format,
                schema,
                few,
                many,
                least,
                FULL ? "" : "<= ",
                leastOfMany,
                usual.number("millis") / 1_000.0));
        assertThat(leastOfMany)
                .as("heap for %d rows, where %d rows need %d MiB", many, few, least)
                .isLessThanOrEqualTo(allowed);
    }

    @AfterAll
    static void printTable() {
        System.out.println("| file | rows | rows | least -Xmx | least -Xmx | time at -Xmx" + USUAL_HEAP + "m |");
        TABLE.forEach(System.out::println);
    }

    private Path write(BigFile format, BigRows rows) throws IOException {
        Path file = directory.resolve(rows.count() + "." + format);
        format.write(rows, file);
        System.out.printf("%s %s: %,d rows, %,d bytes%n", format, rows.schema(), rows.count(), Files.size(file));
        return file;
    }

    private static void assertComplete(Outcome outcome, BigFile format, BigRows rows) {
        assertThat(outcome.isDone()).as(outcome.output()).isTrue();
        assertThat(outcome.number("read")).isEqualTo(rows.count());
        assertThat(outcome.number("problems")).isEqualTo(BigRows.FAULTS);
        assertThat(outcome.number("invalid")).isEqualTo(BigRows.FAULTS);
        assertThat(outcome.word("valid")).isEqualTo("false");
        assertThat(outcome.word("digest")).isEqualTo(rows.digest(format));
    }

    /** The least heap in MiB, in steps, with which the file is judged; by bisection. */
    private int least(String schema, BigFile format, BigRows rows, Path file) throws IOException, InterruptedException {
        int fails = 0;
        int passes = USUAL_HEAP;
        while (passes - fails > STEP) {
            int middle = (fails + passes) / 2 / STEP * STEP;
            Outcome outcome = new Child(directory).validate(schema, file, middle, PATIENCE / 3);
            System.out.printf(
                    "%s %s %,d rows, -Xmx%dm: exit %d%n", format, schema, rows.count(), middle, outcome.exit());
            if (outcome.isDone()) {
                assertComplete(outcome, format, rows);
                passes = middle;
            } else {
                fails = middle;
            }
        }
        return passes;
    }
}
