package org.usageflow.spi.format;

import java.util.Arrays;
import java.util.Objects;
import org.usageflow.model.TextRules;

/**
 * A row of cells: what a reader hands over, and what a writer takes. <b>Not for subclassing.</b>
 *
 * <p>One buffer, reused for every row: a reader fills it and pushes it into the {@link RowSink}, for which it is a view that is valid during the call alone. Copy what you keep.
 *
 * <p>Columns are numbered from 0 as the source has them. Columns that are not set are {@link CellKind#BLANK}. Text is kept exactly. Not thread-safe; memory is that of the
 * largest row.
 */
public final class SourceRow {

    private char[] text = new char[512];
    private int used;
    private int[] starts = new int[24];
    private int[] ends = new int[24];
    private CellKind[] kinds = new CellKind[24];
    private int width;
    private int open = -1;
    private long number;
    private long position;

    /** An empty row. */
    public SourceRow() {}

    /**
     * Starts a new row and forgets the former one.
     *
     * @param rowNumber what a person calls the row: the spreadsheet's row, or the line on which it starts, from 1
     * @param rowPosition its place among the table's rows, blank ones included, from 0; grows with every row
     */
    public SourceRow begin(long rowNumber, long rowPosition) {
        number = rowNumber;
        position = rowPosition;
        width = 0;
        used = 0;
        open = -1;
        return this;
    }

    /** Sets a cell. Setting it again replaces it. */
    public SourceRow cell(int column, CellKind kind, CharSequence value) {
        openCell(column, kind);
        append(value);
        return this;
    }

    /** Sets a cell from a part of an array. */
    public SourceRow cell(int column, CellKind kind, char[] source, int from, int length) {
        openCell(column, kind);
        append(source, from, length);
        return this;
    }

    /** Starts a cell whose text is appended piece by piece; ends the one before. */
    public SourceRow openCell(int column, CellKind kind) {
        widen(column);
        starts[column] = used;
        ends[column] = used;
        kinds[column] = kind;
        open = column;
        return this;
    }

    /** Appends to the open cell. */
    public SourceRow append(char c) {
        ensure(1);
        text[used++] = c;
        ends[open] = used;
        return this;
    }

    /** Appends to the open cell. */
    public SourceRow append(char[] source, int from, int length) {
        ensure(length);
        System.arraycopy(source, from, text, used, length);
        used += length;
        ends[open] = used;
        return this;
    }

    /** Appends to the open cell. */
    public SourceRow append(CharSequence value) {
        int length = value.length();
        ensure(length);
        if (value instanceof String string) {
            string.getChars(0, length, text, used);
        } else {
            for (int i = 0; i < length; i++) {
                text[used + i] = value.charAt(i);
            }
        }
        used += length;
        ends[open] = used;
        return this;
    }

    /**
     * Changes the kind of a cell that is set.
     *
     * @throws IndexOutOfBoundsException if it is not
     */
    public SourceRow kind(int column, CellKind kind) {
        Objects.checkIndex(column, width);
        kinds[column] = kind;
        return this;
    }

    private void ensure(int more) {
        if (used + more > text.length) {
            text = Arrays.copyOf(text, Math.max(used + more, text.length * 2));
        }
    }

    private void widen(int column) {
        if (column >= kinds.length) {
            int capacity = Math.max(column + 1, kinds.length * 2);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
            kinds = Arrays.copyOf(kinds, capacity);
        }
        while (width <= column) {
            kinds[width] = CellKind.BLANK;
            starts[width] = 0;
            ends[width] = 0;
            width++;
        }
    }

    /** What a person calls the row: the spreadsheet's row, or the line on which it starts, from 1. */
    public long number() {
        return number;
    }

    /** Its place among the table's rows, from 0; grows with every row. */
    public long position() {
        return position;
    }

    /** One more than the highest column that is set. */
    public int width() {
        return width;
    }

    /** What the cell is; blank for a column that is not set. */
    public CellKind kind(int column) {
        return column < width ? kinds[column] : CellKind.BLANK;
    }

    /** Number of characters of the cell's text. */
    public int length(int column) {
        return column < width ? ends[column] - starts[column] : 0;
    }

    /** A character of the cell's text. */
    public char charAt(int column, int index) {
        return text[starts[column] + index];
    }

    /** The cell's text, copied; empty for a blank cell. */
    public String text(int column) {
        return column < width ? new String(text, starts[column], ends[column] - starts[column]) : "";
    }

    /** The characters that hold this row's text; the cell's part starts at {@link #start}. Read only. */
    public char[] characters() {
        return text;
    }

    /** Where the cell's text starts in {@link #characters()}. */
    public int start(int column) {
        return column < width ? starts[column] : 0;
    }

    /** Characters of all cells together. */
    public int size() {
        return used;
    }

    /** Whether the cell is absent, empty, or white space only. An error or a structure is not blank, whatever its text. */
    public boolean isBlank(int column) {
        CellKind kind = kind(column);
        if (kind == CellKind.BLANK) {
            return true;
        }
        if (kind == CellKind.ERROR || kind == CellKind.STRUCTURE) {
            return false;
        }
        for (int i = starts[column]; i < ends[column]; i++) {
            if (!TextRules.isWhiteSpace(text[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether every cell is blank. */
    public boolean isBlank() {
        for (int column = 0; column < width; column++) {
            if (!isBlank(column)) {
                return false;
            }
        }
        return true;
    }
}
