package org.usageflow.core.internal.judge;

import java.util.List;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.Columns;

/**
 * Tells a column that a processed file added from one of the same name that is the vendor's own.
 *
 * <p>Source: rules §3.4.
 */
public final class AddedColumn {

    private AddedColumn() {}

    /** Whether the column is named as one that the processed file adds, and stands between the same two as there. */
    public static boolean standsAsAdded(List<String> headers, int column) {
        List<String> added = Columns.ADDED_BY_PROCESSED_FILE;
        int index = added.indexOf(nameAt(headers, column));
        return index > 0
                && index + 1 < added.size()
                && nameAt(headers, column - 1).equals(added.get(index - 1))
                && nameAt(headers, column + 1).equals(added.get(index + 1));
    }

    private static String nameAt(List<String> headers, int column) {
        return column < 0 || column >= headers.size() ? "" : ColumnSet.fold(headers.get(column));
    }
}
