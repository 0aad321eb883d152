package org.usageflow.verification.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.usageflow.model.UsagePeriod;
import org.usageflow.model.UsageWindow;

class UsageWindowProperties {

    private static final Instant MIDNIGHT = Instant.parse("2026-07-01T00:00:00Z");
    private static final Duration LAST_SECOND = Duration.ofSeconds(86_399);

    @Property
    void an_end_outside_the_last_second_of_a_day_counts_as_written(@ForAll("windows") UsageWindow window) {
        boolean inLastSecond =
                window.end().truncatedTo(ChronoUnit.SECONDS).toString().endsWith("T23:59:59Z");

        assertThat(window.endExclusive().equals(window.end())).isEqualTo(!inLastSecond);
    }

    @Property
    void an_end_in_the_last_second_of_a_day_is_the_next_midnight(
            @ForAll("days") Instant day, @ForAll("nanos") int nanos) {
        Instant end = day.plus(LAST_SECOND).plusNanos(nanos);

        UsageWindow window = new UsageWindow(day, end);

        assertThat(window.end()).isEqualTo(end);
        assertThat(window.endExclusive()).isEqualTo(day.plus(1, ChronoUnit.DAYS));
        assertThat(window.endExclusive()).isEqualTo(new UsageWindow(day, day.plus(1, ChronoUnit.DAYS)).endExclusive());
    }

    @Property
    void overlap_is_that_of_half_open_times(
            @ForAll("windows") UsageWindow window, @ForAll("moments") Instant from, @ForAll("moments") Instant other) {
        Instant to = from.isBefore(other) ? other : from.plusSeconds(1);
        boolean moment = window.start().equals(window.endExclusive());
        Instant end = moment ? window.start().plusNanos(1) : window.endExclusive();

        assertThat(window.overlaps(from, to)).isEqualTo(window.start().isBefore(to) && from.isBefore(end));
        assertThat(window.overlaps(from, null)).isEqualTo(from.isBefore(end));
    }

    @Property
    void both_spellings_of_an_end_are_alike_to_a_period(@ForAll("days") Instant day) {
        UsagePeriod written = new UsagePeriod(day, day.plus(LAST_SECOND));
        UsagePeriod exclusive = new UsagePeriod(day, day.plus(1, ChronoUnit.DAYS));
        UsageWindow window = new UsageWindow(day, day.plus(1, ChronoUnit.DAYS));
        UsageWindow windowWritten = new UsageWindow(day, day.plus(LAST_SECOND));

        assertThat(written.endExclusive()).isEqualTo(exclusive.endExclusive());
        assertThat(written.endsBefore(window)).isFalse();
        assertThat(exclusive.endsBefore(windowWritten)).isFalse();
    }

    @Property
    void late_and_future_follow_start_and_end(@ForAll("windows") UsageWindow window) {
        UsagePeriod july = new UsagePeriod(MIDNIGHT, MIDNIGHT.plus(31, ChronoUnit.DAYS));

        assertThat(july.startsAfter(window)).isEqualTo(window.start().isBefore(MIDNIGHT));
        assertThat(july.endsBefore(window))
                .isEqualTo(window.endExclusive().isAfter(Instant.parse("2026-08-01T00:00:00Z")));
    }

    @Example
    void reversed_windows_and_periods_cannot_exist() {
        Instant later = MIDNIGHT.plusSeconds(1);

        assertThat(new UsageWindow(MIDNIGHT, MIDNIGHT).endExclusive()).isEqualTo(MIDNIGHT);
        assertThatIllegalArgumentException().isThrownBy(() -> new UsageWindow(later, MIDNIGHT));
        assertThatIllegalArgumentException().isThrownBy(() -> new UsagePeriod(later, MIDNIGHT));
        assertThatIllegalArgumentException().isThrownBy(() -> new UsagePeriod(MIDNIGHT, MIDNIGHT));
    }

    @Example
    void a_window_of_no_length_is_its_one_moment() {
        UsageWindow moment = new UsageWindow(MIDNIGHT, MIDNIGHT);

        assertThat(moment.overlaps(MIDNIGHT, null)).isTrue();
        assertThat(moment.overlaps(MIDNIGHT.minusSeconds(1), MIDNIGHT)).isFalse();
        assertThat(moment.overlaps(MIDNIGHT.plusNanos(1), null)).isFalse();
    }

    @Provide
    Arbitrary<UsageWindow> windows() {
        return Combinators.combine(moments(), moments())
                .as((a, b) -> a.isBefore(b) ? new UsageWindow(a, b) : new UsageWindow(b, a));
    }

    /** Moments at and around the ends of days, where mistakes live. */
    @Provide
    Arbitrary<Instant> moments() {
        Arbitrary<Long> nearMidnight = Arbitraries.longs().between(-2, 2);
        Arbitrary<Long> anywhere = Arbitraries.longs().between(-40_000, 40_000);
        return Combinators.combine(days(), Arbitraries.oneOf(nearMidnight, anywhere), nanos())
                .as((day, seconds, nanos) -> day.plusSeconds(seconds).plusNanos(nanos));
    }

    @Provide
    Arbitrary<Instant> days() {
        return Arbitraries.integers().between(-60_000, 60_000).map(days -> MIDNIGHT.plus(days % 60, ChronoUnit.DAYS));
    }

    @Provide
    Arbitrary<Integer> nanos() {
        return Arbitraries.oneOf(Arbitraries.just(0), Arbitraries.integers().between(0, 999_999_999));
    }
}
