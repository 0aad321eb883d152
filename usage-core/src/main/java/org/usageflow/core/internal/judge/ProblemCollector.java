package org.usageflow.core.internal.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.Severity;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;

/**
 * Counts every problem, and keeps the first ones in the order of the file: by row, then column.
 *
 * <p>Memory is that of the problems kept. Not thread-safe. Source: rules §6.1.
 */
public final class ProblemCollector {

    /** Rank of problems of the file as a whole. */
    static final int FILE = 0;
    /** Rank of problems of the header. */
    static final int HEADER = 1;
    /** Rank of problems in the tab {@code general}. */
    static final int GENERAL = 2;
    /** Rank of problems in the categories. */
    static final int CATEGORIES = 3;
    /** Rank of problems in the records. */
    public static final int RECORDS = ProblemKey.RECORDS;

    private static final Comparator<PlacedProblem> ORDER = Comparator.comparing(PlacedProblem::key);

    private final int limit;
    private final @Nullable Listener listener;
    private final PriorityQueue<PlacedProblem> kept = new PriorityQueue<>(ORDER.reversed());
    private final long[] counts = new long[ProblemCode.values().length];
    private long total;
    private long fileErrors;
    private long sequence;

    /**
     * Makes a collector.
     *
     * @param limit how many problems are kept
     * @param listener hears every problem when it is found; null for none
     */
    public ProblemCollector(int limit, @Nullable Listener listener) {
        this.limit = limit;
        this.listener = listener;
    }

    /** Hears every problem when it is found, which is not the order of the file. */
    @FunctionalInterface
    public interface Listener {

        /** A problem, with its place in the order of the file. */
        void onProblem(PlacedProblem problem);

        /** The file's shape is at fault: what was found before does not count. Does nothing by default. */
        default void onShapeFault() {}
    }

    /** Forgets everything found so far, because the shape is at fault. */
    void clear() {
        kept.clear();
        Arrays.fill(counts, 0);
        total = 0;
        fileErrors = 0;
        if (listener != null) {
            listener.onShapeFault();
        }
    }

    /** A problem of the file as a whole. */
    public void addFileProblem(Problem problem) {
        add(FILE, 0, -1, problem.code(), problem.severity(), () -> problem);
    }

    /** A problem with the code's own severity. */
    public void add(
            int rank,
            long position,
            int column,
            ProblemCode code,
            Place place,
            @Nullable String value,
            Map<String, String> arguments) {
        add(rank, position, column, code, code.severity(), () -> Problem.of(code, place, value, arguments));
    }

    /** A problem that is only put together if it is kept, or somebody listens. */
    void add(int rank, long position, int column, ProblemCode code, Severity severity, Supplier<Problem> problem) {
        total++;
        counts[indexOf(code)]++;
        if (rank != RECORDS && severity == Severity.ERROR) {
            fileErrors++;
        }
        boolean wanted = isWanted(rank, position, column);
        if (!wanted && listener == null) {
            return;
        }
        var made = new PlacedProblem(new ProblemKey(rank, position, column, sequence++), problem.get());
        if (wanted) {
            kept.add(made);
            if (kept.size() > limit) {
                kept.poll();
            }
        }
        if (listener != null) {
            listener.onProblem(made);
        }
    }

    private boolean isWanted(int rank, long position, int column) {
        PlacedProblem greatest = kept.size() < limit ? null : kept.peek();
        if (greatest == null) {
            return limit > 0;
        }
        ProblemKey last = greatest.key();
        if (rank != last.rank()) {
            return rank < last.rank();
        }
        return position != last.position() ? position < last.position() : column < last.column();
    }

    @SuppressWarnings("EnumOrdinal") // an array by code, never stored
    private static int indexOf(ProblemCode code) {
        return code.ordinal();
    }

    /** How many problems there are, kept or not. */
    public long total() {
        return total;
    }

    /** Errors that are no row's. */
    public long fileErrors() {
        return fileErrors;
    }

    /** How many there are of each code that there is, kept or not. */
    public Map<ProblemCode, Long> counts() {
        var byCode = new EnumMap<ProblemCode, Long>(ProblemCode.class);
        for (ProblemCode code : ProblemCode.values()) {
            if (counts[indexOf(code)] > 0) {
                byCode.put(code, counts[indexOf(code)]);
            }
        }
        return byCode;
    }

    /** The problems kept, in order. */
    public List<Problem> kept() {
        var sorted = new ArrayList<>(kept);
        sorted.sort(ORDER);
        return sorted.stream().map(PlacedProblem::problem).toList();
    }
}
