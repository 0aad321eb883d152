package org.usageflow.console.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** The demonstration's time, which stands still but for its steps: whenever it is run, the same happens at the same time. Thread-safe. */
final class DemoClock extends Clock {

    private static final Instant BEGINNING = Instant.parse("2026-06-01T09:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(5);

    private final AtomicLong steps;
    private final ZoneId zone;

    DemoClock() {
        this(new AtomicLong(), ZoneOffset.UTC);
    }

    private DemoClock(AtomicLong steps, ZoneId zone) {
        this.steps = steps;
        this.zone = zone;
    }

    /** Lets five minutes pass. */
    void step() {
        steps.incrementAndGet();
    }

    @Override
    public Instant instant() {
        return BEGINNING.plus(STEP.multipliedBy(steps.get()));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DemoClock(steps, other);
    }
}
