package org.usageflow.jdbc.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.usageflow.databases.TestDatabase;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.ChainParty;
import org.usageflow.model.HubId;
import org.usageflow.model.SubscriptionId;
import org.usageflow.model.Tier;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.query.RecordQuery;
import org.usageflow.query.RecordSort;
import org.usageflow.spi.store.ReadScope;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.store.StoreFixtures;

/** Records as they are read: what the contract leaves open. Source: rules §5, §8. */
abstract class RecordReadRules extends RecordWorld {

    RecordReadRules(TestDatabase.Kind kind) {
        super(kind);
    }

    @Test
    void records_of_more_subscriptions_than_are_remembered_come_back_equal() {
        UsageFile file = RecordDatabase.file().build();
        var records = new ArrayList<UsageRecord>();
        for (int number = 1; number <= 12_000; number++) {
            records.add(StoreFixtures.record(file.id(), number)
                    .subscription(subscription(number % 11_000, UsageFixtures.RESELLER_1))
                    .build());
        }
        change(session -> {
            session.files().insert(file);
            for (int from = 0; from < records.size(); from += 1_000) {
                session.records().append(file.id(), records.subList(from, from + 1_000));
            }
            assertThat(session.records().slice(file.id(), -1, 20_000)).isEqualTo(records);
        });

        assertThat(all(file.id())).isEqualTo(records);
        List<UsageRecord> scattered = List.of(records.get(11_999), records.get(0), records.get(5_000));
        assertThat(list(store ->
                        store.findAll(scattered.stream().map(UsageRecord::id).toList(), StoreFixtures.SYSTEM)))
                .containsExactlyInAnyOrderElementsOf(scattered);
    }

    /** Records of 60 subscriptions, sold by changing chains, in changing statuses. */
    private List<UsageRecord> mixed(UsageFileId file) {
        List<ChainParty[]> chains = List.of(
                new ChainParty[] {UsageFixtures.RESELLER_1},
                new ChainParty[] {UsageFixtures.RESELLER_2, UsageFixtures.RESELLER_1},
                new ChainParty[] {UsageFixtures.RESELLER_2},
                new ChainParty[] {});
        var records = new ArrayList<UsageRecord>();
        for (int number = 1; number <= 240; number++) {
            int place = number % 60;
            records.add(StoreFixtures.record(file, number)
                    .key(number % 7 == 0 ? null : "K-" + number % 50)
                    .subscription(place == 0 ? null : subscription(place, chains.get(place % 4)))
                    .status(number % 5 == 0 ? RecordStatus.PENDING : RecordStatus.ACCEPTED)
                    .tier(number % 4 == 0 ? null : new Tier(number % 4))
                    .start(Instant.parse("2021-07-08T00:00:00.000000999Z").plusNanos(number % 3))
                    .build());
        }
        return records;
    }

    @Test
    void queries_of_many_subscriptions_and_hubs_agree_with_scope_and_filter() {
        UsageFile file = RecordDatabase.file()
                .schema(UsageFixtures.TR)
                .status(UsageFileStatus.ACCEPTED)
                .build();
        List<UsageRecord> records = mixed(file.id());
        given(file, records);
        RecordQuery all = RecordQuery.of(file.id()).limit(1_000);

        for (ReadScope reader : List.of(StoreFixtures.BUYER, StoreFixtures.RESELLER_1, StoreFixtures.RESELLER_2)) {
            for (RecordQuery query : List.of(
                    all,
                    all.ofHub(new HubId("HB-1")),
                    all.ofSubscription(new SubscriptionId("AS-5")),
                    all.turnedRound())) {
                List<UsageRecord> expected = new ArrayList<>();
                records.stream()
                        .filter(query::accepts)
                        .forEach(each -> reader.view(file, each).ifPresent(expected::add));
                if (query.descending()) {
                    Collections.reverse(expected);
                }
                assertThat(list(store -> store.list(query, reader)))
                        .as("%s", query)
                        .isEqualTo(expected);
                assertThat(number(store -> store.count(query, reader))).isEqualTo(expected.size());
            }
        }
    }

    @Test
    void pages_in_every_order_join_up_to_the_whole_list() {
        UsageFile file = RecordDatabase.file().build();
        given(file, mixed(file.id()));

        for (RecordSort sort : RecordSort.values()) {
            for (RecordQuery query : List.of(
                    RecordQuery.of(file.id()).sortedBy(sort),
                    RecordQuery.of(file.id()).sortedBy(sort).turnedRound())) {
                List<UsageRecord> whole = list(store -> store.list(query, StoreFixtures.VENDOR));
                var paged = new ArrayList<UsageRecord>();
                RecordQuery page = query.limit(7);
                List<UsageRecord> found = list(store -> store.list(query.limit(7), StoreFixtures.VENDOR));
                while (!found.isEmpty()) {
                    paged.addAll(found);
                    RecordQuery next = page.after(sort.keyOf(found.get(found.size() - 1)));
                    found = list(store -> store.list(next, StoreFixtures.VENDOR));
                }
                assertThat(whole).hasSize(240);
                assertThat(paged).as("%s %s", sort, query.descending()).isEqualTo(whole);
            }
        }
    }

    @Test
    void slices_of_hubs_share_all_billed_records_out() {
        UsageFile file = RecordDatabase.file().build();
        List<UsageRecord> records = mixed(file.id());
        given(file, records);

        for (HubId hub : new HubId[] {null, new HubId("HB-1"), new HubId("HB-2"), new HubId("HB-9")}) {
            List<UsageRecord> expected = records.stream()
                    .filter(each -> each.status() == RecordStatus.ACCEPTED)
                    .filter(each -> Objects.equals(
                            hub,
                            each.subscription() == null
                                    ? null
                                    : each.subscription().hub()))
                    .toList();
            assertThat(list(store -> store.sliceOfHub(file.id(), hub, -1, 1_000)))
                    .as("%s", hub)
                    .isEqualTo(expected);
            assertThat(number(store -> store.closeHub(file.id(), hub, StoreFixtures.CLOSING)))
                    .isEqualTo(expected.size());
        }
        assertThat(number(store -> store.counts(file.id()).of(RecordStatus.ACCEPTED)))
                .isZero();
    }

    @Test
    void records_of_several_files_are_found_at_once() {
        UsageFileId first = given(RecordDatabase.file().build(), List.of()).id();
        UsageFileId second = given(RecordDatabase.file().build(), List.of()).id();
        UsageRecord one = StoreFixtures.record(first, 1).build();
        UsageRecord other = StoreFixtures.record(second, 1).build();
        change(session -> {
            session.records().append(first, List.of(one));
            session.records().append(second, List.of(other));
        });
        List<UsageRecordId> ids = List.of(
                other.id(), UsageRecordId.of(first, 2), one.id(), new UsageRecordId("UR-0000-00-0000-0000-0000-0001"));

        assertThat(list(store -> store.findAll(ids, StoreFixtures.VENDOR))).containsExactlyInAnyOrder(one, other);
        assertThat(list(store -> store.findAll(ids, StoreFixtures.BUYER))).isEmpty();
    }
}
