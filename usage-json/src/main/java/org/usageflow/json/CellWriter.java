package org.usageflow.json;

import java.io.Writer;
import org.usageflow.spi.format.SourceRow;

/** Takes the text of a value from the parser's buffer into the open cell of a row: its beginning, where it is too long. */
final class CellWriter extends Writer {

    private final SourceRow row;
    private final int longest;
    private int left;
    private long written;

    CellWriter(SourceRow row, int longest) {
        this.row = row;
        this.longest = longest;
    }

    /** Begins a row. */
    void beginRow() {
        written = 0;
    }

    /** Begins a cell. */
    void beginCell() {
        left = longest;
    }

    /** Characters of the row so far, those that were not kept included. */
    long written() {
        return written;
    }

    @Override
    public void write(char[] source, int from, int length) {
        int kept = Math.min(length, left);
        row.append(source, from, kept);
        left -= kept;
        written += length;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
