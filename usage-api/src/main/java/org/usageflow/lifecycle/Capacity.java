package org.usageflow.lifecycle;

import java.util.Locale;

/**
 * In which capacity an actor stands to a file: what its role comes to once its account is compared with the file's.
 *
 * <p>A distributor and a reseller that buys under a contract are both the file's buyer; a reseller further down the chain is not.
 *
 * <p>Source: rules §4, §5.
 */
public enum Capacity {
    /** The account that reports the file. */
    VENDOR,
    /** The account that the file's contract names as buying. */
    BUYER,
    /** A usage rule of the buyer, acting by itself. */
    RULE,
    /** A reseller down the chain; it may read, and fires nothing. */
    RESELLER,
    /** The library itself. */
    SYSTEM;

    /** The lower-case word of the printed tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
