package org.usageflow.verification.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.verification.proof.Child.Outcome;

/**
 * A million rows from upload to closed over the in-memory store, which holds them all: what a first run, in ample heap, finds it to hold is given to a second run as its heap, with a quarter of
 * it and 96 MiB for the copies that a change of status makes, for judging and for writing. Neither the pipeline nor the writer of the processed file could hold the rows a second time.
 */
class FlowMemoryIT {

    private static final int ROWS = 1_000_000;
    private static final int AMPLE = 4_096;
    private static final int BESIDE = 96;
    private static final int PATIENCE = 300;

    @TempDir
    private Path directory;

    @Test
    void a_million_rows_go_from_upload_to_closed_in_the_heap_that_the_store_needs()
            throws IOException, InterruptedException {
        var rows = new BigRows("PR", ROWS);
        Path file = directory.resolve("million.csv");
        BigFile.CSV.write(rows, file);

        Outcome first = flow(file, AMPLE);
        assertComplete(first);
        long held = first.number("upload.live");
        int heap = Math.toIntExact(held + held / 4 + BESIDE);
        Outcome second = flow(file, heap);

        assertComplete(second);
        System.out.printf(
                "%,d rows: the store holds %d MiB; -Xmx%dm was enough for the whole flow%n", ROWS, held, heap);
        for (String step : new String[] {"upload", "processed", "submit", "accept", "close"}) {
            System.out.printf(
                    "  %s: %.1f s, then %s MiB live%n",
                    step, second.number(step + ".millis") / 1_000.0, second.word(step + ".live"));
        }
    }

    private Outcome flow(Path file, int heap) throws IOException, InterruptedException {
        Path processed = directory.resolve("processed.csv");
        Outcome outcome = new Child(directory)
                .run(
                        FlowMain.class,
                        heap,
                        PATIENCE,
                        "PR",
                        file.toString(),
                        directory.resolve("content").toString(),
                        processed.toString());
        assertThat(outcome.isDone()).as("-Xmx%dm%n%s", heap, outcome.output()).isTrue();
        try (var lines = Files.lines(processed)) {
            assertThat(lines.count()).isGreaterThan(ROWS);
        }
        return outcome;
    }

    private static void assertComplete(Outcome outcome) {
        long suspended = BigRows.FAULTS;
        assertThat(outcome.number("read")).isEqualTo(ROWS);
        assertThat(outcome.word("upload.status")).isEqualTo("READY");
        assertThat(outcome.number("upload.suspended")).isEqualTo(suspended);
        assertThat(outcome.number("submit.pending")).isEqualTo(ROWS - suspended);
        assertThat(outcome.number("accept.accepted")).isEqualTo(ROWS - suspended);
        assertThat(outcome.word("close.status")).isEqualTo("CLOSED");
        assertThat(outcome.number("close.closed")).isEqualTo(ROWS - suspended);
        assertThat(outcome.number("listed")).isEqualTo(ROWS - suspended);
    }
}
