package org.usageflow.model;

import java.util.Locale;

/**
 * How often an item is billed. Pay-per-use items are billed monthly.
 *
 * <p>Source: rules §2.
 */
public enum BillingPeriod {
    ONETIME,
    MONTHLY,
    YEARLY,
    YEARS_2,
    YEARS_3,
    YEARS_4,
    YEARS_5;

    /** The lower-case word of files and catalogs, e.g. {@code monthly}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
