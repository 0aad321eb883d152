package org.usageflow.jdbc.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.usageflow.databases.TestDatabase;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.Version;
import org.usageflow.query.RecordQuery;
import org.usageflow.query.RecordSort;
import org.usageflow.query.TextOrder;
import org.usageflow.testkit.store.StoreFixtures;

/** Whatever a record is, it comes back equal. Source: rules §3.1, §4.2. */
abstract class RecordRoundTrips extends RecordWorld {

    private static final int TRIES = 50;

    RecordRoundTrips(TestDatabase.Kind kind) {
        super(kind);
    }

    @Provide
    Arbitrary<List<UsageRecord>> records() {
        return RecordSamples.records();
    }

    private List<UsageRecord> given(List<UsageRecord> samples) {
        UsageFileId file = given(RecordDatabase.file().build(), List.of()).id();
        List<UsageRecord> records = RecordSamples.in(file, samples);
        change(session -> session.records().append(file, records));
        return records;
    }

    private static List<UsageRecord> inForce(List<UsageRecord> records) {
        return records.stream().filter(each -> !each.isRetired()).toList();
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void records_that_are_appended_come_back_equal(@ForAll("records") List<UsageRecord> samples) {
        List<UsageRecord> records = given(samples);
        UsageFileId file = records.get(0).file();

        assertThat(all(file)).isEqualTo(inForce(records));
        for (UsageRecord each : records) {
            assertThat(list(store -> store.findAll(List.of(each.id()), StoreFixtures.SYSTEM)))
                    .containsExactly(each);
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void records_are_found_by_exactly_their_ids_and_sorted_by_code_points(
            @ForAll("records") List<UsageRecord> samples) {
        List<UsageRecord> given = given(samples);
        List<UsageRecord> records = inForce(given);
        UsageFileId of = given.get(0).file();

        for (UsageRecord each : records) {
            RecordKey key = each.key();
            if (key != null) {
                assertThat(list(store -> store.findByKeys(of, Set.of(key), StoreFixtures.SYSTEM)))
                        .isEqualTo(records.stream()
                                .filter(other -> key.equals(other.key()))
                                .toList());
            }
        }
        Comparator<UsageRecord> byKey = Comparator.comparing(
                each -> each.key() == null ? "" : each.key().value(), TextOrder.BY_CODE_POINTS);
        assertThat(list(store -> store.list(RecordQuery.of(of).sortedBy(RecordSort.KEY), StoreFixtures.SYSTEM)))
                .isEqualTo(records.stream()
                        .sorted(byKey.thenComparing(UsageRecord::position))
                        .toList());
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void record_that_becomes_another_one_comes_back_as_that(
            @ForAll("records") List<UsageRecord> before, @ForAll("records") List<UsageRecord> after) {
        UsageRecord first = given(before).get(0);
        UsageRecord second = RecordSamples.in(first.file(), after).get(0);
        UsageRecord replaced = versioned(second, new Version(7));
        UsageRecord updated = versioned(first, new Version(8));

        change(session -> session.records().replace(first.file(), List.of(replaced)));
        List<UsageRecord> afterReplace = list(store -> store.findAll(List.of(first.id()), StoreFixtures.SYSTEM));
        change(session -> session.records().update(updated));

        assertThat(afterReplace).containsExactly(replaced);
        assertThat(list(store -> store.findAll(List.of(first.id()), StoreFixtures.SYSTEM)))
                .containsExactly(updated);
    }

    private static UsageRecord versioned(UsageRecord record, Version version) {
        return new UsageRecord(
                record.id(),
                record.position(),
                record.row(),
                record.key(),
                record.reported(),
                record.item(),
                record.subscription(),
                record.status(),
                record.closing(),
                record.successor(),
                version);
    }
}
