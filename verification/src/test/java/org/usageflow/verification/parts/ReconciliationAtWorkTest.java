package org.usageflow.verification.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.usageflow.verification.parts.Shop.BUYER;
import static org.usageflow.verification.parts.Shop.row;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.command.CloseRecord;
import org.usageflow.core.CloseResult;
import org.usageflow.core.ReconciliationResult;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.EventAction;
import org.usageflow.model.ReconciliationCounts;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;

/** Reconciliation over many rows, and at the same time as others close records. Source: rules §3.7, §10. */
class ReconciliationAtWorkTest {

    @TempDir
    private Path directory;

    private Shop shop;

    @BeforeEach
    void openShop() {
        shop = new Shop(directory);
    }

    private static List<List<String>> rows(List<UsageRecord> records) {
        var rows = new ArrayList<List<String>>(records.size());
        for (UsageRecord each : records) {
            rows.add(row(each.id().value(), "INV-1", ""));
        }
        return rows;
    }

    private static byte[] csv(List<List<String>> rows) {
        return Shop.table(Shop.CSV, Shop.PLAIN, rows);
    }

    @Test
    void rows_of_several_batches_are_told_in_order_and_the_file_closes_with_its_last() {
        UsageFile file = shop.accepted(Shop.many(2_500));
        List<List<String>> rows = rows(shop.records(file));
        Collections.reverse(rows);
        rows.add(1_700, row("N-2500", "INV-1", ""));
        rows.add(2_200, row("nothing", "INV-1", ""));
        rows.add(row("N-2500", "INV-2", ""));

        ReconciliationResult result = shop.reconcile(file, csv(rows));

        assertThat(result.problems())
                .extracting(
                        Problem::code,
                        each -> each.place().row(),
                        each -> each.arguments().get("first"))
                .containsExactly(
                        tuple(ProblemCode.RECONCILIATION_ROW_DUPLICATE, 1_702L, "2"),
                        tuple(ProblemCode.RECONCILIATION_UNKNOWN_RECORD, 2_202L, null),
                        tuple(ProblemCode.RECONCILIATION_ROW_DUPLICATE, 2_504L, "2"));
        assertThat(result.file().counts()).isEqualTo(new ReconciliationCounts(2_500, 0, 3));
        assertThat(shop.file(file.id()).status()).isEqualTo(UsageFileStatus.CLOSED);
        assertThat(shop.library.files().history(file.id(), BUYER))
                .filteredOn(each -> each.action() == EventAction.CLOSE_RECORDS)
                .extracting(UsageEvent::note)
                .containsExactly("1000 records", "999 records", "501 records");
    }

    @Test
    void no_temporary_file_is_left_behind() throws Exception {
        UsageFile file = shop.accepted(Shop.many(10));
        List<List<String>> rows = rows(shop.records(file));
        rows.addAll(List.copyOf(rows));

        shop.reconcile(file, csv(rows));

        try (Stream<Path> left = Files.list(directory.resolve("temporary"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void hundred_thousand_rows_are_gone_through() {
        int many = 100_000;
        UsageFile file = shop.accepted(Shop.many(many));

        ReconciliationResult result = shop.reconcile(file, csv(rows(shop.records(file))));

        assertThat(result.file().counts()).isEqualTo(new ReconciliationCounts(many, 0, 0));
        assertThat(shop.file(file.id()).status()).isEqualTo(UsageFileStatus.CLOSED);
        assertThat(shop.parts(file).get(0).outdated()).isTrue();
    }

    @Test
    void records_that_several_close_at_a_time_are_closed_once() throws Exception {
        int many = 2_000;
        UsageFile file = shop.accepted(Shop.many(many));
        List<UsageRecord> records = shop.records(file);
        byte[] content = csv(rows(records));
        var start = new CyclicBarrier(3);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Future<Long> one = threads.submit(() -> closedByFile(file, content, start));
            Future<Long> other = threads.submit(() -> closedByFile(file, content, start));
            Future<Long> hand = threads.submit(() -> closedByHand(records, start));

            long closed =
                    one.get(60, TimeUnit.SECONDS) + other.get(60, TimeUnit.SECONDS) + hand.get(60, TimeUnit.SECONDS);

            assertThat(closed).isEqualTo(many);
        } finally {
            threads.shutdownNow();
        }
        assertThat(shop.file(file.id()).status()).isEqualTo(UsageFileStatus.CLOSED);
        assertThat(shop.file(file.id()).counts().of(RecordStatus.CLOSED)).isEqualTo(many);
        assertThat(shop.records(file))
                .allSatisfy(each -> assertThat(each.version())
                        .isEqualTo(records.get((int) each.position()).version().next()));
    }

    private long closedByFile(UsageFile file, byte[] content, CyclicBarrier start) throws Exception {
        start.await(60, TimeUnit.SECONDS);
        ReconciliationCounts counts = shop.reconcile(file, content).file().counts();
        assertThat(counts.refused()).isZero();
        return counts.closed();
    }

    private long closedByHand(List<UsageRecord> records, CyclicBarrier start) throws Exception {
        start.await(60, TimeUnit.SECONDS);
        long closed = 0;
        for (int from = 0; from < records.size(); from += 50) {
            List<CloseRecord> commands = records.subList(from, from + 50).stream()
                    .map(each -> CloseRecord.of(each.id(), "INV-1"))
                    .toList();
            for (CloseResult each : shop.library.records().closeAll(commands, BUYER)) {
                assertThat(each.outcome()).isIn(CloseResult.Outcome.CLOSED, CloseResult.Outcome.UNCHANGED);
                closed += each.outcome() == CloseResult.Outcome.CLOSED ? 1 : 0;
            }
        }
        return closed;
    }
}
