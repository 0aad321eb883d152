package org.usageflow.spi.format;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table to be written.
 *
 * <p>A <em>copy</em> repeats a table of an upload, with columns added behind its own, such that it reads as the original does. In a copy a writer, as far as its format can:
 *
 * <ul>
 *   <li>puts header and rows where they were: by {@link SourceRow#number()} and {@link SourceRow#position()}, both of which grow, leaving blank what lies between;
 *   <li>takes cells of every {@link CellKind}, and writes those that its own reader gives such that they are read back as the same kind with the same text; others as text. A
 *       {@link CellKind#STRUCTURE} becomes an empty one of the same sort. Text that it cannot hold is changed as little as possible, never refused;
 *   <li>keeps columns without a value apart from columns that are not there.
 * </ul>
 *
 * @param name the tab's name; formats that hold one table ignore it
 * @param columns at least one; of a copy first the original's, in its order
 * @param original the table that this is a copy of; null for a table of its own
 */
public record OutputTable(
        String name, List<OutputColumn> columns, @Nullable SourceTable original) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException without columns, or for a copy that lacks columns of its original
     */
    public OutputTable {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table has columns");
        }
        if (original != null && columns.size() < original.headers().size()) {
            throw new IllegalArgumentException("a copy has the columns of its original");
        }
    }

    /** A table of its own. */
    public OutputTable(String name, List<OutputColumn> columns) {
        this(name, columns, null);
    }

    /** A copy of a table, under the name that is written. */
    public static OutputTable copyOf(SourceTable original, List<OutputColumn> columns) {
        return new OutputTable(original.name().code(), columns, original);
    }

    /**
     * A column to be written.
     *
     * @param name the header
     * @param text whether it holds text, so that what a spreadsheet would run as a formula is guarded; false for numbers and times
     * @param emphasised whether the header is bold
     * @param width in characters, as a hint
     * @param accepted the values that the column takes, as a hint for drop-down lists; empty for any
     */
    public record OutputColumn(String name, boolean text, boolean emphasised, int width, List<String> accepted) {

        public OutputColumn {
            Objects.requireNonNull(name, "name");
            accepted = List.copyOf(accepted);
        }

        /** A column of text without hints. */
        public static OutputColumn text(String name) {
            return new OutputColumn(name, true, false, 20, List.of());
        }

        /** A column of numbers or times without hints. */
        public static OutputColumn plain(String name) {
            return new OutputColumn(name, false, false, 20, List.of());
        }
    }
}
