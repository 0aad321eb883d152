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

/** The processed file of a million rows is written in the memory of a batch, and is judged as the upload was. */
class ProcessedMemoryIT {

    private static final int HEAP = 128;
    private static final int PATIENCE = 400;
    private static final List<String> TABLE = new ArrayList<>();

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{1} of {0}: {2} rows")
    @CsvSource({"PR,XLSX,1000000", "PR,CSV,1000000", "PR,JSONL,300000", "TR,CSV,300000"})
    void processed_file_needs_the_memory_of_a_batch(String schema, BigFile format, int count)
            throws IOException, InterruptedException {
        var rows = new BigRows(schema, count);
        Path upload = directory.resolve("upload." + format);
        Path processed = directory.resolve("processed." + format);
        format.write(rows, upload);

        Outcome written = new Child(directory)
                .run(ProcessMain.class, HEAP, PATIENCE, schema, upload.toString(), processed.toString());

        check(written, format, rows);
        Outcome again = new Child(directory).validate(schema, processed, HEAP, PATIENCE);
        check(again, format, rows);
        TABLE.add(String.format(
                Locale.ROOT,
                "| %s %s | %,d | %,d KiB | %,d KiB | %.1f s | %.1f s |",
                format,
                schema,
                count,
                Files.size(upload) / 1024,
                Files.size(processed) / 1024,
                written.number("judging") / 1_000.0,
                written.number("millis") / 1_000.0));
    }

    private static void check(Outcome outcome, BigFile format, BigRows rows) {
        assertThat(outcome.isDone()).as(outcome.output()).isTrue();
        assertThat(outcome.number("read")).isEqualTo(rows.count());
        assertThat(outcome.number("problems")).isEqualTo(BigRows.FAULTS);
        assertThat(outcome.number("invalid")).isEqualTo(BigRows.FAULTS);
        assertThat(outcome.word("digest")).isEqualTo(rows.digest(format));
    }

    @AfterAll
    static void printTable() {
        System.out.println("| file | rows | upload | processed | judged after | written after, at -Xmx" + HEAP + "m |");
        TABLE.forEach(System.out::println);
    }
}
