package org.usageflow.policy;

/** What becomes of records outside the report period. Source: rules §6.3. */
public enum WindowPolicy {
    /** Errors, unless the product takes late or future charges: the default. */
    ENFORCE,
    /** Warnings, unless the product takes them. */
    WARN,
    /** Not looked at. */
    IGNORE
}
