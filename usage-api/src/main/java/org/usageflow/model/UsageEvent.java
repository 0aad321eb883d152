package org.usageflow.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.UsageFileStatus;

/**
 * Something that happened to a usage file: an entry of its history, and what listeners hear.
 *
 * <p>Immutable, thread-safe. Source: rules §8 (events).
 *
 * @param file to which file
 * @param number its place in the file's history, from 1, without gaps
 * @param at when; UTC
 * @param action what happened
 * @param from the file's status before; null for its creation
 * @param to the file's status after; the same where it did not move
 * @param by who; the role SYSTEM where the library acted by itself
 * @param note what was said; null for none
 * @param record the one record concerned; null where none or many are
 * @param version of the file afterwards
 */
public record UsageEvent(
        UsageFileId file,
        long number,
        Instant at,
        EventAction action,
        @Nullable UsageFileStatus from,
        UsageFileStatus to,
        Actor by,
        @Nullable String note,
        @Nullable UsageRecordId record,
        Version version) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the number is below 1
     */
    public UsageEvent {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(version, "version");
        if (number < 1) {
            throw new IllegalArgumentException("events are numbered from 1: " + number);
        }
    }

    /** This event with another number, for a reader who does not see all that came before it. */
    public UsageEvent numbered(long other) {
        return other == number ? this : new UsageEvent(file, other, at, action, from, to, by, note, record, version);
    }
}
