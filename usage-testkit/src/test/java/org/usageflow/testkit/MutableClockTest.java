package org.usageflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MutableClockTest {

    private final MutableClock clock = MutableClock.at("2021-08-01T09:00:00Z");

    @Test
    void clock_left_alone_stands_still() {
        Instant first = clock.instant();

        assertThat(first).isEqualTo("2021-08-01T09:00:00Z");
        assertThat(clock.instant()).isEqualTo(first);
    }

    @Test
    void clock_advanced_moves_with_its_zones() {
        Clock elsewhere = clock.withZone(ZoneId.of("Europe/Berlin"));

        clock.advance(Duration.ofHours(2));

        assertThat(clock.instant()).isEqualTo("2021-08-01T11:00:00Z");
        assertThat(elsewhere.instant()).isEqualTo("2021-08-01T11:00:00Z");
        assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void clock_set_tells_that_time() {
        clock.set(Instant.EPOCH);

        assertThat(clock.millis()).isZero();
    }
}
