package org.usageflow.csv;

import com.univocity.parsers.common.input.AbstractCharInputReader;
import com.univocity.parsers.common.input.CharInput;
import com.univocity.parsers.common.input.DefaultCharAppender;
import java.util.Arrays;
import org.usageflow.model.TextRules;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.SourceRow;

/**
 * Notes where the cells of a record stand in the parser's buffer, so that the parser neither makes a string of each nor copies it. What is no single run of that buffer (a
 * quote that was doubled, a record that goes on in the next buffer) is kept here.
 *
 * <p>The parser takes a shortcut to a string when its appender says that it is empty; this one always says that it holds less than nothing. In the record that the parser
 * hands out {@link #FILLED} stands for a cell whose text is here, null for an empty one.
 */
final class CellText extends DefaultCharAppender {

    /** Stands for a text. */
    static final String FILLED = "";

    private static final int LESS_THAN_NOTHING = 2;

    // The parser's, as of the latest run
    private char[] buffer = {};
    private char[] kept = new char[1024];
    private int used;
    // Of each cell: in the buffer, or in what is kept, where the start is counted down from -1
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int cells;
    // The cell at hand: a run of the buffer, unless it is empty or kept from that place on
    private int runStart;
    private int runEnd;
    private int keptFrom = -1;

    CellText() {
        super(16, FILLED, 0);
        ignore(LESS_THAN_NOTHING);
    }

    /** Forgets the record. */
    void clear() {
        used = 0;
        cells = 0;
    }

    /** Puts a text of the record into a row, cut at a length. */
    void copy(int cell, SourceRow row, int column, int longest) {
        row.cell(column, CellKind.TEXT, source(cell), start(cell), Math.min(length(cell), longest));
    }

    /** A text of the record, cut at a length. */
    String text(int cell, int longest) {
        return new String(source(cell), start(cell), Math.min(length(cell), longest));
    }

    boolean isBlank(int cell) {
        char[] source = source(cell);
        for (int i = start(cell); i < ends[cell]; i++) {
            if (!TextRules.isWhiteSpace(source[i])) {
                return false;
            }
        }
        return true;
    }

    int length(int cell) {
        return ends[cell] - start(cell);
    }

    private char[] source(int cell) {
        return starts[cell] < 0 ? kept : buffer;
    }

    private int start(int cell) {
        int start = starts[cell];
        return start < 0 ? -1 - start : start;
    }

    /** Keeps what stands in the buffer alone; to be called before the buffer is filled anew. */
    void keepAll() {
        int end = used;
        for (int cell = 0; cell < cells; cell++) {
            if (starts[cell] >= 0) {
                int from = used;
                keep(buffer, starts[cell], ends[cell]);
                starts[cell] = -1 - from;
                ends[cell] = used;
            }
        }
        if (keptFrom >= 0 && used > end) {
            // What is kept of the cell at hand stays in one piece, at the end
            int from = used;
            keep(kept, keptFrom, end);
            keptFrom = from;
        }
        if (runEnd > runStart) {
            keepRun();
        }
    }

    private void keepRun() {
        if (keptFrom < 0) {
            keptFrom = used;
        }
        keep(buffer, runStart, runEnd);
        runEnd = runStart;
    }

    private void keep(char[] source, int from, int to) {
        ensure(to - from);
        System.arraycopy(source, from, kept, used, to - from);
        used += to - from;
    }

    private void ensure(int more) {
        if (used + more > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(used + more, kept.length * 2));
        }
    }

    @Override
    public String getAndReset() {
        if (cells == ends.length) {
            starts = Arrays.copyOf(starts, cells * 2);
            ends = Arrays.copyOf(ends, cells * 2);
        }
        if (keptFrom >= 0) {
            keepRun();
        }
        starts[cells] = keptFrom >= 0 ? -1 - keptFrom : runStart;
        ends[cells++] = keptFrom >= 0 ? used : runEnd;
        runEnd = runStart;
        keptFrom = -1;
        return FILLED;
    }

    @Override
    public void reset() {
        super.reset();
        ignore(LESS_THAN_NOTHING);
    }

    @Override
    public void append(char c) {
        keepRun();
        ensure(1);
        kept[used++] = c;
    }

    @Override
    public char appendUntil(char first, CharInput input, char stop1, char stop2) {
        var reader = (AbstractCharInputReader) input;
        char c = first;
        while (c != stop1 && c != stop2) {
            run(c, reader, stop1, stop2);
            c = reader.nextChar();
        }
        return c;
    }

    @Override
    public char appendUntil(char first, CharInput input, char stop1, char stop2, char stop3) {
        // Inside quotes: the quote, its escape, which is the same, and an escape of that, which there is none
        return appendUntil(first, input, stop1, stop2);
    }

    // The reader stands behind the run's first character. The last of the buffer is left to nextChar, which then fills
    // the buffer anew
    private void run(char first, AbstractCharInputReader reader, char stop1, char stop2) {
        int at = reader.i;
        if (at == 0 || runEnd > runStart || keptFrom >= 0) {
            append(first);
            runStart = at;
        } else {
            runStart = at - 1;
        }
        char[] source = reader.buffer;
        int last = reader.length - 1;
        while (at < last && source[at] != stop1 && source[at] != stop2) {
            at++;
        }
        buffer = source;
        runEnd = at;
        reader.i = at;
    }
}
