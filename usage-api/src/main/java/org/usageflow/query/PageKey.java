package org.usageflow.query;

import java.util.Objects;

/**
 * Where a page ended: the last element's value in the order asked for, and its id, which settles ties.
 *
 * @param id of the last element; without a blank
 * @param value by which it was sorted, as text; empty where the order is that of the ids
 */
public record PageKey(String id, String value) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the id is empty or has a blank
     */
    public PageKey {
        Objects.requireNonNull(value, "value");
        if (id.isEmpty() || id.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("the id of a page's key is without blanks: '" + id + "'");
        }
    }

    /** Reads what {@link #toString} writes. */
    public static PageKey parse(String text) {
        int blank = text.indexOf(' ');
        return blank < 0 ? new PageKey(text, "") : new PageKey(text.substring(0, blank), text.substring(blank + 1));
    }

    /** The id, and behind a blank the value where there is one. */
    @Override
    public String toString() {
        return value.isEmpty() ? id : id + " " + value;
    }
}
