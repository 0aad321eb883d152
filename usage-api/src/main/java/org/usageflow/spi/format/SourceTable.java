package org.usageflow.spi.format;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table that was found in an upload: its header, and how to speak of its cells.
 *
 * @param name which table
 * @param headers the header's texts by column, as written, untrimmed; empty text where a column has none. Empty list where the table has no row at all
 * @param headerPlaces where each header stands, as {@link Locator} sees it: number and position for each column; a single pair serves all where the header is one row
 * @param locator places cells
 * @param dates the workbook's date system
 * @param apostrophes whether an apostrophe stands before text that a spreadsheet would run as a formula, and is to be taken off (CSV)
 */
public record SourceTable(
        TableName name,
        List<String> headers,
        List<HeaderPlace> headerPlaces,
        Locator locator,
        DateSystem dates,
        boolean apostrophes) {

    /**
     * Where a header stands.
     *
     * @param number as {@link SourceRow#number()}
     * @param position as {@link SourceRow#position()}; -1 for a header row, which is no row of the table
     */
    public record HeaderPlace(long number, long position) {}

    public SourceTable {
        Objects.requireNonNull(name, "name");
        headers = List.copyOf(headers);
        headerPlaces = List.copyOf(headerPlaces);
        Objects.requireNonNull(locator, "locator");
        Objects.requireNonNull(dates, "dates");
        if (!headers.isEmpty() && headerPlaces.size() != 1 && headerPlaces.size() != headers.size()) {
            throw new IllegalArgumentException("one place for the header, or one for each column");
        }
    }

    /** A table whose header is one row. */
    public static SourceTable of(
            TableName name,
            List<String> headers,
            long headerRow,
            Locator locator,
            DateSystem dates,
            boolean apostrophes) {
        return new SourceTable(name, headers, List.of(new HeaderPlace(headerRow, -1)), locator, dates, apostrophes);
    }

    /** Where the header of a column stands. */
    public org.usageflow.problem.Place placeOfHeader(int column, @Nullable String name) {
        HeaderPlace place = headerPlaces.get(headerPlaces.size() == 1 ? 0 : column);
        return locator.locate(place.number(), place.position(), column, name);
    }
}
