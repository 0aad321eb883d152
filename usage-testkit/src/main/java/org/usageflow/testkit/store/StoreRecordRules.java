package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.CategoryId;
import org.usageflow.model.Closing;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.Item;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.RecordKey;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.Version;
import org.usageflow.testkit.UsageFixtures;

/** Records: what is kept of them, in bulk, and what changes many at once. Source: rules §4.2. */
abstract class StoreRecordRules extends StoreFilePageRules {

    private static final int MANY = 100_000;
    private static final int BATCH = 1_000;
    private static final DynamicItem PAGES = new DynamicItem("Pages", "DYN-B", "page", ItemPrecision.INTEGER);
    private static final DynamicItem TONER = new DynamicItem("Toner", "DYN-A", "g", ItemPrecision.DECIMAL_2);

    @Test
    @DisplayName("STORE-35 MUST: records come back with all that they have, and without what they lack")
    void records_of_all_kinds_come_back_equal() {
        ReportedRecord reported = ReportedRecord.builder(
                        new RecordKey("R–1 é𝒳 'quoted' \\ %_"),
                        UsageFixtures.record("any").build().item(),
                        Quantity.of("-12345678901234567890.12345678"),
                        UsageFixtures.WINDOW_JULY_8,
                        UsageFixtures.record("any").build().subscription())
                .note("n".repeat(4_000))
                .category(new CategoryId("C-1"))
                .amount(new BigDecimal("0.00000001"))
                .tier(UsageFixtures.TIER_2)
                .dynamicItem(PAGES)
                .assetReconId("RECON-1")
                .corrects("R-0")
                .parameter("zone", "b\n\tc")
                .parameter("area", "a")
                .build();
        var closing = new Closing(
                "INV/1", "said\nso", Instant.parse("2021-08-20T12:00:00.123456Z"), UsageFixtures.distributor());
        var full = new UsageRecord(
                UsageRecordId.of(F1, 99_999_999),
                3_000_000_000L,
                3_000_000_002L,
                reported.key(),
                reported,
                UsageFixtures.STORAGE,
                RecordSubscription.of(UsageFixtures.SUBSCRIPTION),
                RecordStatus.CLOSED,
                closing,
                UsageRecordId.of(F2, 1),
                new Version(3_000_000_000L));
        UsageRecord bare =
                StoreFixtures.record(F1, 1).row(null).key(null).inError().build();
        UsageRecord plain = StoreFixtures.record(F1, 2)
                .amount(null)
                .subscription(new RecordSubscription(
                        UsageFixtures.SUBSCRIPTION.id(), null, null, null, null, UsageFixtures.CHAIN_OF_TWO))
                .status(RecordStatus.CLOSED)
                .build();

        given(StoreFixtures.file(1), bare, plain, full);

        for (UsageRecord each : List.of(bare, plain, full)) {
            assertThat(record(each.id())).contains(each);
        }
        assertThat(record(full.id()).map(UsageRecord::reported).map(ReportedRecord::parameters))
                .hasValueSatisfying(back -> assertThat(back.keySet()).containsExactly("zone", "area"));
    }

    @Test
    @DisplayName(
            "STORE-36 MUST: slices give the records in the order of their positions, from behind one, at most so many")
    void slices_follow_each_other() {
        given(StoreFixtures.file(1), StoreFixtures.records(F1, 1, 5));
        given(StoreFixtures.file(2), StoreFixtures.records(F2, 1, 2));
        changeRecords(F1, session -> {
            session.records()
                    .append(F1, List.of(StoreFixtures.record(F1, 6).position(9).build()));
            session.records().append(F1, List.of());
        });

        assertThat(slice(-1, 3)).containsExactly(1, 2, 3);
        assertThat(slice(2, 3)).containsExactly(4, 5, 6);
        assertThat(slice(4, 3)).containsExactly(6);
        assertThat(slice(6, 3)).containsExactly(6);
        assertThat(slice(9, 3)).isEmpty();
        assertThat(askList(session -> session.records().slice(StoreFixtures.fileId(3), -1, 3)))
                .isEmpty();
    }

    private List<Integer> slice(long after, int limit) {
        return numbers(ask(session -> session.records().slice(F1, after, limit)));
    }

    @Test
    @DisplayName(
            "STORE-37 MUST: a hundred thousand records are appended in one transaction, in batches, and read in slices")
    void records_in_bulk_are_kept() {
        change(session -> {
            session.files().insert(StoreFixtures.file(1).build());
            for (int first = 1; first <= MANY; first += BATCH) {
                session.records().append(F1, StoreFixtures.records(F1, first, first + BATCH - 1));
            }
        });

        assertThat(counts()).isEqualTo(new RecordCounts(Map.of(RecordStatus.VALIDATED, (long) MANY)));
        long position = -1;
        for (int first = 1; first <= MANY; first += BATCH) {
            long after = position;
            List<UsageRecord> slice = ask(session -> session.records().slice(F1, after, BATCH));
            assertThat(slice).hasSize(BATCH);
            assertThat(slice.get(0)).isEqualTo(StoreFixtures.record(F1, first).build());
            position = slice.get(BATCH - 1).position();
        }
        assertThat(slice(position, BATCH)).isEmpty();
        assertThat(record(UsageRecordId.of(F1, 77_777)))
                .contains(StoreFixtures.record(F1, 77_777).build());
    }

    private RecordCounts counts() {
        return ask(session -> session.records().counts(F1));
    }

    /** One record in each status, in the order of the statuses, and behind each one that was recycled. */
    private List<UsageRecord> givenOneInEachStatus() {
        var records = new ArrayList<UsageRecord>();
        int number = 1;
        for (RecordStatus status : RecordStatus.values()) {
            records.add(StoreFixtures.record(F1, number++).status(status).build());
            records.add(StoreFixtures.record(F1, number++)
                    .status(status)
                    .successor(UsageRecordId.of(F2, number))
                    .build());
        }
        given(StoreFixtures.file(1), records);
        given(StoreFixtures.file(2), StoreFixtures.records(F2, 1, 3));
        return records;
    }

    private static UsageRecord inForce(List<UsageRecord> records, RecordStatus status) {
        return records.stream()
                .filter(each -> each.status() == status && !each.isRetired())
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("STORE-38 MUST: records that were recycled are found by their ids, and are in no slice and no count")
    void records_that_were_recycled_are_set_aside() {
        List<UsageRecord> records = givenOneInEachStatus();

        assertThat(records).allSatisfy(each -> assertThat(record(each.id())).contains(each));
        assertThat(all(F1)).hasSize(RecordStatus.values().length).noneMatch(UsageRecord::isRetired);
        assertThat(counts().total()).isEqualTo(RecordStatus.values().length);
        for (RecordStatus status : RecordStatus.values()) {
            assertThat(counts().of(status)).as("%s", status).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("STORE-39 MUST: a move takes all records in one status, each one version on, and no others")
    void move_takes_records_in_one_status() {
        List<UsageRecord> records = givenOneInEachStatus();
        UsageRecord validated = inForce(records, RecordStatus.VALIDATED);

        changeRecords(F1, session -> {
            assertThat(session.records().move(F1, RecordStatus.VALIDATED, RecordStatus.PENDING))
                    .isEqualTo(1);
            assertThat(session.records().move(F1, RecordStatus.VALIDATED, RecordStatus.PENDING))
                    .isZero();
        });

        assertOthersAreSame(records, validated.withStatus(RecordStatus.PENDING));
        assertThat(counts().of(RecordStatus.PENDING)).isEqualTo(2);
        assertThat(counts().of(RecordStatus.VALIDATED)).isZero();
    }

    /** All are as they were but the one given. */
    private void assertOthersAreSame(List<UsageRecord> records, UsageRecord changed) {
        for (UsageRecord each : records) {
            UsageRecord expected = each.id().equals(changed.id()) ? changed : each;
            assertThat(record(each.id())).contains(expected);
        }
        assertThat(statuses(F2)).containsOnly(RecordStatus.VALIDATED).hasSize(3);
    }

    @Test
    @DisplayName("STORE-40 MUST: closing a file's records closes the accepted ones, each one version on, and no others")
    void close_takes_accepted_records() {
        List<UsageRecord> records = givenOneInEachStatus();
        UsageRecord accepted = inForce(records, RecordStatus.ACCEPTED);
        var closing = new Closing("INV-2", "note", Instant.parse("2021-08-21T00:00:00Z"), UsageFixtures.distributor());

        changeRecords(F1, session -> {
            assertThat(session.records().close(F1, closing)).isEqualTo(1);
            assertThat(session.records().close(F1, closing)).isZero();
        });

        assertOthersAreSame(records, accepted.withClosing(closing));
    }

    @Test
    @DisplayName(
            "STORE-41 MUST: a move by position takes the records there, each one version on, and passes others over")
    void move_by_position_takes_records_there() {
        List<UsageRecord> records = givenOneInEachStatus();
        UsageRecord validated = inForce(records, RecordStatus.VALIDATED);
        long retired = validated.position() + 1;

        changeRecords(F1, session -> {
            session.records().moveAt(F1, List.of(validated.position(), retired, 1_000_000L), RecordStatus.SUSPENDED);
            session.records().moveAt(F1, List.of(), RecordStatus.INVALID);
        });

        assertOthersAreSame(records, validated.withStatus(RecordStatus.SUSPENDED));
    }

    @Test
    @DisplayName("STORE-42 MUST: records are replaced by id, whatever their versions")
    void records_are_replaced_by_id() {
        given(StoreFixtures.file(1), StoreFixtures.records(F1, 1, 4));
        UsageRecord second =
                StoreFixtures.record(F1, 2).key("R-other").inError().build();
        UsageRecord fourth = StoreFixtures.record(F1, 4)
                .amount("1.25")
                .build()
                .withStatus(RecordStatus.PENDING)
                .withStatus(RecordStatus.ACCEPTED);

        changeRecords(F1, session -> {
            session.records().replace(F1, List.of(fourth, second));
            session.records().replace(F1, List.of());
        });

        assertThat(all(F1))
                .containsExactly(
                        StoreFixtures.record(F1, 1).build(),
                        second,
                        StoreFixtures.record(F1, 3).build(),
                        fourth);
        assertThat(counts())
                .isEqualTo(new RecordCounts(
                        Map.of(RecordStatus.VALIDATED, 2L, RecordStatus.INVALID, 1L, RecordStatus.ACCEPTED, 1L)));
    }

    @Test
    @DisplayName("STORE-43 MUST: a changed record comes back changed, and the others as they were")
    void record_that_was_updated_comes_back_changed() {
        given(StoreFixtures.file(1), StoreFixtures.records(F1, 1, 3));
        UsageRecord retired = StoreFixtures.record(F1, 2).build().withSuccessor(UsageRecordId.of(F2, 8));

        changeRecords(F1, session -> session.records().update(retired));

        assertThat(record(retired.id())).contains(retired);
        assertThat(numbers(all(F1))).containsExactly(1, 3);
    }

    @Test
    @DisplayName("STORE-44 MUST: an upload's records are removed as a whole, and others may take their positions")
    void retired_records_are_gone() {
        given(StoreFixtures.file(1), StoreFixtures.records(F1, 1, 3));
        given(StoreFixtures.file(2), StoreFixtures.records(F2, 1, 3));
        UsageRecord next = StoreFixtures.record(F1, 4).position(0).build();

        changeRecords(F1, session -> {
            session.records().retire(F1);
            assertThat(session.records().counts(F1)).isEqualTo(RecordCounts.NONE);
            session.records().append(F1, List.of(next));
        });

        assertThat(all(F1)).containsExactly(next);
        assertThat(record(UsageRecordId.of(F1, 1))).isEmpty();
        assertThat(all(F2)).hasSize(3);
    }

    private void givenDynamicItems() {
        given(
                StoreFixtures.file(1),
                StoreFixtures.record(F1, 1).dynamicItem(PAGES).build(),
                StoreFixtures.record(F1, 2)
                        .dynamicItem(TONER)
                        .status(RecordStatus.PENDING)
                        .build(),
                StoreFixtures.record(F1, 3)
                        .dynamicItem(PAGES)
                        .status(RecordStatus.ACCEPTED)
                        .build(),
                StoreFixtures.record(F1, 4)
                        .dynamicItem(dynamic("DYN-C"))
                        .status(RecordStatus.SUSPENDED)
                        .build(),
                StoreFixtures.record(F1, 5)
                        .dynamicItem(dynamic("DYN-D"))
                        .item(UsageFixtures.CALLS)
                        .build(),
                StoreFixtures.record(F1, 6).build(),
                StoreFixtures.record(F1, 7).dynamicItem(dynamic("DYN-a")).build());
        given(
                StoreFixtures.file(2),
                StoreFixtures.record(F2, 1).dynamicItem(dynamic("DYN-E")).build());
    }

    private static DynamicItem dynamic(String mpn) {
        return new DynamicItem("Item " + mpn, mpn, "unit", ItemPrecision.INTEGER);
    }

    private List<DynamicItem> dynamicItems(String after, int limit) {
        return ask(session -> session.records().dynamicItems(F1, after, limit));
    }

    @Test
    @DisplayName("STORE-45 MUST: dynamic items that are not registered are told by MPN, each once, from behind one")
    void dynamic_items_are_told_once() {
        givenDynamicItems();

        assertThat(dynamicItems("", 10)).containsExactly(TONER, PAGES, dynamic("DYN-a"));
        assertThat(dynamicItems("", 2)).containsExactly(TONER, PAGES);
        assertThat(dynamicItems("DYN-A", 1)).containsExactly(PAGES);
        assertThat(dynamicItems("DYN-a", 10)).isEmpty();
    }

    @Test
    @DisplayName("STORE-46 MUST: records that describe an item are given the one that was registered, and no others")
    void dynamic_items_are_assigned() {
        givenDynamicItems();
        List<UsageRecord> before = all(F1);
        Item registered = UsageFixtures.STORAGE;

        changeRecords(
                F1, session -> session.records().assignItems(F1, Map.of("DYN-B", registered, "DYN-C", registered)));

        for (UsageRecord each : before) {
            int number = number(each);
            UsageRecord expected = number == 1 || number == 3 ? each.withItem(registered) : each;
            assertThat(record(each.id())).contains(expected);
        }
        assertThat(dynamicItems("", 10)).containsExactly(TONER, dynamic("DYN-a"));
    }
}
