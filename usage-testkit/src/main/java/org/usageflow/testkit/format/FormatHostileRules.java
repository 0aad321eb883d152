package org.usageflow.testkit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.ProblemGroup;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.testkit.format.RecordingSink.RecordedFault;

/** Rules on content that is broken, hostile or too large: a fault and nothing else, within bounded time. */
abstract class FormatHostileRules extends FormatReadingRules {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TRIES = 200;
    private static final int MAX_RANDOM_BYTES = 4_096;

    // The same files in every run; another seed by -Dusageflow.seed=n
    private final long seed = Long.getLong("usageflow.seed", 20_260_101L);

    @Test
    @DisplayName("FORMAT-30 MUST: content that is cut off is read without an exception, up to one fault of the file")
    void content_that_is_cut_off_gives_at_most_one_fault() throws IOException {
        try (FormatBench bench = bench()) {
            byte[] whole = Files.readAllBytes(bench.write(TestTable.ordinary(40)));
            int step = Math.max(1, whole.length / 60);
            assertTimeoutPreemptively(PATIENCE, () -> {
                for (int length = 0; length < whole.length; length += step) {
                    readHostile(bench, Arrays.copyOf(whole, length), "cut off at " + length + " of " + whole.length);
                }
                readHostile(bench, Arrays.copyOf(whole, whole.length - 1), "cut off at the last byte");
            });
        }
    }

    @Test
    @DisplayName("FORMAT-31 MUST: random bytes are read without an exception, up to one fault of the file")
    void content_of_random_bytes_gives_at_most_one_fault() throws IOException {
        var random = new Random(seed);
        try (FormatBench bench = bench()) {
            assertTimeoutPreemptively(PATIENCE, () -> {
                for (int i = 0; i < TRIES; i++) {
                    byte[] content = new byte[random.nextInt(MAX_RANDOM_BYTES)];
                    random.nextBytes(content);
                    readHostile(bench, content, "random bytes, try " + i + ", seed " + seed);
                }
            });
        }
    }

    @Test
    @DisplayName("FORMAT-32 MUST: damaged files are read without an exception, up to one fault of the file")
    void content_that_is_damaged_gives_at_most_one_fault() throws IOException {
        var random = new Random(seed);
        try (FormatBench bench = bench()) {
            byte[] whole = Files.readAllBytes(bench.write(TestTable.withIds("v.text", NastyTexts.all())));
            assertTimeoutPreemptively(PATIENCE, () -> {
                for (int i = 0; i < TRIES; i++) {
                    byte[] damaged = Damage.of(whole, random);
                    readHostile(bench, damaged, "damaged file, try " + i + ", seed " + seed);
                }
            });
        }
    }

    private static void readHostile(FormatBench bench, byte[] content, String what) throws IOException {
        Path file = bench.store(content);
        RecordingSink sink = RecordingSink.all();
        try {
            bench.read(file, bench.options(), sink);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            fail(what + ": content gives faults, never exceptions", e);
        }
        assertThat(sink.violations()).as("%s: violations", what).isEmpty();
        assertThat(sink.faults())
                .as("%s: faults", what)
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(fault -> assertThat(fault.code().group()).isEqualTo(ProblemGroup.FILE));
        assertThat(bench.leftovers()).as("%s: temporary files", what).isEmpty();
        Files.delete(file);
    }

    @Test
    @DisplayName("FORMAT-33 MUST: an empty file has no rows, and at most the fault FILE_UNREADABLE")
    void file_that_is_empty_has_no_rows() throws IOException {
        try (FormatBench bench = bench()) {
            RecordingSink sink = bench.read(bench.store(new byte[0]));

            assertThat(sink.rows()).isZero();
            assertThat(sink.violations()).isEmpty();
            assertThat(sink.faults())
                    .hasSizeLessThanOrEqualTo(1)
                    .extracting(RecordedFault::code)
                    .containsOnly(ProblemCode.FILE_UNREADABLE);
        }
    }

    @Test
    @DisplayName("FORMAT-34 MUST: the temporary directory is empty after every outcome")
    void temporary_directory_after_any_outcome_is_empty() throws IOException {
        try (FormatBench bench = bench()) {
            Path file = bench.write(TestTable.ordinary(50));

            bench.read(file);
            assertThat(bench.leftovers()).as("after a whole file").isEmpty();
            bench.read(file, bench.options(), RecordingSink.stoppingAfter(1));
            assertThat(bench.leftovers()).as("after a stop").isEmpty();
            bench.read(file, limited(bench, UploadLimits.DEFAULTS.withBytes(1)));
            assertThat(bench.leftovers()).as("after a fault").isEmpty();
            assertThat(catchFailure(bench, file)).isNotNull();
            assertThat(bench.leftovers()).as("after an exception of the sink").isEmpty();
        }
    }

    private static Throwable catchFailure(FormatBench bench, Path file) {
        return org.assertj.core.api.Assertions.catchThrowable(
                () -> bench.read(file, bench.options(), new FailingSink(1)));
    }

    private static ReadOptions limited(FormatBench bench, UploadLimits limits) {
        return bench.options().withLimits(limits);
    }

    @Test
    @DisplayName("FORMAT-35 MUST: an upload above the limit of bytes is FILE_TOO_LARGE before anything is pushed")
    void upload_of_too_many_bytes_is_refused() throws IOException {
        try (FormatBench bench = bench()) {
            Path file = bench.write(TestTable.ordinary(5));
            long size = Files.size(file);

            RecordingSink atLimit = bench.read(file, limited(bench, UploadLimits.DEFAULTS.withBytes(size)));
            RecordingSink above = bench.read(file, limited(bench, UploadLimits.DEFAULTS.withBytes(size - 1)));

            assertThat(atLimit.faults()).isEmpty();
            assertTooLarge(above);
            assertThat(above.tables()).isEmpty();
        }
    }

    @Test
    @DisplayName(
            "FORMAT-36 MUST: of columns above their limit one more than allowed is given, so that there being too many is seen; it is no fault")
    void table_of_too_many_columns_shows_one_more_than_allowed() throws IOException {
        List<String> headers =
                IntStream.rangeClosed(1, 25).mapToObj(i -> "v.c" + i).toList();
        try (FormatBench bench = bench()) {
            Path file = bench.write(TestTable.ofTexts(headers, List.of(headers)));

            RecordingSink atLimit = bench.read(file, limited(bench, UploadLimits.DEFAULTS.withTable(25, 5_000, 9_000)));
            RecordingSink above = bench.read(file, limited(bench, UploadLimits.DEFAULTS.withTable(20, 5_000, 9_000)));

            assertThat(headers(atLimit)).isEqualTo(headers);
            assertThat(headers(above)).isEqualTo(headers.subList(0, 21));
            assertThat(above.faults()).isEmpty();
            assertThat(above.violations()).isEmpty();
        }
    }

    private static List<String> headers(RecordingSink sink) {
        return sink.table(TableName.RECORDS).source().headers();
    }

    @Test
    @DisplayName("FORMAT-37 MUST: of a cell above the limit of characters that many are kept, and reading goes on")
    void cell_of_too_many_characters_is_cut() throws IOException {
        String tooLong = "abcdefghij".repeat(60);
        try (FormatBench bench = bench()) {
            Path file = bench.write(TestTable.withIds("v.text", List.of(tooLong, "next")));

            RecordingSink sink = bench.read(file, limited(bench, UploadLimits.DEFAULTS.withTable(10, 500, 100_000)));

            assertThat(sink.faults()).isEmpty();
            var records = sink.table(TableName.RECORDS);
            assertThat(records.meaning(0, "v.text")).isEqualTo(tooLong.substring(0, 500));
            assertThat(records.meaning(1, "v.text")).isEqualTo("next");
        }
    }

    @Test
    @DisplayName("FORMAT-38 MUST: a row above the limit of characters is FILE_TOO_LARGE, and is not pushed")
    void row_of_too_many_characters_is_refused() throws IOException {
        String text = "abcdefghij".repeat(40);
        var headers = List.of("v.a", "v.b", "v.c", "v.d", "v.e");
        var rows = List.of(List.of("1", "2", "3", "4", "5"), List.of(text, text, text, text, text));
        try (FormatBench bench = bench()) {
            Path file = bench.write(TestTable.ofTexts(headers, rows));

            RecordingSink below = bench.read(file, limited(bench, UploadLimits.DEFAULTS.withTable(10, 500, 3_000)));
            RecordingSink above = bench.read(file, limited(bench, UploadLimits.DEFAULTS.withTable(10, 500, 1_000)));

            assertThat(below.faults()).isEmpty();
            assertTooLarge(above);
            assertThat(above.rows()).isLessThanOrEqualTo(1);
        }
    }

    private static void assertTooLarge(RecordingSink sink) {
        assertThat(sink.faults()).extracting(RecordedFault::code).containsExactly(ProblemCode.FILE_TOO_LARGE);
        assertThat(sink.faults().get(0).arguments()).containsKeys("what", "limit");
        assertThat(sink.violations()).isEmpty();
    }
}
