package org.usageflow.lifecycle;

/**
 * Where a reconciliation file stands.
 *
 * <p>Source: rules §4.4.
 */
public enum ReconciliationStatus {
    UPLOADED,
    PROCESSING,
    /** With a result for each row, even where some were refused. */
    PROCESSED,
    /** Unreadable. */
    FAILED
}
