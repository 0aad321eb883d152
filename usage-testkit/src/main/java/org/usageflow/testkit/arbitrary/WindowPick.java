package org.usageflow.testkit.arbitrary;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.usageflow.model.UsagePeriod;
import org.usageflow.model.UsageWindow;

/**
 * Which window of a period, whatever period it is, so that windows can be generated before their period is known.
 *
 * @param kind what kind of window
 * @param one picks a day or second
 * @param other picks another
 * @param micros of a second, added to the end where there is room
 */
record WindowPick(Kind kind, int one, int other, int micros) {

    private static final long DAY = 86_400;
    private static final int NANOS_OF_MICRO = 1_000;

    /** A kind of window; all lie in the period, compared half-open. */
    enum Kind {
        /** A day that ends at the next midnight. */
        DAY,
        /** A day that ends in its last second. */
        DAY_TO_LAST_SECOND,
        /** The whole period, its end as the period has it. */
        PERIOD,
        /** The whole period up to its last second. */
        PERIOD_TO_LAST_SECOND,
        /** The first moment. */
        START,
        /** A moment in the last second. */
        END,
        /** Any seconds. */
        SECONDS
    }

    static Arbitrary<WindowPick> picks() {
        Arbitrary<Kind> kinds = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(Kind.class)), Tuple.of(1, Arbitraries.just(Kind.SECONDS)));
        Arbitrary<Integer> places = Arbitraries.integers().between(0, Integer.MAX_VALUE);
        Arbitrary<Integer> fractions = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.of(500_000, 1_000, 1)),
                Tuple.of(1, Arbitraries.integers().between(0, 999_999)));
        return Combinators.combine(kinds, places, places, fractions).as(WindowPick::new);
    }

    UsageWindow in(UsagePeriod period) {
        return switch (kind) {
            case DAY -> day(period, 0);
            case DAY_TO_LAST_SECOND -> day(period, 1);
            case PERIOD -> new UsageWindow(period.start(), period.end());
            case PERIOD_TO_LAST_SECOND -> new UsageWindow(period.start(), last(period));
            case START -> new UsageWindow(period.start(), period.start());
            case END -> new UsageWindow(last(period), last(period));
            case SECONDS -> seconds(period);
        };
    }

    /** A second before the end that counts; the start of a period that is shorter. */
    private static Instant last(UsagePeriod period) {
        Instant last = period.endExclusive().minusSeconds(1);
        return last.isBefore(period.start()) ? period.start() : last;
    }

    private UsageWindow day(UsagePeriod period, int lastSecond) {
        long days = Duration.between(period.start(), period.endExclusive()).toDays();
        Instant start = period.start().plusSeconds(one % Math.max(1, days) * DAY);
        Instant end = start.plusSeconds(DAY - lastSecond);
        return new UsageWindow(start, end.isAfter(period.endExclusive()) ? start : end);
    }

    private UsageWindow seconds(UsagePeriod period) {
        long length = last(period).getEpochSecond() - period.start().getEpochSecond();
        long first = one % (length + 1);
        long second = other % (length + 1);
        Instant start = period.start().plusSeconds(Math.min(first, second));
        Instant end = period.start().plusSeconds(Math.max(first, second));
        boolean room = Math.max(first, second) < length;
        return new UsageWindow(start, room ? end.plusNanos((long) micros * NANOS_OF_MICRO) : end);
    }
}
