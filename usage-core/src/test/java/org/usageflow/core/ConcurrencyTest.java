package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.csv.CsvFormat;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;

/** One library serves any number of threads. */
class ConcurrencyTest {

    private static final int THREADS = 8;
    private static final int ROWS = 3_000;
    private static final CatalogWorld WORLD = UsageFixtures.world(UsageFixtures.TR);

    @TempDir
    Path directory = Path.of("");

    private byte[] upload(Usageflow library, int seed) throws IOException {
        var target = new ByteArrayOutputStream();
        try (UploadWriter writer = library.uploads().open(UsageFixtures.PRODUCT, FormatId.CSV, List.of("n"), target)) {
            for (int i = 0; i < ROWS; i++) {
                // Some ids twice, some groups without their tier 0
                ReportedRecord.Builder row =
                        UsageFixtures.record(new RecordKey("R-" + (i % (ROWS - 10 * seed))).value());
                writer.write(row.amount(java.math.BigDecimal.valueOf(i + seed))
                        .tier(i % 7 == seed ? UsageFixtures.TIER_1 : UsageFixtures.TIER_0)
                        .parameter("n", Integer.toString(i))
                        .build());
            }
            writer.finish();
        }
        return target.toByteArray();
    }

    @Test
    void reports_of_eight_threads_equal_those_of_one() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("temporary"));
        Usageflow library = Usageflow.builder()
                .formats(new CsvFormat())
                .reference(WORLD.reference())
                .temporary(temporary)
                .problemLimit(50)
                .build();
        var files = new ArrayList<Path>();
        for (int seed = 0; seed < 2; seed++) {
            files.add(Files.write(directory.resolve("upload-" + seed), upload(library, seed)));
        }
        List<ValidationReport> alone = judge(library.validation(), files);
        assertThat(alone.get(0).problemCount())
                .isNotEqualTo(alone.get(1).problemCount())
                .isPositive();

        List<List<ValidationReport>> together =
                assertTimeoutPreemptively(Duration.ofSeconds(60), () -> inParallel(library.validation(), files));

        assertThat(together).hasSize(THREADS);
        assertThat(new HashSet<>(together)).containsExactly(alone);
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    private static List<List<ValidationReport>> inParallel(ValidationService service, List<Path> files)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            var ready = new CountDownLatch(THREADS);
            var futures = new ArrayList<Future<List<ValidationReport>>>();
            for (int i = 0; i < THREADS; i++) {
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return judge(service, files);
                }));
            }
            var reports = new ArrayList<List<ValidationReport>>();
            for (Future<List<ValidationReport>> each : futures) {
                reports.add(each.get());
            }
            return reports;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<ValidationReport> judge(ValidationService service, List<Path> files) throws IOException {
        var reports = new ArrayList<ValidationReport>();
        for (Path file : files) {
            try (UploadSource source = UploadSource.of(file)) {
                reports.add(service.validate(WORLD.command(), source));
            }
        }
        return reports;
    }
}
