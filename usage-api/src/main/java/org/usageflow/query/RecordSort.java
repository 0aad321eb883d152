package org.usageflow.query;

import org.usageflow.model.UsageRecord;

/** By what the records of a file are sorted. Ties are settled by position. */
public enum RecordSort {
    /** The order of the upload. */
    POSITION,
    /** By the vendor's id, by code points; rows without a readable one come first. */
    KEY,
    /** By the start of the window; rows without a readable one come first. */
    START;

    /** The key of a record in this order; texts of the same order compare, by code points, as what they stand for. */
    public PageKey keyOf(UsageRecord record) {
        String value = switch (this) {
            case POSITION -> "";
            case KEY -> record.key() == null ? "" : record.key().value();
            case START ->
                record.reported() == null
                        ? ""
                        : Instants.sortable(record.reported().window().start());
        };
        return new PageKey(padded(record.position()), value);
    }

    private static String padded(long position) {
        String digits = Long.toString(position);
        return "0".repeat(19 - digits.length()) + digits;
    }
}
