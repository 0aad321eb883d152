package org.usageflow.console.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Aligns columns of text. What a vendor wrote may be among it, so control characters are made visible: a terminal must not obey them.
 *
 * <p>Holds its rows in memory. Not thread-safe.
 */
public final class TextTable {

    private static final int WIDEST = 40;

    private final List<String[]> rows = new ArrayList<>();
    private final String indent;

    /** A table at the margin. */
    public TextTable() {
        this("");
    }

    /** A table with blanks before each line. */
    public TextTable(String indent) {
        this.indent = indent;
    }

    /** Adds a row; every row has as many cells. */
    public void row(String... cells) {
        var visible = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            visible[i] = visible(cells[i]);
        }
        rows.add(visible);
    }

    /** Prints all rows. */
    public void print(PrintWriter out) {
        int[] widths = widths();
        for (String[] row : rows) {
            var line = new StringBuilder(indent);
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]);
                if (i < row.length - 1) {
                    line.append(" ".repeat(Math.max(0, widths[i] - row[i].length()) + 2));
                }
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int[] widths() {
        int[] widths = new int[rows.isEmpty() ? 0 : rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.min(WIDEST, Math.max(widths[i], row[i].length()));
            }
        }
        return widths;
    }

    /** The text with control characters, and what turns its direction, as {@code \}{@code u001b}. */
    public static String visible(String text) {
        var visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int type = Character.getType(c);
            if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                visible.append(String.format("\\u%04x", (int) c));
            } else {
                visible.append(c);
            }
        }
        return visible.toString();
    }
}
