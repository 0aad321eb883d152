package org.usageflow.core.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;

/**
 * The problems of a file as they are at one moment; sorted when they are first listed, and kept so.
 *
 * <p>Immutable, thread-safe.
 */
final class ProblemTable {

    private static final Comparator<PlacedProblem> ORDER = Comparator.comparing(PlacedProblem::key);

    private final Chunks<PlacedProblem> found;
    private volatile PlacedProblem @Nullable [] sorted;

    private ProblemTable(Chunks<PlacedProblem> found) {
        this.found = found;
    }

    static ProblemTable empty() {
        return new ProblemTable(Chunks.empty());
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    ProblemTable plus(List<PlacedProblem> more) {
        return more.isEmpty() ? this : new ProblemTable(found.plus(more));
    }

    /** These problems, those at certain places without raw values and arguments; itself where there are none. */
    ProblemTable withoutValues(Predicate<ProblemKey> where) {
        Chunks<PlacedProblem> changed = found.map(each -> where.test(each.key()) ? withoutValues(each) : each);
        return changed == found ? this : new ProblemTable(changed);
    }

    private static PlacedProblem withoutValues(PlacedProblem placed) {
        Problem problem = placed.problem();
        return new PlacedProblem(
                placed.key(), new Problem(problem.code(), problem.severity(), problem.place(), null, Map.of()));
    }

    /** Those behind a key, at most so many; all for null. */
    List<PlacedProblem> behind(@Nullable ProblemKey after, int limit) {
        PlacedProblem[] all = sorted();
        int from = after == null ? 0 : firstBehind(all, after);
        return List.of(Arrays.copyOfRange(all, from, (int) Math.min(all.length, (long) from + limit)));
    }

    private PlacedProblem[] sorted() {
        PlacedProblem[] known = sorted;
        if (known == null) {
            known = found.toArray(new PlacedProblem[found.size()]);
            Arrays.sort(known, ORDER);
            sorted = known;
        }
        return Objects.requireNonNull(known);
    }

    private static int firstBehind(PlacedProblem[] all, ProblemKey after) {
        int low = 0;
        int high = all.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all[middle].key().compareTo(after) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many there are of each code. */
    Map<ProblemCode, Long> counts() {
        var counts = new EnumMap<ProblemCode, Long>(ProblemCode.class);
        found.forEach(each -> counts.merge(each.problem().code(), 1L, Long::sum));
        return Map.copyOf(counts);
    }
}
