package org.usageflow.core.internal.reconcile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.spill.Bytes;
import org.usageflow.core.internal.spill.ExternalSorter;
import org.usageflow.core.internal.spill.RowSet;
import org.usageflow.problem.ProblemCode;

/**
 * The records that the rows of a reconciliation file have named, so that a second row for a record is found, and can be told the first.
 *
 * <p>Memory is a bit for each record that the usage file ever had; rows wait on disk. Not thread-safe.
 */
public final class NamedRecords implements Closeable {

    private static final int FIRST = 0;
    private static final int AGAIN = 1;

    private final RowSet numbers = new RowSet();
    private final ExternalSorter rows;
    private final Bytes bytes = new Bytes();
    private boolean anyAgain;

    /**
     * Makes an empty set.
     *
     * @param temporary the directory for temporary files; null for the system's
     */
    public NamedRecords(@Nullable Path temporary) {
        this.rows = new ExternalSorter(temporary, ExternalSorter.DEFAULT_MEMORY);
    }

    /** Whether a row before named the record of that running number, and was not refused. */
    public boolean contains(int record) {
        return numbers.contains(record);
    }

    /** Takes the first row that names a record and is not refused. */
    public void first(int record, ReconciliationRow row) {
        numbers.add(record);
        rows.add(
                bytes.clear().putLong(record).putLong(row.position()).put(FIRST).putLong(row.number()));
    }

    /** Takes another row that names such a record. */
    public void again(int record, ReconciliationRow row) {
        anyAgain = true;
        bytes.clear().putLong(record).putLong(row.position()).put(AGAIN).putLong(row.number());
        rows.add(bytes.putShort(row.idColumn()).putText(row.id()));
    }

    /** Reports every other row, once all rows are taken. */
    public void report(ReconciliationTable table) {
        if (!anyAgain) {
            return;
        }
        ExternalSorter.Cursor cursor = rows.cursor();
        long first = 0;
        while (cursor.next()) {
            Bytes entry = cursor.entry();
            entry.getLong();
            long position = entry.getLong();
            boolean again = entry.get() == AGAIN;
            long number = entry.getLong();
            if (!again) {
                first = number;
                continue;
            }
            int column = entry.getShort();
            String id = String.valueOf(entry.getText());
            table.refuse(
                    number,
                    position,
                    column,
                    id,
                    ProblemCode.RECONCILIATION_ROW_DUPLICATE,
                    Map.of("first", Long.toString(first)));
        }
    }

    /** Removes the temporary files. */
    @Override
    public void close() throws IOException {
        rows.close();
    }
}
