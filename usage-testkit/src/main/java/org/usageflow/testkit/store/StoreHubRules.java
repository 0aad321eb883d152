package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.AccountId;
import org.usageflow.model.HubId;
import org.usageflow.model.Party;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.RecordKey;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.Version;
import org.usageflow.spi.store.HubCounts;
import org.usageflow.spi.store.ReadScope;
import org.usageflow.testkit.UsageFixtures;

/** Records in batches, and by the hub that bills them. Source: rules §3.7, §4.3. */
abstract class StoreHubRules extends StoreVisibilityRules {

    static final HubId NORTH = new HubId("HB-NORTH");
    static final HubId SOUTH = new HubId("HB-SOUTH");

    private static UsageRecord billed(int number, RecordStatus status, @Nullable HubId hub) {
        RecordSubscription base = RecordSubscription.of(UsageFixtures.SUBSCRIPTION);
        var subscription = new RecordSubscription(
                base.id(), base.externalId(), base.externalUid(), base.reconId(), hub, base.chain());
        return StoreFixtures.record(F1, number)
                .subscription(subscription)
                .status(status)
                .build();
    }

    /** Records 1 and 4 of the north, the latter closed, 2 and 6 without a hub, 3 of the south; 5 and 7 are billed by nobody. */
    private void givenHubs() {
        given(
                StoreFixtures.file(1).status(UsageFileStatus.ACCEPTED),
                billed(1, RecordStatus.ACCEPTED, NORTH),
                billed(2, RecordStatus.ACCEPTED, null),
                billed(3, RecordStatus.ACCEPTED, SOUTH),
                billed(4, RecordStatus.CLOSED, NORTH),
                StoreFixtures.record(F1, 5)
                        .inError()
                        .status(RecordStatus.SUSPENDED)
                        .build(),
                billed(6, RecordStatus.CLOSED, null),
                StoreFixtures.record(F1, 7)
                        .status(RecordStatus.ACCEPTED)
                        .successor(UsageRecordId.of(F2, 1))
                        .build());
        given(StoreFixtures.file(2).status(UsageFileStatus.ACCEPTED));
    }

    private static RecordCounts counts(long accepted, long closed) {
        return new RecordCounts(Map.of(RecordStatus.ACCEPTED, accepted, RecordStatus.CLOSED, closed));
    }

    private List<HubCounts> hubs(UsageFileId file) {
        return ask(session -> session.records().hubs(file));
    }

    private List<Integer> found(List<UsageRecordId> ids, ReadScope reader) {
        return numbers(ask(session -> session.records().findAll(ids, reader)));
    }

    private List<Integer> found(UsageFileId file, Set<RecordKey> keys, ReadScope reader) {
        return numbers(ask(session -> session.records().findByKeys(file, keys, reader)));
    }

    @Test
    @DisplayName(
            "STORE-101 MUST: accepted and closed records are counted by hub, those without first, retired ones aside")
    void records_are_counted_by_hub() {
        givenHubs();

        assertThat(hubs(F1))
                .containsExactly(
                        new HubCounts(null, counts(1, 1)),
                        new HubCounts(NORTH, counts(1, 1)),
                        new HubCounts(SOUTH, counts(1, 0)));
        assertThat(hubs(F2)).isEmpty();
    }

    @Test
    @DisplayName("STORE-102 MUST: a slice of a hub has its accepted and closed records in order, from a position on")
    void slices_of_a_hub_follow_each_other() {
        givenHubs();

        assertThat(sliced(NORTH, -1, 10)).containsExactly(1, 4);
        assertThat(sliced(NORTH, -1, 1)).containsExactly(1);
        assertThat(sliced(NORTH, 0, 1)).containsExactly(4);
        assertThat(sliced(NORTH, 3, 1)).isEmpty();
        assertThat(sliced(null, -1, 10)).containsExactly(2, 6);
        assertThat(sliced(new HubId("HB-OTHER"), -1, 10)).isEmpty();
    }

    private List<Integer> sliced(@Nullable HubId hub, long after, int limit) {
        return numbers(ask(session -> session.records().sliceOfHub(F1, hub, after, limit)));
    }

    @Test
    @DisplayName("STORE-103 MUST: closing a hub closes its accepted records, one version on, and no others")
    void closing_a_hub_closes_its_open_records() {
        givenHubs();
        var closed = new ArrayList<Long>();

        changeRecords(F1, session -> {
            closed.add(session.records().closeHub(F1, NORTH, StoreFixtures.CLOSING));
            closed.add(session.records().closeHub(F1, null, StoreFixtures.CLOSING));
            closed.add(session.records().closeHub(F1, new HubId("HB-OTHER"), StoreFixtures.CLOSING));
        });

        assertThat(closed).containsExactly(1L, 1L, 0L);
        assertThat(all(F1))
                .extracting(StoreRules::number, UsageRecord::status, UsageRecord::version)
                .containsExactly(
                        tuple(1, RecordStatus.CLOSED, new Version(2)),
                        tuple(2, RecordStatus.CLOSED, new Version(2)),
                        tuple(3, RecordStatus.ACCEPTED, Version.FIRST),
                        tuple(4, RecordStatus.CLOSED, Version.FIRST),
                        tuple(5, RecordStatus.SUSPENDED, Version.FIRST),
                        tuple(6, RecordStatus.CLOSED, Version.FIRST));
        assertThat(all(F1).get(0).closing()).isEqualTo(StoreFixtures.CLOSING);
        assertThat(record(UsageRecordId.of(F1, 7)).orElseThrow().status()).isEqualTo(RecordStatus.ACCEPTED);
    }

    @Test
    @DisplayName("STORE-104 MUST: many records are found by their ids as one is, retired ones too")
    void records_are_found_by_many_ids() {
        givenHubs();
        List<UsageRecordId> ids = List.of(
                UsageRecordId.of(F1, 7),
                UsageRecordId.of(F1, 2),
                UsageRecordId.of(F1, 99),
                UsageRecordId.of(StoreFixtures.fileId(9), 1),
                UsageRecordId.of(F1, 2));

        ReadScope stranger = StoreFixtures.reader(Party.DISTRIBUTOR, new AccountId("PA-000-001"));
        assertThat(found(ids, StoreFixtures.SYSTEM)).containsExactlyInAnyOrder(2, 7);
        assertThat(found(ids, StoreFixtures.BUYER)).containsExactlyInAnyOrder(2, 7);
        assertThat(found(ids, stranger)).isEmpty();
        assertThat(found(List.of(), StoreFixtures.SYSTEM)).isEmpty();
    }

    @Test
    @DisplayName(
            "STORE-105 MUST: records of a file are found by the vendor's ids in order, all that have one, retired ones aside")
    void records_are_found_by_keys() {
        given(
                StoreFixtures.file(1).status(UsageFileStatus.ACCEPTED),
                StoreFixtures.record(F1, 1)
                        .key("x")
                        .status(RecordStatus.ACCEPTED)
                        .build(),
                StoreFixtures.record(F1, 2)
                        .key("y")
                        .status(RecordStatus.ACCEPTED)
                        .build(),
                StoreFixtures.record(F1, 3)
                        .key("x")
                        .inError()
                        .status(RecordStatus.SUSPENDED)
                        .build(),
                StoreFixtures.record(F1, 4)
                        .key("y")
                        .inError()
                        .status(RecordStatus.SUSPENDED)
                        .successor(UsageRecordId.of(F2, 1))
                        .build());
        given(
                StoreFixtures.file(2).status(UsageFileStatus.ACCEPTED),
                StoreFixtures.record(F2, 1).key("z").build());
        Set<RecordKey> keys = Set.of(new RecordKey("x"), new RecordKey("y"), new RecordKey("z"), new RecordKey("X"));

        assertThat(found(F1, keys, StoreFixtures.BUYER)).containsExactly(1, 2, 3);
        assertThat(found(F1, Set.of(), StoreFixtures.BUYER)).isEmpty();
        assertThat(found(StoreFixtures.fileId(9), keys, StoreFixtures.SYSTEM)).isEmpty();
    }
}
