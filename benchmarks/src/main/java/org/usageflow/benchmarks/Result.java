package org.usageflow.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What came of a contest.
 *
 * @param contest which
 * @param timings of its ways, in their order
 */
record Result(Contest contest, List<Timing> timings) {

    Result {
        timings = List.copyOf(timings);
    }

    /** The quickest of the floors by its median; empty where there is none. */
    Optional<Timing> floor() {
        return timings.subList(0, contest.floors().size()).stream().min(Comparator.comparingLong(Timing::nanos));
    }

    /** The library's first way, whose ratio the goal is about. */
    Timing product() {
        return timings.get(contest.floors().size() + contest.others().size());
    }
}
