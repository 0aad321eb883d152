package org.usageflow.lifecycle;

/**
 * What can be done to a reconciliation file.
 *
 * <p>Source: rules §4.4.
 */
public enum ReconciliationAction {
    UPLOAD,
    PROCESS,
    COMPLETE,
    FAIL
}
