package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.EventAction;
import org.usageflow.model.HubId;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordKey;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsagePeriod;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageWindow;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.query.RecordQuery;
import org.usageflow.query.RecordSort;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;
import org.usageflow.testkit.UsageFixtures;

/** What is kept is read back equal, told apart exactly, and ordered by code points. */
abstract class StoreFidelityRules extends StoreErasureRules {

    /** Told apart by nothing that people see, or languages sort by; in the order of their code points. */
    private static final List<String> ALIKE = List.of(
            "A",
            "A ",
            "A  ",
            "a",
            "a\u00a0",
            "\u00df",
            "\u00e4",
            "\u00e4 ",
            "\u1e9e",
            "\ue000",
            "\ufb00",
            "\uffee",
            "\ud800\udc00",
            "\ud835\udcb3",
            "\udbff\udffd");

    @Test
    @DisplayName("STORE-142 MUST: windows and periods come back to the nanosecond, other times to the microsecond")
    void times_come_back_exactly() {
        Instant first = Instant.parse("1970-01-01T00:00:00.000000001Z");
        Instant last = Instant.parse("2199-12-31T23:59:59.999999999Z");
        Instant created = Instant.parse("2021-08-02T23:59:59.999999Z");
        UsageFile file = given(
                StoreFixtures.file(1).period(new UsagePeriod(first, last)).createdAt(created),
                windowed(1, first, first),
                windowed(2, last.minusNanos(1), last),
                windowed(
                        3,
                        Instant.parse("2021-03-28T01:30:00.123456789Z"),
                        Instant.parse("2021-10-31T01:30:00.987654321Z")));
        var event = new UsageEvent(
                F1,
                1,
                created,
                EventAction.CREATE,
                null,
                file.status(),
                UsageFixtures.vendor(),
                null,
                null,
                file.version());
        change(session -> session.history().append(event));

        assertThat(file(F1)).contains(file);
        assertThat(all(F1))
                .containsExactly(
                        windowed(1, first, first),
                        windowed(2, last.minusNanos(1), last),
                        windowed(
                                3,
                                Instant.parse("2021-03-28T01:30:00.123456789Z"),
                                Instant.parse("2021-10-31T01:30:00.987654321Z")));
        assertThat(askList(session -> session.history().list(F1, 0, 10))).containsExactly(event);
    }

    private static UsageRecord windowed(int number, Instant start, Instant end) {
        return reported(number, "R-" + number, Quantity.of("1"), new UsageWindow(start, end), "12.5", null);
    }

    private static UsageRecord reported(
            int number,
            String key,
            Quantity quantity,
            UsageWindow window,
            @Nullable String amount,
            @Nullable String note) {
        UsageRecord base = StoreFixtures.record(F1, number).key(key).build();
        ReportedRecord reported = ReportedRecord.builder(
                        new RecordKey(key),
                        ItemSearch.byMpn(UsageFixtures.CALLS.mpn()),
                        quantity,
                        window,
                        SubscriptionSearch.byId(UsageFixtures.SUBSCRIPTION.id().value()))
                .amount(amount == null ? null : new BigDecimal(amount))
                .note(note)
                .build();
        return new UsageRecord(
                base.id(),
                base.position(),
                base.row(),
                base.key(),
                reported,
                base.item(),
                base.subscription(),
                base.status(),
                null,
                null,
                base.version());
    }

    @Test
    @DisplayName("STORE-143 MUST: decimals come back to all of their 38 digits, as equal values")
    void decimals_come_back_exactly() {
        String whole = "9".repeat(30);
        var records = new ArrayList<UsageRecord>();
        int number = 0;
        for (String each : List.of(
                "0", "100", "-1", "0.00000001", whole + ".99999999", "-" + whole + ".99999999", "1" + "0".repeat(29))) {
            number++;
            records.add(reported(number, "R-" + number, Quantity.of(each), UsageFixtures.WINDOW_JULY_8, each, null));
        }

        given(StoreFixtures.file(1), records);

        assertThat(all(F1)).isEqualTo(records);
        changeRecords(F1, session -> session.records().replace(F1, records));
        assertThat(all(F1)).isEqualTo(records);
    }

    @Test
    @DisplayName(
            "STORE-144 MUST: texts come back to the last character, blanks at their ends and supplementary characters too")
    void texts_come_back_exactly() {
        String text = " \t\r\nü\u00a0\ud835\udcb3\ufffd'\"\\\\N{}%_$ ";
        String longest = ("\ud835\udcb3".repeat(127) + "x");
        var records = new ArrayList<UsageRecord>();
        records.add(reported(1, longest, Quantity.of("1"), UsageFixtures.WINDOW_JULY_8, null, text + "."));
        records.add(
                reported(2, "R-2 ", Quantity.of("1"), UsageFixtures.WINDOW_JULY_8, null, "\ud835\udcb3".repeat(2_000)));
        UsageFile file = given(StoreFixtures.file(1).name("July " + text + "."), records);
        PlacedProblem problem = new PlacedProblem(
                new ProblemKey(4, 0, 0, 1),
                Problem.of(
                        ProblemCode.VALUE_NOT_ALLOWED,
                        new Place(null, 1L, text, null, "/0/a~1b"),
                        text,
                        Map.of("a", text)));
        change(session -> session.problems().append(F1, List.of(problem)));

        assertThat(all(F1)).isEqualTo(records);
        assertThat(file(F1)).contains(file);
        assertThat(askList(session -> session.problems().list(F1, null, 10))).containsExactly(problem);
    }

    @Test
    @DisplayName("STORE-145 MUST: record ids that only look alike are different ids, wherever they are looked for")
    void ids_that_look_alike_are_told_apart() {
        var records = new ArrayList<UsageRecord>();
        for (String each : ALIKE) {
            records.add(StoreFixtures.record(F1, records.size() + 1).key(each).build());
        }
        UsageFile file = given(StoreFixtures.file(1).build(), records);
        var taken = new ArrayList<UsageRecord>();
        change(session -> session.records().claimKeys(file, taken::add));

        assertThat(taken).isEmpty();
        for (UsageRecord each : records) {
            RecordKey key = new RecordKey(String.valueOf(each.key()));
            assertThat(askList(session -> session.records().findByKeys(F1, Set.of(key), StoreFixtures.SYSTEM)))
                    .containsExactly(each);
            assertThat(askSet(session -> session.records()
                            .findLive(
                                    UsageFixtures.PRODUCT, UsageFixtures.CONTRACT, Set.of(key, new RecordKey("none")))))
                    .containsExactly(key);
        }
    }

    @Test
    @DisplayName(
            "STORE-146 MUST: record ids are sorted by code points, supplementary characters last, and pages follow each other so")
    void records_by_id_are_sorted_by_code_points() {
        var shuffled = new ArrayList<>(ALIKE);
        Collections.rotate(shuffled, 5);
        var records = new ArrayList<UsageRecord>();
        for (String each : shuffled) {
            records.add(StoreFixtures.record(F1, records.size() + 1).key(each).build());
        }
        given(StoreFixtures.file(1), records);

        var paged = new ArrayList<String>();
        RecordQuery query = RecordQuery.of(F1).sortedBy(RecordSort.KEY).limit(2);
        List<UsageRecord> page = listed(query);
        while (!page.isEmpty()) {
            page.forEach(each -> paged.add(String.valueOf(each.key())));
            page = listed(query.after(RecordSort.KEY.keyOf(page.get(page.size() - 1))));
        }

        assertThat(paged).isEqualTo(ALIKE);
        var turned = new ArrayList<>(ALIKE);
        Collections.reverse(turned);
        assertThat(listed(RecordQuery.of(F1).sortedBy(RecordSort.KEY).turnedRound()))
                .extracting(each -> String.valueOf(each.key()))
                .isEqualTo(turned);
    }

    private List<UsageRecord> listed(RecordQuery query) {
        return askList(session -> session.records().list(query, StoreFixtures.SYSTEM));
    }

    @Test
    @DisplayName(
            "STORE-147 MUST: items that are not registered and hubs are told by code points, supplementary characters last")
    void items_and_hubs_are_sorted_by_code_points() {
        var dynamic = new ArrayList<UsageRecord>();
        var billed = new ArrayList<UsageRecord>();
        RecordSubscription base = RecordSubscription.of(UsageFixtures.SUBSCRIPTION);
        for (String each : ALIKE) {
            int number = ALIKE.size() - dynamic.size();
            dynamic.add(StoreFixtures.record(F1, number)
                    .position(dynamic.size())
                    .dynamicItem(new DynamicItem("Item", each, "piece", ItemPrecision.INTEGER))
                    .build());
            billed.add(StoreFixtures.record(F2, number)
                    .position(billed.size())
                    .subscription(new RecordSubscription(base.id(), null, null, null, new HubId(each), base.chain()))
                    .status(RecordStatus.ACCEPTED)
                    .build());
        }
        given(StoreFixtures.file(1), dynamic);
        given(StoreFixtures.file(2).status(UsageFileStatus.ACCEPTED), billed);

        assertThat(askList(session -> session.records().dynamicItems(F1, "", 100)))
                .extracting(DynamicItem::mpn)
                .isEqualTo(ALIKE);
        assertThat(askList(session -> session.records().dynamicItems(F1, ALIKE.get(9), 2)))
                .extracting(DynamicItem::mpn)
                .isEqualTo(ALIKE.subList(10, 12));
        assertThat(askList(session -> session.records().hubs(F2)))
                .extracting(each -> String.valueOf(each.hub()))
                .isEqualTo(ALIKE);
    }
}
