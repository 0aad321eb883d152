package org.usageflow.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The time in which a record's usage happened, as the vendor wrote it.
 *
 * <p>Compared half-open through {@link #endExclusive()} alone: an end in the last second of a UTC day counts as the next midnight, so that {@code 23:59:59} and
 * {@code 00:00:00} of the next day are the same end.
 *
 * <p>Source: rules §3.1, §6.3.
 *
 * @param start UTC, inclusive
 * @param end UTC, as written; not before the start
 */
public record UsageWindow(Instant start, Instant end) {

    private static final long SECONDS_PER_DAY = 86_400;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the end lies before the start
     */
    public UsageWindow {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("the window ends before it starts: " + start + " to " + end);
        }
    }

    /** The end for every comparison: the next midnight for an end in the last second of a day, else the end as written. */
    public Instant endExclusive() {
        return endExclusive(end);
    }

    static Instant endExclusive(Instant end) {
        long second = end.getEpochSecond();
        return Math.floorMod(second, SECONDS_PER_DAY) == SECONDS_PER_DAY - 1 ? Instant.ofEpochSecond(second + 1) : end;
    }

    /**
     * Whether this window and the given time share a moment; a window of no length counts as its one moment.
     *
     * @param from inclusive
     * @param to exclusive; null for no end
     */
    public boolean overlaps(Instant from, @Nullable Instant to) {
        Instant exclusive = endExclusive();
        boolean endsAfterFrom = exclusive.isAfter(from) || (start.equals(exclusive) && start.equals(from));
        return endsAfterFrom && (to == null || start.isBefore(to));
    }
}
