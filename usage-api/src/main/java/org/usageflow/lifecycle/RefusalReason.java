package org.usageflow.lifecycle;

/**
 * Why an action was refused. Closed and stable: hosts may switch on it.
 */
public enum RefusalReason {
    /** No row of the table leads from the status by the action. */
    NOT_IN_STATUS,
    /** The row exists; this capacity may not fire it. */
    NOT_ALLOWED_TO_ACTOR
}
