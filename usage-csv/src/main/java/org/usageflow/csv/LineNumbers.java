package org.usageflow.csv;

/** The lines on which the latest records start. The text is scanned ahead of the parser by a buffer, so no more than that are remembered. */
final class LineNumbers {

    private final long[] lines;

    /** Remembers as many records as fit into a buffer of that many characters, and the two at its ends. */
    LineNumbers(int characters) {
        lines = new long[Integer.highestOneBit(characters + 2) << 1];
    }

    void put(long record, long line) {
        lines[slot(record)] = line;
    }

    long get(long record) {
        return lines[slot(record)];
    }

    private int slot(long record) {
        return (int) (record & (lines.length - 1));
    }
}
