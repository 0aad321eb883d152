package org.usageflow.spi.format;

import org.jspecify.annotations.Nullable;
import org.usageflow.problem.Place;

/**
 * Says where a cell stands, in the words of its format. <b>Implementable</b> as part of a {@link UsageFormat}.
 *
 * <p>Thread-safe, and valid after the read has ended: problems that only show at the end of a file are placed with it.
 */
@FunctionalInterface
public interface Locator {

    /**
     * Says where a cell stands.
     *
     * @param number the row's number, see {@link SourceRow#number()}
     * @param position the row's place among the table's rows, see {@link SourceRow#position()}
     * @param column index of the source's column; -1 for the row as a whole
     * @param canonical the column's canonical name; null where none is meant
     */
    Place locate(long number, long position, int column, @Nullable String canonical);
}
