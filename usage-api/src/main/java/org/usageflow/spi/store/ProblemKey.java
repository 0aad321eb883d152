package org.usageflow.spi.store;

import java.util.Comparator;

/**
 * Where a problem stands in the order of its file: problems of the file and its header first, then by row, then by column, then as they were found.
 *
 * @param rank 0 to 4: the file, the header, the tab {@code general}, the categories, the records
 * @param position of the row among its table's rows; 0 or -1 where no row is meant
 * @param column index of the source's column; -1 where none is meant
 * @param sequence unique in the file; settles ties
 */
public record ProblemKey(int rank, long position, int column, long sequence) implements Comparable<ProblemKey> {

    /** The rank of problems in the records. */
    public static final int RECORDS = 4;

    private static final Comparator<ProblemKey> ORDER = Comparator.comparingInt(ProblemKey::rank)
            .thenComparingLong(ProblemKey::position)
            .thenComparingInt(ProblemKey::column)
            .thenComparingLong(ProblemKey::sequence);

    @Override
    public int compareTo(ProblemKey other) {
        return ORDER.compare(this, other);
    }
}
