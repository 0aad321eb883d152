package org.usageflow.spi.format;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes one file, row by row. Made by {@link UsageFormat#write}; <b>implementable</b> as part of a format.
 *
 * <p>Begin a table, write its rows, begin the next, {@link #finish}. Memory is that of a row, and of the comments of a table. Not thread-safe.
 */
public interface RowWriter extends Closeable {

    /**
     * Begins a table and writes its header.
     *
     * @throws IllegalStateException for a second table in a format that holds one alone
     * @throws IOException if the target cannot be written
     */
    void table(OutputTable table) throws IOException;

    /**
     * Begins a table whose header has marked cells. A format that cannot show marks leaves them out, as this does by default.
     *
     * @param header a view, valid during the call
     * @throws IllegalStateException for a second table in a format that holds one alone
     * @throws IOException if the target cannot be written
     */
    default void table(OutputTable table, CellMarks header) throws IOException {
        table(table);
    }

    /**
     * Writes a row of the table. Cells of kind TEXT and NUMBER are written as such; in every format text stays text, whatever it begins with. Other kinds, and number and
     * position of the row, count in a copy alone, see {@link OutputTable}.
     *
     * @throws IllegalStateException before the first table
     * @throws IllegalArgumentException for a cell beyond the table's columns, or of a kind that cannot be written
     * @throws IOException if the target cannot be written
     */
    void row(SourceRow row) throws IOException;

    /**
     * Writes a row with marked cells, blank ones included. A format that cannot show marks leaves them out, as this does by default.
     *
     * @param marks a view, valid during the call; a writer may hold the comments until the table ends, so whoever calls limits their number and length
     * @throws IllegalStateException before the first table
     * @throws IllegalArgumentException for a cell beyond the table's columns, or of a kind that cannot be written
     * @throws IOException if the target cannot be written
     */
    default void row(SourceRow row, CellMarks marks) throws IOException {
        row(row);
    }

    /**
     * Completes the file and flushes the target.
     *
     * @throws IOException if the target cannot be written
     */
    void finish() throws IOException;

    /** Frees what the writer holds; the file is whole only after {@link #finish}. The target stays open. Calling it again does nothing. */
    @Override
    void close() throws IOException;
}
