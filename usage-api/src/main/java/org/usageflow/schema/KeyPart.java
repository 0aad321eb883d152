package org.usageflow.schema;

/** By what records are grouped, for rules over several rows and for rating. */
public enum KeyPart {
    ITEM,
    SUBSCRIPTION,
    START,
    /** Compared half-open, see {@code UsageWindow.endExclusive()}. */
    END,
    CATEGORY,
    /** The {@code v.} values by name, blank ones aside. */
    PARAMETERS
}
