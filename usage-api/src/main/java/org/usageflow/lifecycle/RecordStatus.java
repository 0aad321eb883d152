package org.usageflow.lifecycle;

/**
 * Where a usage record stands.
 *
 * <p>Source: rules §4.2.
 */
public enum RecordStatus {
    UPLOADED,
    VALIDATED,
    INVALID,
    /** In error, set aside under a policy of partial acceptance. */
    SUSPENDED,
    PENDING,
    ACCEPTED,
    REJECTED,
    CLOSED
}
