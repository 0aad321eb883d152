package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.EventAction;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.Version;
import org.usageflow.problem.ProblemCode;
import org.usageflow.query.FileQuery;
import org.usageflow.spi.store.StoreSession;
import org.usageflow.testkit.UsageFixtures;

/** Transactions and versions. Source: rules §10. */
abstract class StoreTransactionRules extends StoreRules {

    private static final UsageRecordId R1 = UsageRecordId.of(F1, 1);

    /** What can be seen of the file F1. */
    private record Sight(
            boolean file,
            long files,
            boolean byExternalId,
            int records,
            Set<RecordKey> live,
            int problems,
            Map<ProblemCode, Long> problemCounts,
            long events,
            int undelivered) {

        static final Sight NOTHING = new Sight(false, 0, false, 0, Set.of(), 0, Map.of(), 0, 0);

        static final Sight ALL = new Sight(
                true, 1, true, 1, Set.of(new RecordKey("R-1")), 1, Map.of(ProblemCode.VALUE_REQUIRED, 1L), 1, 1);

        static Sight of(StoreSession session) {
            return new Sight(
                    session.files().find(F1, StoreFixtures.SYSTEM).isPresent(),
                    session.files().count(FileQuery.ALL, StoreFixtures.SYSTEM),
                    session.files()
                            .findByExternalId(UsageFixtures.VENDOR, UsageFixtures.PRODUCT, "EXT-1")
                            .isPresent(),
                    session.records().slice(F1, -1, 10).size(),
                    session.records()
                            .findLive(UsageFixtures.PRODUCT, UsageFixtures.CONTRACT, Set.of(new RecordKey("R-1"))),
                    session.problems().list(F1, null, 10).size(),
                    session.problems().counts(F1),
                    session.history().last(F1),
                    session.history().undelivered("", 10).size());
        }
    }

    private Sight sight() {
        return ask(Sight::of);
    }

    private Sight sightElsewhere() {
        return Elsewhere.call(this::sight);
    }

    /** Puts something of everything into the store. */
    private static void fill(StoreSession session) {
        UsageFile file = StoreFixtures.file(1).externalId("EXT-1").build();
        session.files().insert(file);
        session.records().append(F1, StoreFixtures.records(F1, 1, 1));
        session.records().claimKeys(file, taken -> {});
        session.problems().append(F1, List.of(StoreFixtures.problem(4, 0, 3, 1)));
        session.history().append(StoreFixtures.event(file, 1, EventAction.CREATE, null));
    }

    @Test
    @DisplayName("STORE-01 MUST: what the work returns is returned, nothing too")
    @SuppressWarnings("NullAway") // outside its JSpecify mode it does not know that work may return null
    void work_that_returns_hands_its_result_over() {
        var result = new Object();

        Object handed = ask(session -> result);
        @Nullable Object nothing = this.<@Nullable Object>ask(session -> null);

        assertThat(handed).isSameAs(result);
        assertThat(nothing).isNull();
    }

    @Test
    @DisplayName("STORE-02 MUST: a transaction sees what it did itself")
    void transaction_that_wrote_reads_its_own_writes() {
        change(session -> {
            fill(session);

            assertThat(Sight.of(session)).isEqualTo(Sight.ALL);
        });
    }

    @Test
    @DisplayName("STORE-03 MUST: what is committed is seen by the next transaction, of another thread too")
    void committed_work_is_seen() {
        change(StoreTransactionRules::fill);

        assertThat(sight()).isEqualTo(Sight.ALL);
        assertThat(sightElsewhere()).isEqualTo(Sight.ALL);
    }

    @Test
    @DisplayName("STORE-04 MUST: nothing of a transaction at work is seen from another thread, which does not wait")
    void uncommitted_work_is_not_seen() {
        change(session -> {
            fill(session);

            assertThat(sightElsewhere()).isEqualTo(Sight.NOTHING);
        });
    }

    @Test
    @DisplayName("STORE-05 MUST: work that throws leaves nothing, and its exception passes through unchanged")
    void work_that_throws_is_rolled_back() {
        var failure = new IllegalStateException("no more paper");

        assertThatThrownBy(() -> change(session -> {
                    fill(session);
                    throw failure;
                }))
                .isSameAs(failure)
                .hasNoSuppressedExceptions();
        assertThat(sight()).isEqualTo(Sight.NOTHING);
    }

    @Test
    @DisplayName("STORE-06 MUST: work that ends in an error leaves nothing, and the error passes through unchanged")
    void work_that_ends_in_an_error_is_rolled_back() {
        var failure = new AssertionError("no more paper");

        assertThatThrownBy(() -> change(session -> {
                    fill(session);
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(sight()).isEqualTo(Sight.NOTHING);
    }

    @Test
    @DisplayName("STORE-07 MUST: work that throws leaves what was there before as it was")
    void work_that_throws_undoes_changes_and_removals() {
        change(StoreTransactionRules::fill);

        assertThatThrownBy(() -> changeRecords(F1, session -> {
                    session.records().close(F1, StoreFixtures.CLOSING);
                    session.records().retire(F1);
                    session.problems().clear(F1);
                    session.history().markDelivered(F1, 1);
                    throw new IllegalStateException("no more paper");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(sight()).isEqualTo(Sight.ALL);
        assertThat(file(F1).orElseThrow().version()).isEqualTo(Version.FIRST);
    }

    @Test
    @DisplayName("STORE-08 MUST: a store works on after work that threw, in the same thread")
    void transaction_after_one_that_threw_works() {
        assertThatThrownBy(() -> change(session -> {
                    throw new IllegalStateException("no more paper");
                }))
                .isInstanceOf(IllegalStateException.class);

        change(StoreTransactionRules::fill);

        assertThat(sight()).isEqualTo(Sight.ALL);
    }

    @Test
    @DisplayName("STORE-09 MUST: a file is changed from the version that is kept, and no other")
    void update_of_a_file_from_a_stale_version_is_refused() {
        UsageFile first = given(StoreFixtures.file(1));
        UsageFile second = first.change().status(UsageFileStatus.UPLOADING).build();
        change(session -> session.files().update(second));

        assertThatThrownBy(() -> change(session -> session.files()
                        .update(first.change().status(UsageFileStatus.DELETED).build())))
                .isInstanceOfSatisfying(StaleVersionException.class, stale -> {
                    assertThat(stale.subject()).isEqualTo(F1.value());
                    assertThat(stale.expected()).isEqualTo(first.version());
                    assertThat(stale.actual()).isEqualTo(second.version());
                });
        assertThat(file(F1)).contains(second);
    }

    @Test
    @DisplayName("STORE-10 MUST: a file may be changed several times in a transaction")
    void updates_of_a_file_in_one_transaction_follow_each_other() {
        UsageFile first = given(StoreFixtures.file(1));
        UsageFile second = first.change().status(UsageFileStatus.UPLOADING).build();
        UsageFile third = second.change().status(UsageFileStatus.PROCESSING).build();

        change(session -> {
            session.files().update(second);
            session.files().update(third);
        });

        assertThat(file(F1)).contains(third);
    }

    @Test
    @DisplayName("STORE-11 MUST: a record is changed from the version that is kept, and no other")
    void update_of_a_record_from_a_stale_version_is_refused() {
        UsageRecord first = accepted();
        given(StoreFixtures.file(1), first);
        UsageRecord second = first.withClosing(StoreFixtures.CLOSING);
        changeRecords(F1, session -> session.records().update(second));

        assertThatThrownBy(() -> changeRecords(F1, session -> session.records().update(second)))
                .isInstanceOfSatisfying(StaleVersionException.class, stale -> {
                    assertThat(stale.subject()).isEqualTo(R1.value());
                    assertThat(stale.expected()).isEqualTo(first.version());
                    assertThat(stale.actual()).isEqualTo(second.version());
                });
        assertThat(record(R1)).contains(second);
        assertThat(file(F1).orElseThrow().version()).isEqualTo(new Version(2));
    }

    private static UsageRecord accepted() {
        return StoreFixtures.record(F1, 1).status(RecordStatus.ACCEPTED).build();
    }

    @Test
    @DisplayName("STORE-12 MUST: a file or record that does not exist cannot be changed")
    void update_of_what_does_not_exist_is_refused() {
        UsageFile file = StoreFixtures.file(1).build();
        given(StoreFixtures.file(2));

        assertThatThrownBy(() ->
                        change(session -> session.files().update(file.change().build())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> change(session -> session.records()
                        .update(StoreFixtures.record(F2, 1).build().withStatus(RecordStatus.PENDING))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    @DisplayName("STORE-13 MUST: a file that another transaction changed since it was read cannot be changed")
    void update_of_a_file_that_was_overtaken_is_refused() {
        given(StoreFixtures.file(1));

        assertThatThrownBy(() -> change(session -> {
                    UsageFile mine = next(session, F1);
                    Elsewhere.call(() -> {
                        changeRecords(F1, other -> {});
                        return true;
                    });
                    session.files().update(mine);
                }))
                .isInstanceOf(StaleVersionException.class);
        assertThat(file(F1).orElseThrow().version()).isEqualTo(new Version(2));
    }

    @Test
    @DisplayName("STORE-14 MUST: of two transactions that change a file at a time exactly one wins")
    void racing_updates_of_a_file_have_one_winner() {
        given(StoreFixtures.file(1));
        var bothRead = new CyclicBarrier(2);

        List<Boolean> won = Elsewhere.race(
                () -> wins(session -> moving(session, UsageFileStatus.UPLOADING, bothRead)),
                () -> wins(session -> moving(session, UsageFileStatus.DELETED, bothRead)));

        assertThat(won).containsExactlyInAnyOrder(true, false);
        UsageFileStatus expected = won.get(0) ? UsageFileStatus.UPLOADING : UsageFileStatus.DELETED;
        assertThat(file(F1).orElseThrow().status()).isEqualTo(expected);
        assertThat(file(F1).orElseThrow().version()).isEqualTo(new Version(2));
    }

    /** Reads the file, waits for the other to do so too, and changes it. */
    private static void moving(StoreSession session, UsageFileStatus to, CyclicBarrier bothRead) {
        UsageFile read = session.files().find(F1, StoreFixtures.SYSTEM).orElseThrow();
        Elsewhere.await(bothRead);
        session.files().update(read.change().status(to).build());
    }

    private boolean wins(Consumer<StoreSession> work) {
        try {
            change(work);
            return true;
        } catch (StaleVersionException e) {
            return false;
        }
    }

    @Test
    @DisplayName("STORE-15 MUST: of two transactions that change a record at a time exactly one wins, whole")
    void racing_updates_of_a_record_have_one_winner() {
        given(
                StoreFixtures.file(1),
                accepted(),
                StoreFixtures.record(F1, 2).status(RecordStatus.ACCEPTED).build());
        var bothRead = new CyclicBarrier(2);

        List<Boolean> won = Elsewhere.race(
                () -> wins(session -> closing(session, R1, bothRead)),
                () -> wins(session -> closing(session, UsageRecordId.of(F1, 2), bothRead)));

        assertThat(won).containsExactlyInAnyOrder(true, false);
        assertThat(ask(session -> session.records().counts(F1)).of(RecordStatus.CLOSED))
                .isEqualTo(1);
        assertThat(askCount(session -> session.history().last(F1))).isEqualTo(1);
    }

    private static void closing(StoreSession session, UsageRecordId id, CyclicBarrier bothRead) {
        UsageRecord open = session.records().find(id, StoreFixtures.SYSTEM).orElseThrow();
        UsageFile changed = next(session, F1);
        Elsewhere.await(bothRead);
        session.files().update(changed);
        session.records().update(open.withClosing(StoreFixtures.CLOSING));
        session.history().append(StoreFixtures.event(changed, 1, EventAction.CLOSE_RECORDS, null));
    }
}
