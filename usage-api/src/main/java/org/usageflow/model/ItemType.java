package org.usageflow.model;

import java.util.Locale;

/**
 * Whether an item is reserved in advance or paid by use.
 *
 * <p>Source: rules §1, §2.
 */
public enum ItemType {
    /** Ordered in advance; usage of it is information and is never billed. */
    RESERVATION,
    /** Pay-per-use: what a usage file bills. */
    PPU;

    /** The lower-case word of files and catalogs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
