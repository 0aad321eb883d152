package org.usageflow.lifecycle;

/**
 * Where a part file stands.
 *
 * <p>Source: rules §4.3.
 */
public enum PartFileStatus {
    DRAFT,
    READY,
    FAILED,
    CLOSED
}
