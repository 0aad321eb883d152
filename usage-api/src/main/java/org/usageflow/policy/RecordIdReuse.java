package org.usageflow.policy;

/** Whether a record id that is live may be reported again. Source: rules §6.3. */
public enum RecordIdReuse {
    /** Refused: the default. */
    REFUSE,
    /** Allowed. */
    ALLOW
}
