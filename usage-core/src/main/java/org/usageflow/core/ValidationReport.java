package org.usageflow.core;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.Tier;
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
 * @param sha256 of the upload's bytes, 64 lower-case hexadecimal digits; of an upload above the limit, of as many bytes as the limit and one
 * @param problemCount every problem, warnings included, listed or not
 * @param countByCode how many of each code, listed or not
 * @param problems the first ones, by row, then column, as many as the host keeps
 */
public record ValidationReport(
        boolean isValid,
        Rows rows,
        Totals totals,
        String sha256,
        long problemCount,
        Map<ProblemCode, Long> countByCode,
        List<Problem> problems) {

    public ValidationReport {
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(totals, "totals");
        Objects.requireNonNull(sha256, "sha256");
        countByCode = countByCode.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(countByCode));
        problems = List.copyOf(problems);
    }

    /** Whether there are more problems than are listed. */
    public boolean hasMoreProblems() {
        return problemCount > problems.size();
    }

    /**
     * Numbers of rows, wholly blank ones aside. All zero after a fault of shape.
     *
     * @param read all
     * @param valid without an error
     * @param invalid with one or more
     * @param suspended those of the invalid ones that are set aside, so that the rest goes on, under a policy of partial acceptance
     */
    public record Rows(long read, long valid, long invalid, long suspended) {}

    /**
     * Sums over the valid rows, exact and canonical.
     *
     * @param quantity of all items together; in TR each consumption once
     * @param currency of the amounts; null for a schema without amounts
     * @param amount the sum, where rows name no tier; else null
     * @param amountByTier the sums by tier, where rows name one; else empty
     */
    public record Totals(
            BigDecimal quantity,
            @Nullable Currency currency,
            @Nullable BigDecimal amount,
            Map<Tier, BigDecimal> amountByTier) {

        public Totals {
            Objects.requireNonNull(quantity, "quantity");
            amountByTier = Collections.unmodifiableMap(new TreeMap<>(amountByTier));
        }
    }
}
