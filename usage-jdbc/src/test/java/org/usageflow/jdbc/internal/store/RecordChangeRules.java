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
import org.junit.jupiter.api.Test;
import org.usageflow.databases.TestDatabase;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.ChainParty;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.SalesChain;
import org.usageflow.model.SubscriptionId;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.spi.store.RecordStore;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.store.StoreFixtures;

/** Records as they change: what the contract leaves open. Source: rules §4.2, §6.3, §8. */
abstract class RecordChangeRules extends RecordWorld {

    RecordChangeRules(TestDatabase.Kind kind) {
        super(kind);
    }

    private static List<UsageRecord> at(UsageFileId file, RecordStatus status, long... positions) {
        var records = new ArrayList<UsageRecord>();
        for (long position : positions) {
            records.add(StoreFixtures.record(file, records.size() + 1)
                    .position(position)
                    .status(status)
                    .build());
        }
        return records;
    }

    @Test
    void records_with_wide_gaps_are_all_moved_and_closed() {
        UsageFile file = RecordDatabase.file().build();
        long[] positions = {0, 9_999, 10_000, 10_001, 25_000, 3_000_000_000L};
        given(file, at(file.id(), RecordStatus.PENDING, positions));

        long moved = number(records -> records.move(file.id(), RecordStatus.PENDING, RecordStatus.ACCEPTED));
        long closed = number(records -> records.close(file.id(), StoreFixtures.CLOSING));

        assertThat(moved).isEqualTo(positions.length);
        assertThat(closed).isEqualTo(positions.length);
        assertThat(all(file.id()))
                .extracting(UsageRecord::status)
                .containsOnly(RecordStatus.CLOSED)
                .hasSize(positions.length);
    }

    @Test
    void position_that_is_named_twice_is_moved_once() {
        UsageFile file = RecordDatabase.file().build();
        List<UsageRecord> records = at(file.id(), RecordStatus.PENDING, 0, 1);
        given(file, records);

        change(session -> session.records().moveAt(file.id(), List.of(1L, 0L, 1L), RecordStatus.SUSPENDED));

        assertThat(all(file.id()))
                .isEqualTo(records.stream()
                        .map(each -> each.withStatus(RecordStatus.SUSPENDED))
                        .toList());
    }

    @Test
    void record_without_what_was_reported_cannot_be_moved_out_of_error() {
        UsageFile file = RecordDatabase.file().build();
        UsageRecord unread = StoreFixtures.record(file.id(), 1).inError().build();
        given(file, List.of(unread));

        assertThatThrownBy(
                        () -> number(records -> records.move(file.id(), RecordStatus.INVALID, RecordStatus.VALIDATED)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> change(session -> session.records().moveAt(file.id(), List.of(0L), RecordStatus.PENDING)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(all(file.id())).containsExactly(unread);
    }

    @Test
    void records_out_of_order_or_of_another_file_are_refused() {
        UsageFile file = RecordDatabase.file().build();
        UsageFileId id = file.id();
        given(file, StoreFixtures.records(id, 1, 3));
        UsageRecord former = StoreFixtures.record(id, 9).position(1).build();
        UsageRecord foreign =
                StoreFixtures.record(RecordDatabase.file().build().id(), 9).build();

        for (UsageRecord each : List.of(former, foreign)) {
            assertThatThrownBy(() -> change(session -> session.records().append(id, List.of(each))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> change(session -> session.records().replace(id, List.of(each))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(all(id)).isEqualTo(StoreFixtures.records(id, 1, 3));
    }

    @Test
    void update_at_another_position_or_of_nothing_is_refused() {
        UsageFile file = RecordDatabase.file().build();
        given(file, StoreFixtures.records(file.id(), 1, 1));
        UsageRecord elsewhere =
                StoreFixtures.record(file.id(), 1).position(7).build().withStatus(RecordStatus.PENDING);
        UsageRecord nothing = StoreFixtures.record(file.id(), 2).build().withStatus(RecordStatus.PENDING);

        assertThatThrownBy(() -> change(session -> session.records().update(elsewhere)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> change(session -> session.records().update(nothing)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void append_where_another_transaction_appended_meanwhile_is_stale() throws Exception {
        UsageFile file = given(RecordDatabase.file().build(), List.of());
        var first = new CountDownLatch(1);
        var second = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();

        Future<?> winner = other.submit(() -> change(session -> {
            session.records().append(file.id(), at(file.id(), RecordStatus.UPLOADED, 5));
            first.countDown();
            await(second);
        }));
        await(first);
        assertThatThrownBy(() -> change(session -> {
                    session.records()
                            .append(
                                    file.id(),
                                    List.of(StoreFixtures.record(file.id(), 8)
                                            .position(1)
                                            .item(null)
                                            .subscription(null)
                                            .build()));
                    second.countDown();
                    session.records()
                            .append(
                                    file.id(),
                                    List.of(StoreFixtures.record(file.id(), 9)
                                            .position(5)
                                            .item(null)
                                            .subscription(null)
                                            .build()));
                }))
                .isInstanceOfSatisfying(
                        StaleVersionException.class,
                        stale -> assertThat(stale.expected()).isEqualTo(file.version()));

        winner.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        other.shutdown();
        assertThat(all(file.id())).isEqualTo(at(file.id(), RecordStatus.UPLOADED, 5));
    }

    @Test
    void erased_record_leaves_nothing_of_what_it_had_unless_another_one_has_it() {
        UsageFile file = RecordDatabase.file().build();
        var secret = new ChainParty(UsageFixtures.CUSTOMER.id(), "Secret Clinic");
        var shared = new ChainParty(UsageFixtures.CUSTOMER.id(), "Shared Clinic");
        RecordSubscription ofSecret = new RecordSubscription(
                new SubscriptionId("AS-1"), null, null, null, null, SalesChain.of(secret, UsageFixtures.RESELLER_1));
        RecordSubscription ofShared = new RecordSubscription(
                new SubscriptionId("AS-2"), null, null, null, null, SalesChain.of(shared, UsageFixtures.RESELLER_1));
        UsageRecord one =
                StoreFixtures.record(file.id(), 1).subscription(ofSecret).build();
        UsageRecord two =
                StoreFixtures.record(file.id(), 2).subscription(ofShared).build();
        UsageRecord three =
                StoreFixtures.record(file.id(), 3).subscription(ofShared).build();
        given(file, List.of(one, two, three));

        change(session -> {
            session.records().erase(one.withoutPersonalData());
            session.records().erase(two.withoutPersonalData());
        });

        assertThat(all(file.id())).containsExactly(one.withoutPersonalData(), two.withoutPersonalData(), three);
        long number = FileNumbers.of(file.id());
        List<String> kept = database().texts("select subscription from usage_subscription where file_no = " + number);
        assertThat(kept).noneMatch(text -> text.contains("Secret")).anyMatch(text -> text.contains("Shared"));
        assertThat(database().texts("select sub_no from usage_chain where file_no = " + number))
                .hasSameSizeAs(kept);
        assertThat(database()
                        .texts("select item_no from usage_item where file_no = " + number
                                + " and item_no not in (select item_no from usage_record where file_no = " + number
                                + ")"))
                .isEmpty();
    }

    @Test
    void records_that_are_retired_leave_no_row() {
        UsageFile file = RecordDatabase.file().build();
        given(file, StoreFixtures.records(file.id(), 1, 3));

        change(session -> session.records().retire(file.id()));

        for (String table : List.of("record", "item", "subscription", "chain", "live_key")) {
            assertThat(database()
                            .texts("select vendor from usage_" + table + " where file_no = "
                                    + FileNumbers.of(file.id())))
                    .as(table)
                    .isEmpty();
        }
    }

    @Test
    void replaced_records_keep_the_numbers_of_what_they_refer_to() {
        UsageFile file = RecordDatabase.file().build();
        given(file, StoreFixtures.records(file.id(), 1, 3));

        change(session -> {
            RecordStore records = session.records();
            List<UsageRecord> read = records.slice(file.id(), -1, 10);
            records.replace(
                    file.id(),
                    read.stream()
                            .map(each -> each.withStatus(RecordStatus.PENDING))
                            .toList());
        });

        assertThat(database()
                        .texts("select sub_no from usage_subscription where file_no = " + FileNumbers.of(file.id())))
                .containsExactly("1");
    }
}
