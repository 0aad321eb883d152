package org.usageflow.jdbc.internal.store;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of the columns by which pages are sorted and begin.
 *
 * @param expression what is sorted by
 * @param mark what the value is written as: a parameter, or a function of it
 * @param value of the last element of the page before; null where there is none
 */
record KeyColumn(String expression, String mark, @Nullable Object value) {

    /** What lies behind a key: {@code a >= ? and (a > ? or b > ?)}, which an index of the columns finds. */
    static Clause behind(List<KeyColumn> columns, boolean descending) {
        KeyColumn first = columns.get(0);
        String beyond = descending ? " < " : " > ";
        String compared = first.expression + beyond + first.mark;
        if (columns.size() == 1) {
            return Clause.of(compared, first.value);
        }
        String fromOn = descending ? " <= " : " >= ";
        return Clause.of(first.expression + fromOn + first.mark + " and (" + compared + " or", first.value, first.value)
                .add(behind(columns.subList(1, columns.size()), descending))
                .add(")");
    }

    /** The order of a whole key. */
    static String order(List<KeyColumn> columns, boolean descending) {
        String direction = descending ? " desc" : "";
        return columns.stream()
                .map(each -> each.expression + direction)
                .collect(Collectors.joining(", ", "order by ", ""));
    }
}
