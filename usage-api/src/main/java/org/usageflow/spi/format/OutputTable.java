package org.usageflow.spi.format;

import java.util.List;
import java.util.Objects;

/**
 * A table to be written.
 *
 * @param name the tab's name; formats that hold one table ignore it
 * @param columns at least one
 */
public record OutputTable(String name, List<OutputColumn> columns) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException without columns
     */
    public OutputTable {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table has columns");
        }
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
