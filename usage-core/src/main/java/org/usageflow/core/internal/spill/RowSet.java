package org.usageflow.core.internal.spill;

import java.util.Arrays;

/**
 * A set of row positions: one bit a row, so about 2 MiB for the longest text file that the default limits let in. Not thread-safe.
 */
public final class RowSet {

    private long[] words = new long[128];

    /** Makes an empty set. */
    public RowSet() {}

    /**
     * Adds a position.
     *
     * @param position 0 or more, below 2^37
     * @return whether it was not there
     */
    public boolean add(long position) {
        int word = Math.toIntExact(position >>> 6);
        if (word >= words.length) {
            words = Arrays.copyOf(words, Math.max(word + 1, words.length + (words.length >> 1)));
        }
        long bit = 1L << (position & 63);
        boolean fresh = (words[word] & bit) == 0;
        words[word] |= bit;
        return fresh;
    }

    /** Whether the position was added. */
    public boolean contains(long position) {
        int word = Math.toIntExact(position >>> 6);
        return word < words.length && (words[word] & (1L << (position & 63))) != 0;
    }
}
