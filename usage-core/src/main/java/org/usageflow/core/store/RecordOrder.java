package org.usageflow.core.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.UsageRecord;

/** The records of a table in some order. Immutable, thread-safe. */
final class RecordOrder {

    private final RecordTable table;
    // By place the ordinal in the table; null where both are the same.
    private final int @Nullable [] ordinals;

    private RecordOrder(RecordTable table, int @Nullable [] ordinals) {
        this.table = table;
        this.ordinals = ordinals;
    }

    /** All records of a table, by what {@link #sorted} gave. */
    static RecordOrder of(RecordTable table, int[] sorted) {
        return new RecordOrder(table, sorted.length == 0 ? null : sorted);
    }

    /** Some records of a table. */
    static RecordOrder ofSome(RecordTable table, int[] ordinals) {
        return new RecordOrder(table, ordinals);
    }

    /** The ordinals of a table's records in an order, ties by position; of no length where the order is the table's own. */
    static int[] sorted(RecordTable table, Comparator<UsageRecord> order) {
        if (isSorted(table, order)) {
            return new int[0];
        }
        var records = new UsageRecord[table.size()];
        for (int i = 0; i < records.length; i++) {
            records[i] = table.get(i);
        }
        Arrays.sort(records, order);
        int[] ordinals = new int[records.length];
        for (int i = 0; i < records.length; i++) {
            ordinals[i] = table.at(records[i].position());
        }
        return ordinals;
    }

    private static boolean isSorted(RecordTable table, Comparator<UsageRecord> order) {
        for (int i = 1; i < table.size(); i++) {
            if (order.compare(table.get(i - 1), table.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    int size() {
        return ordinals == null ? table.size() : ordinals.length;
    }

    int ordinal(int place) {
        return ordinals == null ? place : ordinals[place];
    }

    UsageRecord get(int place) {
        return table.get(ordinal(place));
    }

    /** The first place of which a claim holds that, where it holds, holds of all places behind too; the size where there is none. */
    int firstFrom(Predicate<UsageRecord> claim) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (claim.test(get(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
