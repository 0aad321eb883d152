package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.usageflow.model.RowCounts;
import org.usageflow.model.Tier;
import org.usageflow.model.UsageTotals;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;

class ValidationReportTest {

    private static final RowCounts NO_ROWS = new RowCounts(0, 0, 0, 0);
    private static final UsageTotals NO_TOTALS = new UsageTotals(BigDecimal.ZERO, null, null, Map.of());

    @Test
    void report_says_whether_there_are_more_problems_than_it_lists() {
        Problem problem = Problem.of(ProblemCode.FILE_NO_RECORDS, Place.FILE, null, Map.of());

        assertThat(new ValidationReport(true, NO_ROWS, NO_TOTALS, "", 1, Map.of(), List.of(problem)).hasMoreProblems())
                .isFalse();
        assertThat(new ValidationReport(true, NO_ROWS, NO_TOTALS, "", 2, Map.of(), List.of(problem)).hasMoreProblems())
                .isTrue();
    }

    @Test
    void report_does_not_change_with_what_it_was_made_of() {
        Map<ProblemCode, Long> counts = new EnumMap<>(ProblemCode.class);
        counts.put(ProblemCode.FILE_NO_RECORDS, 1L);
        Map<Tier, BigDecimal> amounts = new HashMap<>();
        amounts.put(new Tier(1), BigDecimal.ONE);
        amounts.put(new Tier(0), BigDecimal.TEN);
        var totals = new UsageTotals(BigDecimal.ZERO, null, null, amounts);
        var report = new ValidationReport(true, NO_ROWS, totals, "", 1, counts, List.of());

        counts.clear();
        amounts.clear();

        assertThat(report.countByCode()).containsOnlyKeys(ProblemCode.FILE_NO_RECORDS);
        assertThat(report.totals().amountByTier().keySet()).containsExactly(new Tier(0), new Tier(1));
        assertThatThrownBy(() -> report.countByCode().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> report.totals().amountByTier().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
