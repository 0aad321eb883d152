package org.usageflow.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.usageflow.error.StaleVersionException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.EventAction;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.Version;
import org.usageflow.query.FileQuery;
import org.usageflow.query.RecordQuery;
import org.usageflow.query.RecordSort;
import org.usageflow.spi.store.FileStore.Insertion;
import org.usageflow.spi.store.StoreSession;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.store.StoreFixtures;

/** What is the in-memory store's own, beside the contract: what it does with misuse, and that nobody waits for a long transaction. */
class InMemoryUsageStoreTest {

    private static final UsageFileId F1 = StoreFixtures.fileId(1);
    private static final UsageFileId F2 = StoreFixtures.fileId(2);

    private final InMemoryUsageStore store = new InMemoryUsageStore();

    private <T> T ask(Function<StoreSession, T> work) {
        return store.inTransaction(work::apply);
    }

    private void change(Consumer<StoreSession> work) {
        store.inTransaction(session -> {
            work.accept(session);
            return true;
        });
    }

    private static <T> T elsewhere(Supplier<T> work) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> CompletableFuture.supplyAsync(work).join());
    }

    @BeforeEach
    void two_files_of_three_records() {
        for (UsageFileId id : List.of(F1, F2)) {
            change(session -> {
                session.files().insert(StoreFixtures.file(id.equals(F1) ? 1 : 2).build());
                session.records().append(id, StoreFixtures.records(id, 1, 3));
            });
        }
    }

    private static UsageFile next(StoreSession session, UsageFileId id) {
        return session.files()
                .find(id, StoreFixtures.SYSTEM)
                .orElseThrow()
                .change()
                .build();
    }

    private boolean updates(UsageFileId id) {
        change(session -> session.files().update(next(session, id)));
        return true;
    }

    @Test
    void transaction_at_work_on_one_file_makes_changes_of_others_wait_for_nothing() {
        change(session -> {
            session.files().update(next(session, F1));
            session.records().append(F1, StoreFixtures.records(F1, 4, 5));

            boolean done = elsewhere(() -> updates(F2));
            List<UsageRecord> seen =
                    elsewhere(() -> ask(other -> other.records().slice(F1, -1, 10)));
            assertThat(done).isTrue();
            assertThat(seen).hasSize(3);
        });
    }

    @Test
    void file_that_is_overtaken_after_its_update_is_refused_on_committing() {
        assertThatThrownBy(() -> change(session -> {
                    session.files().update(next(session, F1));
                    session.files()
                            .insert(StoreFixtures.file(3).externalId("EXT-3").build());
                    session.records().claimKeys(StoreFixtures.file(1).build(), taken -> {});
                    elsewhere(() -> updates(F1));
                }))
                .isInstanceOfSatisfying(StaleVersionException.class, stale -> {
                    assertThat(stale.subject()).isEqualTo(F1.value());
                    assertThat(stale.expected()).isEqualTo(Version.FIRST);
                    assertThat(stale.actual()).isEqualTo(new Version(2));
                });

        change(session -> assertThat(session.files()
                        .insert(StoreFixtures.file(3).externalId("EXT-3").build()))
                .isEqualTo(Insertion.DONE));
        change(session -> assertThat(session.records()
                        .findLive(UsageFixtures.PRODUCT, UsageFixtures.CONTRACT, Set.of(new RecordKey("R-1"))))
                .isEmpty());
    }

    @Test
    void file_that_is_overtaken_between_two_updates_is_refused_at_the_second() {
        change(session -> {
            UsageFile second = next(session, F1);
            session.files().update(second);
            elsewhere(() -> updates(F2));
            session.files().update(second.change().build());
        });
        assertThatThrownBy(() -> change(session -> {
                    UsageFile mine = next(session, F1);
                    session.files().update(mine);
                    elsewhere(() -> updates(F1));
                    UsageFile third = mine.change().build();
                    assertThatThrownBy(() -> session.files().update(third)).isInstanceOf(StaleVersionException.class);
                }))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void records_changed_twice_without_their_file_are_refused_and_stay_whole() {
        assertThatThrownBy(() -> change(session -> {
                    session.records().moveAt(F1, List.of(0L), RecordStatus.PENDING);
                    elsewhere(() -> {
                        change(other -> other.records().moveAt(F1, List.of(1L), RecordStatus.PENDING));
                        return true;
                    });
                }))
                .isInstanceOf(StaleVersionException.class);

        change(session -> assertThat(session.records().slice(F1, -1, 10))
                .extracting(UsageRecord::status)
                .containsExactly(RecordStatus.VALIDATED, RecordStatus.PENDING, RecordStatus.VALIDATED));
    }

    @Test
    void record_of_a_file_that_is_overtaken_is_refused_at_its_update() {
        UsageRecord pending = StoreFixtures.record(F1, 1).build().withStatus(RecordStatus.PENDING);

        assertThatThrownBy(() -> change(session -> {
                    session.records().moveAt(F1, List.of(2L), RecordStatus.PENDING);
                    elsewhere(() -> updates(F1));
                    session.records().update(pending);
                }))
                .isInstanceOf(StaleVersionException.class)
                .hasMessageContaining(F1.value());
    }

    @Test
    void session_in_another_thread_is_refused() {
        change(session -> {
            Throwable refusal = elsewhere(() -> catchThrowable(session::files));

            assertThat(refusal).isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void parts_of_a_session_after_its_transaction_are_refused() {
        var kept = new ArrayList<Consumer<UsageFileId>>();
        change(session -> {
            var files = session.files();
            var records = session.records();
            var problems = session.problems();
            var history = session.history();
            kept.add(id -> files.find(id, StoreFixtures.SYSTEM));
            kept.add(id -> files.list(FileQuery.ALL, StoreFixtures.SYSTEM));
            kept.add(id -> records.slice(id, -1, 1));
            kept.add(records::retire);
            kept.add(records::releaseKeys);
            kept.add(problems::counts);
            kept.add(problems::clear);
            kept.add(history::delivered);
            kept.add(id -> history.markDelivered(id, 1));
            kept.add(id -> history.undelivered("", 1));
        });

        assertThat(kept)
                .allSatisfy(
                        each -> assertThatThrownBy(() -> each.accept(F1)).isInstanceOf(IllegalStateException.class));
    }

    @Test
    void transaction_of_another_store_in_a_transaction_is_fine() {
        var other = new InMemoryUsageStore();

        long last = ask(session -> other.inTransaction(inner -> inner.history().last(F1)));

        assertThat(last).isZero();
    }

    @Test
    void misuse_is_told() {
        assertMisuse(session -> session.records().append(StoreFixtures.fileId(9), List.of()));
        assertMisuse(session -> session.records().append(F1, StoreFixtures.records(F2, 4, 4)));
        assertMisuse(session -> session.records().append(F1, StoreFixtures.records(F1, 3, 4)));
        assertMisuse(session -> session.records().replace(F1, StoreFixtures.records(F1, 4, 4)));
        assertMisuse(session -> session.records()
                .replace(F1, List.of(StoreFixtures.record(F1, 1).position(1).build())));
        assertMisuse(session -> session.records().move(F1, RecordStatus.VALIDATED, RecordStatus.CLOSED));
        assertMisuse(session -> session.records().move(F1, RecordStatus.CLOSED, RecordStatus.VALIDATED));
        assertMisuse(session -> session.records().moveAt(F1, List.of(0L), RecordStatus.CLOSED));
        assertMisuse(
                session -> session.records().update(StoreFixtures.record(F1, 1).build()));
        assertMisuse(session -> session.files().update(StoreFixtures.file(1).build()));
        assertMisuse(session -> session.problems().clear(StoreFixtures.fileId(9)));
        assertMisuse(session -> session.history().markDelivered(StoreFixtures.fileId(9), 1));
        assertMisuse(
                session -> session.history().append(StoreFixtures.event(next(session, F1), 2, EventAction.EDIT, null)));
    }

    private void assertMisuse(Consumer<StoreSession> work) {
        assertThatThrownBy(() -> change(work)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_does_not_exist_has_nothing() {
        UsageFileId none = StoreFixtures.fileId(9);
        change(session -> {
            assertThat(session.records().slice(none, -1, 10)).isEmpty();
            assertThat(session.records().counts(none).total()).isZero();
            assertThat(session.records().dynamicItems(none, "", 10)).isEmpty();
            assertThat(session.records().find(UsageRecordId.of(none, 1), StoreFixtures.SYSTEM))
                    .isEmpty();
            assertThat(session.records().find(UsageRecordId.of(F1, 4), StoreFixtures.SYSTEM))
                    .isEmpty();
            assertThat(session.records().count(RecordQuery.of(none), StoreFixtures.SYSTEM))
                    .isZero();
            assertThat(session.problems().list(none, null, 10)).isEmpty();
            assertThat(session.problems().counts(none)).isEmpty();
            assertThat(session.history().list(none, 0, 10)).isEmpty();
            session.records().releaseKeys(none);
        });
    }

    @Test
    void records_whose_ids_do_not_follow_their_positions_are_found_by_id() {
        var numbers = new ArrayList<>(List.of(20, 19, 18, 11, 12, 13, 17, 16));
        var records = new ArrayList<UsageRecord>();
        for (int i = 0; i < numbers.size(); i++) {
            records.add(
                    StoreFixtures.record(F1, numbers.get(i)).position(10 + i).build());
        }
        change(session -> session.records().append(F1, records));

        for (UsageRecord each : records) {
            change(session -> assertThat(session.records().find(each.id(), StoreFixtures.SYSTEM))
                    .contains(each));
        }
        change(session -> assertThat(session.records().find(UsageRecordId.of(F1, 14), StoreFixtures.SYSTEM))
                .isEmpty());
    }

    @Test
    void orders_follow_a_change_of_what_orders() {
        RecordQuery byKey = RecordQuery.of(F1).sortedBy(RecordSort.KEY);
        List<UsageRecord> before = ask(session -> session.records().list(byKey, StoreFixtures.SYSTEM));
        UsageRecord first = StoreFixtures.record(F1, 1).key("Z").build();

        change(session -> session.records().replace(F1, List.of(first)));

        List<UsageRecord> after = ask(session -> session.records().list(byKey, StoreFixtures.SYSTEM));
        var expected = new ArrayList<>(before);
        Collections.rotate(expected, -1);
        expected.set(2, first);
        assertThat(after).isEqualTo(expected);
        change(session -> assertThat(
                        session.records().list(RecordQuery.of(F1).ofKey(new RecordKey("R-1")), StoreFixtures.SYSTEM))
                .isEmpty());
    }
}
