package org.usageflow.policy;

import org.usageflow.problem.Severity;

/** What becomes of a tier that pays more than it sells for. Source: rules §6.3. */
public enum NegativeMarginPolicy {
    /** A warning: the default. */
    WARN(Severity.WARNING),
    /** An error. */
    REFUSE(Severity.ERROR);

    private final Severity severity;

    NegativeMarginPolicy(Severity severity) {
        this.severity = severity;
    }

    /** The severity of TIER_MARGIN_NEGATIVE. */
    public Severity severity() {
        return severity;
    }
}
