package org.usageflow.spi.format;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which cells of a row, or of a header, stand out when they are written: outlined in red, commented, or both. <b>Not for subclassing.</b>
 *
 * <p>One buffer, reused for every row. Columns are numbered from 0. Not thread-safe.
 */
public final class CellMarks {

    private final BitSet outlined = new BitSet();
    private final BitSet commented = new BitSet();
    private @Nullable String[] comments = new @Nullable String[16];

    /** No marks. */
    public CellMarks() {}

    /** Forgets all marks. */
    public CellMarks clear() {
        outlined.clear();
        for (int column = commented.nextSetBit(0); column >= 0; column = commented.nextSetBit(column + 1)) {
            comments[column] = null;
        }
        commented.clear();
        return this;
    }

    /** Outlines a cell in red. */
    public CellMarks outline(int column) {
        outlined.set(column);
        return this;
    }

    /** Gives a cell a comment, in the place of the one that it has. */
    public CellMarks comment(int column, String text) {
        if (column >= comments.length) {
            comments = Arrays.copyOf(comments, Math.max(column + 1, comments.length * 2));
        }
        comments[column] = text;
        commented.set(column);
        return this;
    }

    /** Whether no cell is marked. */
    public boolean isEmpty() {
        return outlined.isEmpty() && commented.isEmpty();
    }

    /** One more than the highest column that is marked. */
    public int width() {
        return Math.max(outlined.length(), commented.length());
    }

    /** Whether the cell is outlined. */
    public boolean isOutlined(int column) {
        return outlined.get(column);
    }

    /** The cell's comment; null for none. */
    public @Nullable String commentOf(int column) {
        return commented.get(column) ? comments[column] : null;
    }
}
