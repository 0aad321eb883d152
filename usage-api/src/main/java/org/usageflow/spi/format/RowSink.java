package org.usageflow.spi.format;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;

/**
 * What a reader pushes into. <b>Implementable</b>, though hosts seldom need to.
 *
 * <p>Called by one thread at a time, in this order: for each table that was asked for and found, {@link #table}, then {@link #row} for each of its rows. Tables come in the
 * order of {@link TableName}. After {@link #fault} nothing more is called.
 */
public interface RowSink {

    /**
     * A table with its header.
     *
     * @return whether its rows are wanted; if not, the reader goes on to the next table
     */
    boolean table(SourceTable table);

    /**
     * A row that is not wholly blank.
     *
     * @param row a view, valid during the call
     * @return whether to go on; if not, the reader stops at once and returns
     */
    boolean row(SourceRow row);

    /**
     * The upload cannot be read, or is refused: a fault of its shape. Reading ends.
     *
     * @param code a code of the group file
     * @param place where, as far as it is known
     * @param value the offending text, such as an entry's name; null for none
     * @param arguments for the message: {@code reason} for FILE_UNREADABLE and FILE_SUSPICIOUS, {@code what} and {@code limit} for FILE_TOO_LARGE, {@code sheet} for SHEET_MISSING
     */
    void fault(ProblemCode code, Place place, @Nullable String value, Map<String, String> arguments);

    /** How much of the source has been read, in bytes; called now and then. Does nothing by default. */
    default void progress(long bytesRead) {}
}
