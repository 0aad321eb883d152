package org.usageflow.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.usageflow.query.FileQuery;
import org.usageflow.query.FileSort;

/**
 * In which order files are listed.
 *
 * @param sort by what
 * @param descending whether the order is turned round
 */
record SortOrder(FileSort sort, boolean descending) {

    /** By id. */
    static final SortOrder STANDARD = new SortOrder(FileSort.ID, false);

    /**
     * Reads {@code created}, or {@code -created} for the order turned round.
     *
     * @throws IllegalArgumentException if there is no such order
     */
    static SortOrder parse(String text) {
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        return Arrays.stream(FileSort.values())
                .filter(each -> word(each).equalsIgnoreCase(name))
                .map(each -> new SortOrder(each, descending))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no order of files; there are "
                        + Arrays.stream(FileSort.values()).map(SortOrder::word).collect(Collectors.joining(", "))
                        + ", each turned round by a '-' in front"));
    }

    private static String word(FileSort sort) {
        return sort.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    FileQuery in(FileQuery query) {
        FileQuery sorted = query.sortedBy(sort);
        return descending ? sorted.turnedRound() : sorted;
    }
}
