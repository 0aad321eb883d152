package org.usageflow.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a record was closed.
 *
 * <p>Source: rules §4.2, §8 (close).
 *
 * @param billingId the billing system's own id; 1 to 255 characters
 * @param note free text, at most 4,000 characters; null for none
 * @param at when; UTC
 * @param by who
 */
public record Closing(String billingId, @Nullable String note, Instant at, Actor by) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the billing id is blank or too long, or a text has a forbidden character
     */
    public Closing {
        billingId = Identifiers.checked(billingId, "billingId");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
    }

    /** This closing without what was noted. */
    public Closing withoutNote() {
        return new Closing(billingId, null, at, by);
    }
}
