package org.usageflow.model;

/**
 * The version of an aggregate, for optimistic locking: it grows by one with every change.
 *
 * <p>Source: rules §10.
 *
 * @param number 1 for a new aggregate
 */
public record Version(long number) implements Comparable<Version> {

    /** Of an aggregate just made. */
    public static final Version FIRST = new Version(1);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException below 1
     */
    public Version {
        if (number < 1) {
            throw new IllegalArgumentException("a version is 1 or more: " + number);
        }
    }

    public Version next() {
        return new Version(number + 1);
    }

    @Override
    public int compareTo(Version other) {
        return Long.compare(number, other.number);
    }
}
