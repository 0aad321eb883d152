package org.usageflow.model;

/**
 * A place in the sales chain: 0 the customer, 1 the reseller who sells to the customer, and so on up to the contract's buyer.
 *
 * <p>Not a step of volume pricing; that is a band.
 *
 * <p>Source: rules §1.
 *
 * @param level 0 to 999
 */
public record Tier(int level) implements Comparable<Tier> {

    /** The end customer. */
    public static final Tier CUSTOMER = new Tier(0);

    /** Highest level that can be named. */
    public static final int MAX_LEVEL = 999;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException outside 0 to 999
     */
    public Tier {
        if (level < 0 || level > MAX_LEVEL) {
            throw new IllegalArgumentException("a tier is 0 to " + MAX_LEVEL + ": " + level);
        }
    }

    /** The seller to this tier. */
    public Tier above() {
        return new Tier(level + 1);
    }

    @Override
    public int compareTo(Tier other) {
        return Integer.compare(level, other.level);
    }

    @Override
    public String toString() {
        return Integer.toString(level);
    }
}
