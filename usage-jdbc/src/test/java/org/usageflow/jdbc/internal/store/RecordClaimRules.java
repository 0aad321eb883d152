package org.usageflow.jdbc.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.usageflow.databases.TestDatabase;
import org.usageflow.model.ProductId;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.testkit.store.StoreFixtures;

/** Vendors' ids as they are claimed: what the contract leaves open. Source: rules §6.3. */
abstract class RecordClaimRules extends RecordWorld {

    /** Longer than H2 waits for a lock. */
    private static final int HELD_SECONDS = 3;

    RecordClaimRules(TestDatabase.Kind kind) {
        super(kind);
    }

    @Test
    void claim_waits_however_long_another_one_takes_and_then_finds_the_ids_taken() throws Exception {
        var product = new ProductId("PRD-of-claims");
        List<UsageFile> files = List.of(
                RecordDatabase.file().product(product).build(),
                RecordDatabase.file().product(product).build());
        files.forEach(each -> given(each, StoreFixtures.records(each.id(), 1, 100)));
        var claimed = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        ExecutorService others = Executors.newFixedThreadPool(2);

        Future<?> first = others.submit(() -> change(session -> {
            session.records().claimKeys(files.get(0), taken -> {});
            claimed.countDown();
            await(release);
        }));
        await(claimed);
        Future<List<UsageRecord>> second =
                others.submit(() -> database().store().inTransaction(session -> {
                    var taken = new ArrayList<UsageRecord>();
                    session.records().claimKeys(files.get(1), taken::add);
                    return taken;
                }));

        assertThatThrownBy(() -> second.get(HELD_SECONDS, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        release.countDown();
        assertThat(second.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isEqualTo(StoreFixtures.records(files.get(1).id(), 1, 100));
        first.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        others.shutdown();
    }

    @Test
    void more_ids_that_are_taken_than_fit_a_batch_are_told_in_order() {
        var product = new ProductId("PRD-of-many-claims");
        UsageFile first = RecordDatabase.file().product(product).build();
        UsageFile second = RecordDatabase.file().product(product).build();
        given(first, StoreFixtures.records(first.id(), 1, 2_500));
        given(second, StoreFixtures.records(second.id(), 2, 2_600));
        change(session -> session.records().claimKeys(first, taken -> {}));

        var taken = new ArrayList<UsageRecord>();
        change(session -> session.records().claimKeys(second, taken::add));

        assertThat(taken).isEqualTo(StoreFixtures.records(second.id(), 2, 2_500));
    }

    @Test
    void records_of_one_id_claim_it_once() {
        var product = new ProductId("PRD-of-doubles");
        UsageFile file = RecordDatabase.file().product(product).build();
        given(
                file,
                List.of(
                        StoreFixtures.record(file.id(), 1).key("K").build(),
                        StoreFixtures.record(file.id(), 2).key("K").build()));
        var taken = new ArrayList<UsageRecord>();

        change(session -> session.records().claimKeys(file, taken::add));

        assertThat(taken).isEmpty();
    }
}
