package org.usageflow.policy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file goes on without its rows in error.
 *
 * <p>Source: rules §6.3.
 *
 * @param maxShare the highest share of rows in error, 0 to 1, at which they are suspended and the rest goes on; null where one row in error makes the file invalid
 */
public record AcceptancePolicy(@Nullable BigDecimal maxShare) {

    /** One record in error makes the file invalid: the default. */
    public static final AcceptancePolicy ALL = new AcceptancePolicy(null);

    /** Rows in error are suspended, however many. */
    public static final AcceptancePolicy PARTIAL = new AcceptancePolicy(BigDecimal.ONE);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException for a share outside 0 to 1
     */
    public AcceptancePolicy {
        if (maxShare != null && (maxShare.signum() < 0 || maxShare.compareTo(BigDecimal.ONE) > 0)) {
            throw new IllegalArgumentException("a share is 0 to 1: " + maxShare);
        }
        maxShare = maxShare == null ? null : maxShare.stripTrailingZeros();
    }

    /** Rows in error are suspended, up to that share; above it the file is invalid. */
    public static AcceptancePolicy upTo(BigDecimal share) {
        return new AcceptancePolicy(share);
    }

    /** Whether so many rows in error, of all rows, let the rest go on. */
    public boolean letsGoOn(long invalid, long rows) {
        if (invalid == 0) {
            return true;
        }
        return maxShare != null
                && BigDecimal.valueOf(invalid).compareTo(maxShare.multiply(BigDecimal.valueOf(rows))) <= 0;
    }
}
