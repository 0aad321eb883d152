package org.usageflow.model;

/**
 * Numbers of rows of an upload, wholly blank ones aside. All zero after a fault of shape.
 *
 * <p>Source: rules §6.1, §6.3.
 *
 * @param read all
 * @param valid without an error
 * @param invalid with one or more
 * @param suspended those of the invalid ones that are set aside, so that the rest goes on, under a policy of partial acceptance
 */
public record RowCounts(long read, long valid, long invalid, long suspended) {

    /** No rows. */
    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a number is negative, or valid and invalid ones do not add up to those read
     */
    public RowCounts {
        if (valid < 0 || suspended < 0 || suspended > invalid || valid + invalid != read) {
            throw new IllegalArgumentException("rows that do not add up: " + read + " read, " + valid + " valid, "
                    + invalid + " invalid, " + suspended + " suspended");
        }
    }
}
