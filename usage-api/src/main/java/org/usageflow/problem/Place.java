package org.usageflow.problem;

import org.jspecify.annotations.Nullable;

/**
 * Where in an upload a problem stands. What does not apply is null.
 *
 * @param sheet the tab as the workbook names it; null for CSV and JSON
 * @param row the spreadsheet's row (the header is usually 1), or the line on which the row starts; null where no row is meant
 * @param column the canonical column name; for an unknown or repeated column the header's text; null where no column is meant
 * @param cell the cell reference, e.g. {@code D4}; null for CSV and JSON
 * @param pointer the JSON pointer from the document's root, or from the line's object; null but for JSON
 */
public record Place(
        @Nullable String sheet,
        @Nullable Long row,
        @Nullable String column,
        @Nullable String cell,
        @Nullable String pointer) {

    /** The file as a whole. */
    public static final Place FILE = new Place(null, null, null, null, null);

    /** A column of the file, at no row. */
    public static Place column(String column) {
        return new Place(null, null, column, null, null);
    }
}
