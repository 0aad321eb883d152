package org.usageflow.core;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.UsageRecordId;

/**
 * What came of closing one record of many.
 *
 * <p>Source: rules §8 (close).
 *
 * @param record which
 * @param outcome what came of it
 * @param code why it was refused: the reason of a refusal, or NOT_FOUND, STALE_VERSION, INVALID_COMMAND; null where it was not
 * @param message the same in words; null where it was not refused
 */
public record CloseResult(
        UsageRecordId record,
        Outcome outcome,
        @Nullable String code,
        @Nullable String message) {

    /** What can come of it. */
    public enum Outcome {
        CLOSED,
        /** It was closed before by the same party, and has another billing id or note now. */
        CORRECTED,
        /** It was closed before, with the same billing id and note. */
        UNCHANGED,
        REFUSED
    }

    public CloseResult {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(outcome, "outcome");
    }

    static CloseResult of(UsageRecordId record, Outcome outcome) {
        return new CloseResult(record, outcome, null, null);
    }

    static CloseResult refused(UsageRecordId record, String code, @Nullable String message) {
        return new CloseResult(record, Outcome.REFUSED, code, message);
    }
}
