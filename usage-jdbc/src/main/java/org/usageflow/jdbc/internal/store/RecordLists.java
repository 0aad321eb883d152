package org.usageflow.jdbc.internal.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Values for the lists of statements. */
final class RecordLists {

    private RecordLists() {}

    /**
     * The values in lists of at most so many, the last one filled up with its first value to a power of two, so that there are few statements.
     *
     * @param most a power of two
     */
    static <T> List<List<T>> of(Collection<T> values, int most) {
        var all = new ArrayList<T>(values);
        var lists = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += most) {
            lists.add(padded(all.subList(from, Math.min(all.size(), from + most))));
        }
        return lists;
    }

    private static <T> List<T> padded(List<T> values) {
        int size = Integer.highestOneBit(values.size());
        if (size == values.size()) {
            return values;
        }
        var padded = new ArrayList<T>(values);
        padded.addAll(Collections.nCopies(2 * size - values.size(), values.get(0)));
        return padded;
    }

    /** The values in one list of that size, filled up with the first one. */
    static <T> List<T> of(Collection<T> values, T first, int size) {
        var padded = new ArrayList<T>(values);
        padded.addAll(Collections.nCopies(size - values.size(), first));
        return padded;
    }

    /**
     * {@code column in (?, ?)}.
     *
     * @param mark what a value is written as: a parameter, or a function of it
     */
    static Clause in(String column, String mark, List<?> values) {
        return Clause.of(column + " in (" + mark + (", " + mark).repeat(values.size() - 1) + ")", values.toArray());
    }
}
