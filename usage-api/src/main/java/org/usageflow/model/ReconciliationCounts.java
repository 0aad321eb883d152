package org.usageflow.model;

/**
 * What came of the rows of a reconciliation file.
 *
 * @param closed rows that closed their record
 * @param unchanged rows whose record was closed with the same billing id before
 * @param refused rows in error
 */
public record ReconciliationCounts(long closed, long unchanged, long refused) {

    /** No rows. */
    public static final ReconciliationCounts NONE = new ReconciliationCounts(0, 0, 0);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public ReconciliationCounts {
        if (closed < 0 || unchanged < 0 || refused < 0) {
            throw new IllegalArgumentException("negative count: " + closed + ", " + unchanged + ", " + refused);
        }
    }

    /** How many rows there are. */
    public long rows() {
        return closed + unchanged + refused;
    }
}
