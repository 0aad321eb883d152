package org.usageflow.core.internal.processed;

import java.util.List;
import org.usageflow.spi.format.CellMarks;

/**
 * Marks the cells that problems name: an outline for an error, and a comment, as long as there are not too many of them.
 *
 * <p>Source: rules §3.4.
 */
final class CellMarker {

    /** How many cells in error have a comment; and so many cells with warnings alone. */
    static final int MOST_COMMENTS = 1_000;
    /** Longest comment, in characters. */
    static final int LONGEST_COMMENT = 2_000;

    private final CellMarks marks = new CellMarks();
    private int errors;
    private int warnings;

    /** Where the column of a problem is written. */
    @FunctionalInterface
    interface Target {

        /** The column; -1 for none. */
        int of(Finding finding);
    }

    /** The marks of a row or header, whose problems are in the order of their columns; a view, valid until the next call. */
    CellMarks mark(List<Finding> findings, Target target) {
        marks.clear();
        int from = 0;
        while (from < findings.size()) {
            int column = target.of(findings.get(from));
            int to = from + 1;
            while (to < findings.size() && target.of(findings.get(to)) == column) {
                to++;
            }
            if (column >= 0) {
                cell(column, findings.subList(from, to));
            }
            from = to;
        }
        return marks;
    }

    private void cell(int column, List<Finding> findings) {
        boolean error = findings.stream().anyMatch(Finding::isError);
        if (error) {
            marks.outline(column);
        }
        int comments = error ? ++errors : ++warnings;
        if (comments <= MOST_COMMENTS) {
            marks.comment(column, comment(findings));
        }
    }

    private static String comment(List<Finding> findings) {
        var text = new StringBuilder();
        for (Finding each : findings) {
            if (text.length() > LONGEST_COMMENT) {
                break;
            }
            text.append(text.isEmpty() ? "" : "\n").append(each.text());
        }
        return Texts.cut(text.toString(), LONGEST_COMMENT);
    }
}
