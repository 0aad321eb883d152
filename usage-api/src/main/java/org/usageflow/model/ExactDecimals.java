package org.usageflow.model;

import java.math.BigDecimal;

/** One canonical scale for every decimal of the model. */
final class ExactDecimals {

    static final int MAX_DIGITS = 38;

    // Far beyond what is kept, and small enough to be looked at: more zeros than this need not be stripped.
    private static final int MAX_SCALE = 10_000;
    private static final int MAX_BITS = 4_096;

    private ExactDecimals() {}

    static BigDecimal canonical(BigDecimal value, int maxDecimals, String type) {
        // Looked at before stripping: a hostile exponent must not be expanded.
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        boolean hostile = value.scale() > MAX_SCALE
                || value.scale() < -MAX_SCALE
                || value.unscaledValue().bitLength() > MAX_BITS;
        if (hostile) {
            throw new IllegalArgumentException(type + " has more than " + MAX_DIGITS + " digits");
        }
        BigDecimal canonical = value.scale() == 0 ? value : value.stripTrailingZeros();
        if (canonical.scale() > maxDecimals) {
            throw new IllegalArgumentException(type + " has more than " + maxDecimals + " decimals: " + value);
        }
        if ((long) canonical.precision() - Math.min(canonical.scale(), 0) > MAX_DIGITS) {
            throw new IllegalArgumentException(type + " has more than " + MAX_DIGITS + " digits: " + value);
        }
        return canonical.scale() < 0 ? canonical.setScale(0) : canonical;
    }
}
