package org.usageflow.core;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.RowCounts;
import org.usageflow.model.UsageTotals;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;

/**
 * What came of judging an upload.
 *
 * <p>Immutable. Source: rules §6.1, §6.3.
 *
 * @param isValid whether the file may go on
 * @param rows how many there are
 * @param totals sums over the valid rows
 * @param sha256 of the upload's bytes, 64 lower-case hexadecimal digits; of an upload above the limit, of as many bytes as the limit and one; null for records that were appended without a file
 * @param problemCount every problem, warnings included, listed or not
 * @param countByCode how many of each code, listed or not
 * @param problems the first ones, by row, then column, as many as the host keeps
 */
public record ValidationReport(
        boolean isValid,
        RowCounts rows,
        UsageTotals totals,
        @Nullable String sha256,
        long problemCount,
        Map<ProblemCode, Long> countByCode,
        List<Problem> problems) {

    public ValidationReport {
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(totals, "totals");
        countByCode = countByCode.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(countByCode));
        problems = List.copyOf(problems);
    }

    /** Whether there are more problems than are listed. */
    public boolean hasMoreProblems() {
        return problemCount > problems.size();
    }
}
