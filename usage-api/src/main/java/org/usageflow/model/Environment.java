package org.usageflow.model;

/**
 * Whether a usage file counts.
 *
 * <p>Source: rules §4.1.
 */
public enum Environment {
    PRODUCTION,
    /** A rehearsal: the buyer never sees it, and nothing of it is exported or billed. */
    PREVIEW
}
