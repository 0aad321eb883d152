package org.usageflow.model;

/**
 * Whether a usage file reports what was used, or estimates it ahead of time.
 *
 * <p>Source: rules §4.5.
 */
public enum FileKind {
    ACTUAL,
    /** Never exported, billed or closed; superseded by the actual file. */
    ESTIMATE
}
