package org.usageflow.problem;

import java.util.Locale;

/** What a problem is about, in the order of the catalogue. */
public enum ProblemGroup {
    FILE,
    COLUMN,
    VALUE,
    RECORD,
    ITEM,
    SUBSCRIPTION,
    CATEGORY,
    TIER,
    PREREQUISITE,
    RATING,
    RECONCILIATION;

    /** The lower-case word of the catalogue. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
