package org.usageflow.json.dialect;

import java.util.Locale;
import java.util.Optional;
import org.usageflow.lifecycle.RecordStatus;

/**
 * Where a record stands, in the words of the original platform.
 *
 * <p>Source: rules §4.2, §12.
 */
public enum DialectStatus {
    /** Without an error, and not decided: validated or pending. */
    VALID,
    /** With an error: invalid or suspended. */
    INVALID,
    /** Accepted, and not closed. */
    APPROVED,
    REJECTED,
    CLOSED;

    /** The lower-case word that is written. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word for a status of this library; empty for a record that is not judged yet. */
    public static Optional<DialectStatus> of(RecordStatus status) {
        return switch (status) {
            case UPLOADED -> Optional.empty();
            case VALIDATED, PENDING -> Optional.of(VALID);
            case INVALID, SUSPENDED -> Optional.of(INVALID);
            case ACCEPTED -> Optional.of(APPROVED);
            case REJECTED -> Optional.of(REJECTED);
            case CLOSED -> Optional.of(CLOSED);
        };
    }
}
