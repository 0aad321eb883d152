package org.usageflow.spi.store;

import java.time.Instant;
import java.util.Objects;

/**
 * Says who is at work on something, and until when that is believed.
 *
 * @param subject what is worked on, e.g. the id of a usage file; 1 to 255 characters
 * @param holder the process and the piece of work, different for every piece; 1 to 255 characters
 * @param until when others may take over; UTC, to the microsecond
 */
public record Lease(String subject, String holder, Instant until) {

    public Lease {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(until, "until");
    }
}
