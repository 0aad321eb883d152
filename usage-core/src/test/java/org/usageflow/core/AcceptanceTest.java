package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.core.GivenRow.priced;
import static org.usageflow.core.GivenRow.row;
import static org.usageflow.testkit.UsageFixtures.CR;
import static org.usageflow.testkit.UsageFixtures.EUR;
import static org.usageflow.testkit.UsageFixtures.PR;
import static org.usageflow.testkit.UsageFixtures.QT;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.usageflow.model.RowCounts;
import org.usageflow.model.UsageTotals;
import org.usageflow.policy.AcceptancePolicy;
import org.usageflow.policy.NegativePolicy;
import org.usageflow.problem.ProblemCode;

/** Whether a file goes on without its rows in error, and what is summed (rules §6.1, §6.3). */
class AcceptanceTest {

    private static GivenUpload withBad(int rows, int bad) {
        return GivenUpload.records(rows, i -> i < bad ? row("R-" + i).with("quantity", "x") : row("R-" + i));
    }

    private static ValidationReport judge(AcceptancePolicy policy, GivenUpload upload) {
        return Bench.of(QT).policies(policies -> policies.with(policy)).judge(upload);
    }

    @Test
    @DisplayName("rules §6.3: acceptance = all: one record in error makes the file invalid")
    void one_row_in_error_makes_the_file_invalid() {
        ValidationReport report = judge(AcceptancePolicy.ALL, withBad(100, 1));

        assertThat(report.isValid()).isFalse();
        assertThat(report.rows()).isEqualTo(new RowCounts(100, 99, 1, 0));
        assertThat(report.totals().quantity()).isEqualByComparingTo("2772");
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, 100, 5, true",
        "0.05, 100, 6, false",
        "0.05, 20, 1, true",
        "0.05, 19, 1, false",
        "0.3333, 3, 1, false",
        "0.3334, 3, 1, true",
        "0, 10, 0, true",
        "0, 10, 1, false",
        "1, 3, 3, true"
    })
    @DisplayName("rules §6.3: acceptance = up-to: above the share the file is invalid")
    void rows_in_error_are_suspended_up_to_the_share(BigDecimal share, int rows, int bad, boolean goesOn) {
        ValidationReport report = judge(AcceptancePolicy.upTo(share), withBad(rows, bad));

        assertThat(report.isValid()).isEqualTo(goesOn);
        assertThat(report.rows()).isEqualTo(new RowCounts(rows, rows - bad, bad, goesOn ? bad : 0));
    }

    @Test
    @DisplayName("rules §6.3: acceptance = partial")
    void rows_in_error_are_suspended_however_many() {
        ValidationReport report = judge(AcceptancePolicy.PARTIAL, withBad(10, 9));

        assertThat(report.isValid()).isTrue();
        assertThat(report.rows()).isEqualTo(new RowCounts(10, 1, 9, 9));
        assertThat(report.totals().quantity()).isEqualByComparingTo("28");
    }

    @Test
    @DisplayName("rules §6.3: an error that is no row's is not suspended")
    void error_of_the_file_is_never_suspended() {
        ValidationReport report = judge(AcceptancePolicy.PARTIAL, withBad(2, 0).categories("C-1", "C-1"));

        assertThat(report.countByCode()).containsOnly(Map.entry(ProblemCode.CATEGORY_DUPLICATE, 1L));
        assertThat(report.isValid()).isFalse();
        assertThat(report.rows().suspended()).isZero();
    }

    @Test
    @DisplayName("rules §6.1: a shape error stops there, whatever the policy")
    void fault_of_shape_is_never_suspended() {
        ValidationReport report = judge(AcceptancePolicy.PARTIAL, withBad(2, 1).thenFault(ProblemCode.FILE_SUSPICIOUS));

        assertThat(report.isValid()).isFalse();
    }

    @Test
    @DisplayName("rules §6.1: totals are over valid rows, duplicates found late left out")
    void totals_are_over_valid_rows() {
        for (var schema : java.util.List.of(PR, CR)) {
            ValidationReport report = Bench.of(schema)
                    .judge(
                            priced("R-1", "0.10"),
                            priced("R-2", "0.2").with("quantity", "x"),
                            priced("R-1", "1000").with("quantity", "5"),
                            priced("R-3", "12345678901234567890.12345678").with("quantity", "99999999999999999999"),
                            priced("R-4", "7").ofSeats().with("quantity", "3"));

            assertThat(report.rows()).isEqualTo(new RowCounts(5, 3, 2, 0));
            assertThat(report.totals())
                    .isEqualTo(new UsageTotals(
                            new BigDecimal("100000000000000000030"),
                            EUR,
                            new BigDecimal("12345678901234567890.22345678"),
                            Map.of()));
        }
    }

    @Test
    void total_of_nothing_is_zero() {
        ValidationReport report = Bench.of(PR).judge(priced("R-1", "1").with("quantity", "x"));

        assertThat(report.totals()).isEqualTo(new UsageTotals(BigDecimal.ZERO, EUR, BigDecimal.ZERO, Map.of()));
    }

    @Test
    void totals_are_canonical() {
        ValidationReport report = Bench.of(PR)
                .policies(policies -> policies.with(NegativePolicy.CORRECTIONS))
                .judge(
                        priced("R-1", "10.25").with("quantity", "500"),
                        priced("R-2", "-0.25").with("quantity", "500"),
                        priced("R-3", "-10").with("quantity", "-1000"));

        assertThat(report.totals().quantity()).isEqualTo(BigDecimal.ZERO);
        assertThat(report.totals().amount()).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    @DisplayName("rules §6.1: a row is invalid once, whatever is found late")
    void row_with_several_late_problems_counts_once() {
        ValidationReport report = judge(
                AcceptancePolicy.PARTIAL,
                GivenUpload.records(
                        row("R-1"), row("R-1"), row("R-1").with("quantity", "x").with("record_note", "\u0001")));

        assertThat(report.problemCount()).isEqualTo(4);
        assertThat(report.rows()).isEqualTo(new RowCounts(3, 1, 2, 2));
        assertThat(report.totals().quantity()).isEqualByComparingTo("28");
    }
}
