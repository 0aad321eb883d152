package org.usageflow.schema;

/**
 * Judges groups of rows, one group after the other: {@link #begin}, {@link #row} for each of its rows in the file's order, {@link #end}. <b>Implementable</b> as part of a
 * {@link FileRule}. Used by one thread.
 */
public interface GroupJudge {

    /** A new group. */
    void begin();

    /** The group's next row. */
    void row(GroupRow row, GroupFindings findings);

    /** The group has no more rows. */
    void end(GroupFindings findings);
}
