package org.usageflow.model;

import java.time.Instant;
import java.util.Objects;

/**
 * The time that a usage file reports on.
 *
 * <p>Stored as written and compared half-open, by the same rule as {@link UsageWindow}: {@code 2021-07-08 23:59:59} and {@code 2021-07-09 00:00:00} are the same
 * end.
 *
 * <p>Source: rules §6.3.
 *
 * @param start UTC, inclusive
 * @param end UTC, as written; after the start
 */
public record UsagePeriod(Instant start, Instant end) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the end does not lie after the start
     */
    public UsagePeriod {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("the period does not end after its start: " + start + " to " + end);
        }
    }

    /** The end for every comparison. */
    public Instant endExclusive() {
        return UsageWindow.endExclusive(end);
    }

    /** Whether usage in the window started before this period: late usage. */
    public boolean startsAfter(UsageWindow window) {
        return window.start().isBefore(start);
    }

    /** Whether usage in the window ends after this period: future usage. */
    public boolean endsBefore(UsageWindow window) {
        return window.endExclusive().isAfter(endExclusive());
    }
}
