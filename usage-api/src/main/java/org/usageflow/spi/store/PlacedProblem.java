package org.usageflow.spi.store;

import java.util.Objects;
import org.usageflow.problem.Problem;

/**
 * A problem with its place in the order of its file.
 *
 * @param key where it stands
 * @param problem what is wrong
 */
public record PlacedProblem(ProblemKey key, Problem problem) {

    public PlacedProblem {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(problem, "problem");
    }
}
