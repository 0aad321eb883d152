package org.usageflow.testkit.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.format.WriteOptions;
import org.usageflow.testkit.format.RecordingSink.RecordedTable;

/** Writes and reads files in several threads with one format; writers meet after their headers, so that all are open at once. */
final class ParallelFiles {

    private static final int FILES_EACH = 5;
    private static final int PATIENCE_SECONDS = 60;

    private final UsageFormat format;
    private final int threads;
    private final CyclicBarrier meeting;

    ParallelFiles(UsageFormat format, int threads) {
        this.format = format;
        this.threads = threads;
        this.meeting = new CyclicBarrier(threads);
    }

    /** Whether every file came back with its own rows. */
    boolean comeBack() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int thread = 1; thread <= threads; thread++) {
                results.add(executor.submit(filesOfOneThread(thread * 100)));
            }
            boolean whole = true;
            for (Future<Boolean> result : results) {
                whole &= result.get(2L * PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            return whole;
        } finally {
            executor.shutdownNow();
        }
    }

    private Callable<Boolean> filesOfOneThread(int rows) {
        return () -> {
            boolean whole = true;
            try (FormatBench bench = new FormatBench(format)) {
                for (int i = 0; i < FILES_EACH; i++) {
                    Path file = bench.store(new byte[0]);
                    write(file, TestTable.ordinary(rows + i));
                    RecordedTable read = FormatRules.recordsOf(bench, file);
                    whole &= read.rows().size() == rows + i && isInOrder(read);
                }
            }
            return whole;
        };
    }

    private void write(Path file, TestTable table) throws IOException, InterruptedException {
        var buffer = new SourceRow();
        try (OutputStream out = Files.newOutputStream(file);
                RowWriter writer = format.write(out, WriteOptions.DEFAULTS)) {
            writer.table(table.output());
            meet();
            for (int i = 0; i < table.rows().size(); i++) {
                writer.row(table.fill(buffer, i));
            }
            writer.finish();
        }
    }

    private void meet() throws InterruptedException {
        try {
            meeting.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("another thread failed", e);
        }
    }

    private static boolean isInOrder(RecordedTable read) {
        for (int i = 0; i < read.rows().size(); i++) {
            if (!read.meaning(i, "record_id").equals("R-" + (i + 1))) {
                return false;
            }
        }
        return true;
    }
}
