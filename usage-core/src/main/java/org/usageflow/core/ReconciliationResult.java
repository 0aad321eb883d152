package org.usageflow.core;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.usageflow.model.ReconciliationFile;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;

/**
 * What came of a reconciliation file.
 *
 * <p>Immutable, thread-safe. Source: rules §3.7, §4.4.
 *
 * @param file as it is now, with the exact numbers of rows that closed a record, changed nothing, or were refused
 * @param problemCount how many problems there are, listed or not
 * @param problemsByCode how many of each code
 * @param problems the first ones, by row, then column, as many as reports list
 */
public record ReconciliationResult(
        ReconciliationFile file, long problemCount, Map<ProblemCode, Long> problemsByCode, List<Problem> problems) {

    public ReconciliationResult {
        Objects.requireNonNull(file, "file");
        var counts = new EnumMap<ProblemCode, Long>(ProblemCode.class);
        counts.putAll(problemsByCode);
        problemsByCode = Collections.unmodifiableMap(counts);
        problems = List.copyOf(problems);
    }
}
