package org.usageflow.lifecycle;

/**
 * Where a usage file stands.
 *
 * <p>Source: rules §4.1.
 */
public enum UsageFileStatus {
    DRAFT,
    UPLOADING,
    PROCESSING,
    INVALID,
    READY,
    PENDING,
    REJECTED,
    ACCEPTED,
    CLOSED,
    DELETED;

    /** Whether the record ids of a production file of kind actual in this status may not be reported again (rules §6.3). */
    public boolean isLive() {
        return this == READY || this == PENDING || this == ACCEPTED || this == CLOSED;
    }
}
