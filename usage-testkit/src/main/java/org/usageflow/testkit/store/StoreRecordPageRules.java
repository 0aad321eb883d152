package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.HubId;
import org.usageflow.model.RecordKey;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.query.PageKey;
import org.usageflow.query.RecordQuery;
import org.usageflow.query.RecordSort;
import org.usageflow.testkit.UsageFixtures;

/** Queries for records: filters, orders, pages. Source: rules §8 (export, portals). */
abstract class StoreRecordPageRules extends StoreRecordRules {

    private static final RecordQuery ALL = RecordQuery.of(F1);
    private static final Instant JULY_8 = Instant.parse("2021-07-08T00:00:00Z");
    private static final HubId OTHER_HUB = new HubId("HB-0001-0002");

    private List<UsageRecord> listed(RecordQuery query) {
        return ask(session -> session.records().list(query, StoreFixtures.SYSTEM));
    }

    private static RecordSubscription direct(@Nullable HubId hub) {
        RecordSubscription all = RecordSubscription.of(UsageFixtures.SUBSCRIPTION_DIRECT);
        return new RecordSubscription(all.id(), all.externalId(), all.externalUid(), all.reconId(), hub, all.chain());
    }

    private void assertFound(RecordQuery query, Integer... numbers) {
        assertThat(numbers(listed(query))).as("%s", query).containsExactly(numbers);
        assertThat(askCount(session -> session.records().count(query, StoreFixtures.SYSTEM)))
                .as("count of %s", query)
                .isEqualTo(numbers.length);
        assertThat(askCount(session -> session.records().count(query.limit(1), StoreFixtures.SYSTEM)))
                .as("count of a page of one")
                .isEqualTo(numbers.length);
    }

    @Test
    @DisplayName(
            "STORE-47 MUST: each filter lets through what it says, recycled records aside, and the count is that of the list")
    void filters_of_records_let_through_what_they_say() {
        given(
                StoreFixtures.file(1),
                StoreFixtures.record(F1, 1).status(RecordStatus.ACCEPTED).build(),
                StoreFixtures.record(F1, 2).item(UsageFixtures.STORAGE).build(),
                StoreFixtures.record(F1, 3)
                        .subscription(direct(OTHER_HUB))
                        .status(RecordStatus.CLOSED)
                        .build(),
                StoreFixtures.record(F1, 4).subscription(direct(null)).build(),
                StoreFixtures.record(F1, 5).inError().build(),
                StoreFixtures.record(F1, 6).key("R-1").inError().build(),
                StoreFixtures.record(F1, 7).key("r-1").build(),
                StoreFixtures.record(F1, 8).successor(UsageRecordId.of(F2, 1)).build());
        given(StoreFixtures.file(2), StoreFixtures.records(F2, 1, 3));

        assertFound(ALL, 1, 2, 3, 4, 5, 6, 7);
        assertFound(ALL.in(RecordStatus.INVALID), 5, 6);
        assertFound(ALL.in(RecordStatus.ACCEPTED, RecordStatus.CLOSED, RecordStatus.REJECTED), 1, 3);
        assertFound(ALL.ofKey(new RecordKey("R-1")), 1, 6);
        assertFound(ALL.ofKey(new RecordKey("R-1")).turnedRound(), 6, 1);
        assertFound(ALL.ofKey(new RecordKey("R-8")));
        assertFound(ALL.ofItem(UsageFixtures.STORAGE.id()), 2);
        assertFound(ALL.ofSubscription(UsageFixtures.SUBSCRIPTION_DIRECT.id()), 3, 4);
        assertFound(ALL.ofHub(OTHER_HUB), 3);
        assertFound(ALL.ofHub(UsageFixtures.HUB).in(RecordStatus.VALIDATED), 2, 7);
        assertFound(ALL.ofHub(OTHER_HUB).ofItem(UsageFixtures.STORAGE.id()));
        assertFound(RecordQuery.of(StoreFixtures.fileId(3)));
    }

    @Test
    @DisplayName("STORE-48 MUST: filters see what the transaction did itself")
    void filters_of_records_see_own_writes() {
        given(StoreFixtures.file(1), StoreFixtures.records(F1, 1, 3));

        changeRecords(F1, session -> {
            session.records().moveAt(F1, List.of(0L, 2L), RecordStatus.PENDING);
            session.records().append(F1, StoreFixtures.records(F1, 4, 4));
            RecordQuery validated = ALL.in(RecordStatus.VALIDATED);

            assertThat(numbers(session.records().list(validated, StoreFixtures.SYSTEM)))
                    .containsExactly(2, 4);
            assertThat(session.records().count(validated, StoreFixtures.SYSTEM)).isEqualTo(2);
        });
    }

    /** Twelve records with ties in every order but the one by position, two without a key and two without a start. */
    private List<UsageRecord> givenTwelve() {
        var records = new ArrayList<UsageRecord>();
        List<String> keys = List.of("b", "B", "é", "10", "9", "a b");
        for (int i = 0; i < 12; i++) {
            GivenRecord record = StoreFixtures.record(F1, i + 1)
                    .key(i % 5 == 4 ? null : keys.get(i * 5 % keys.size()))
                    .start(JULY_8.plusSeconds(i * 7 % 4));
            records.add((i % 6 == 3 ? record.inError() : record).build());
        }
        given(StoreFixtures.file(1), records);
        return records;
    }

    private static List<Integer> sorted(List<UsageRecord> records, RecordSort sort, boolean descending) {
        Comparator<UsageRecord> order = Comparator.<UsageRecord, String>comparing(
                        each -> sort.keyOf(each).value())
                .thenComparing(UsageRecord::position);
        return numbers(
                records.stream().sorted(descending ? order.reversed() : order).toList());
    }

    @Test
    @DisplayName(
            "STORE-49 MUST: records come in the order asked for, those without a value first, ties by position, and wholly turned round")
    void lists_of_records_are_sorted() {
        List<UsageRecord> records = givenTwelve();

        for (RecordSort sort : RecordSort.values()) {
            RecordQuery query = ALL.sortedBy(sort);
            assertThat(numbers(listed(query))).as("by %s", sort).isEqualTo(sorted(records, sort, false));
            assertThat(numbers(listed(query.turnedRound())))
                    .as("by %s, turned round", sort)
                    .isEqualTo(sorted(records, sort, true));
        }
    }

    @Test
    @DisplayName("STORE-50 MUST: pages follow each other without gap or overlap, in every order, both ways")
    void pages_of_records_follow_each_other() {
        List<UsageRecord> records = givenTwelve();

        for (RecordSort sort : RecordSort.values()) {
            RecordQuery query = ALL.sortedBy(sort).limit(5);
            assertThat(paged(query, none -> {})).as("by %s", sort).isEqualTo(sorted(records, sort, false));
            assertThat(paged(query.turnedRound(), none -> {}))
                    .as("by %s, turned round", sort)
                    .isEqualTo(sorted(records, sort, true));
        }
    }

    /** All pages one after the other, each begun by the key of the one before, read back from its text. */
    private List<Integer> paged(RecordQuery query, Consumer<Integer> between) {
        var found = new ArrayList<Integer>();
        @Nullable PageKey after = null;
        for (int page = 1; page < 20; page++) {
            List<UsageRecord> records = listed(query.after(after));
            assertThat(records).hasSizeLessThanOrEqualTo(query.limit());
            if (records.isEmpty()) {
                return found;
            }
            found.addAll(numbers(records));
            PageKey last = query.sort().keyOf(records.get(records.size() - 1));
            after = PageKey.parse(last.toString());
            between.accept(page);
        }
        throw new AssertionError("pages without end: " + found);
    }

    @Test
    @DisplayName("STORE-51 MUST: pages with a filter are full while there is more")
    void pages_with_a_filter_are_full() {
        given(StoreFixtures.file(1), StoreFixtures.records(F1, 1, 30));
        changeRecords(F1, session -> session.records().moveAt(F1, List.of(3L, 11L, 12L, 29L), RecordStatus.PENDING));
        RecordQuery pending = ALL.in(RecordStatus.PENDING).limit(3);

        assertThat(numbers(listed(pending))).containsExactly(4, 12, 13);
        assertThat(paged(pending, none -> {})).containsExactly(4, 12, 13, 30);
        assertThat(paged(pending.turnedRound(), none -> {})).containsExactly(30, 13, 12, 4);
    }

    @Test
    @DisplayName("STORE-52 MUST: pages show each record once that was there all the time, while others come in")
    void pages_of_records_are_stable_while_others_come_in() {
        var records = new ArrayList<UsageRecord>();
        for (int number = 1; number <= 10; number++) {
            records.add(StoreFixtures.record(F1, number).key("K-" + number % 5).build());
        }
        given(StoreFixtures.file(1), records);

        for (RecordSort sort : List.of(RecordSort.KEY, RecordSort.POSITION)) {
            List<Integer> found = paged(ALL.sortedBy(sort).limit(3), this::appendOne);

            assertThat(found).as("by %s", sort).doesNotHaveDuplicates();
            assertThat(found).as("by %s", sort).contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        }
    }

    private void appendOne(int page) {
        if (page > 5) {
            return;
        }
        changeRecords(F1, session -> {
            int number = (int) session.records().counts(F1).total() + 1;
            String key = page % 2 == 0 ? "A-" + number : "K-2";
            session.records()
                    .append(
                            F1,
                            List.of(StoreFixtures.record(F1, number).key(key).build()));
        });
    }
}
