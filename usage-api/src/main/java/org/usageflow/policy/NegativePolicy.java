package org.usageflow.policy;

/** Whether quantities and amounts below zero are taken. Source: rules §6.3. */
public enum NegativePolicy {
    /** Refused: the default. */
    REFUSE,
    /** Signed rows are allowed, linked by {@code corrects_record_id} or not. */
    CORRECTIONS
}
