package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.core.GivenRow.priced;
import static org.usageflow.core.GivenRow.row;
import static org.usageflow.testkit.UsageFixtures.PR;
import static org.usageflow.testkit.UsageFixtures.QT;
import static org.usageflow.testkit.UsageFixtures.TR;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.spi.format.CellKind;

/** How numbers are read from cells (rules §3.1, §3.3). */
class NumberRulesTest {

    private final Bench bench = Bench.of(QT);

    private List<String> problems(GivenRow... rows) {
        return Bench.lines(bench.judge(rows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1,5", "1 000", "NaN", "Infinity", "0x1F", "1f", "1e999999999", "1e40", "--1"})
    @DisplayName("rules §3.3: what is no number")
    void quantity_that_is_no_number_is_told(String text) {
        assertThat(problems(row("R-1").with("quantity", text)))
                .containsExactly("2 quantity VALUE_NOT_A_NUMBER [" + text + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, ' +28.0 ', 28",
        "NUMBER, 2.8e1, 28",
        "SPREADSHEET_NUMBER, 28.000, 28",
        "SPREADSHEET_NUMBER, 2.8E1, 28"
    })
    @DisplayName("rules §3.3: real files mix everything")
    void quantity_is_read_from_text_and_numbers(CellKind kind, String text, String expected) {
        assertThat(bench.read(row("R-1").with("quantity", kind, text)).quantity())
                .hasToString(expected);
    }

    @Test
    @DisplayName("a date or a truth value is no quantity")
    void quantity_that_is_a_date_or_a_truth_value_is_no_number() {
        assertThat(problems(row("R-1").with("quantity", CellKind.SPREADSHEET_DATE, "43832")))
                .containsExactly("2 quantity VALUE_NOT_A_NUMBER [43832]");
        assertThat(problems(row("R-1").with("quantity", CellKind.BOOLEAN, "TRUE")))
                .containsExactly("2 quantity VALUE_NOT_A_NUMBER [TRUE]");
    }

    @ParameterizedTest
    @CsvSource({
        "MPN-CALLS, 28.5, 0",
        "MPN-CALLS, 0.00000001, 0",
        "MPN-STORAGE, 1.23456, 4",
        "MPN-STORAGE, 1.000000001, 8"
    })
    @DisplayName("rules §3.1: at most as many decimals as the item's precision")
    void quantity_beyond_the_items_precision_is_told(String item, String quantity, String limit) {
        ValidationReport report =
                bench.judge(row("R-1").with("item_search_value", item).with("quantity", quantity));

        assertThat(Bench.lines(report)).containsExactly("2 quantity VALUE_TOO_PRECISE [" + quantity + "]");
        assertThat(report.problems().get(0).arguments()).containsEntry("limit", limit);
    }

    @Test
    @DisplayName("rules §3.1: trailing zeros aside")
    void trailing_zeros_are_no_decimals() {
        assertThat(problems(row("R-1").with("quantity", "28.0000000000"))).isEmpty();
        assertThat(problems(row("R-1").with("item_search_value", "MPN-STORAGE").with("quantity", "4.123400")))
                .isEmpty();
    }

    @Test
    @DisplayName("rules §3.3: a numeric cell beyond 15 digits is rounded, and a warning")
    void damaged_number_is_a_warning_and_is_rounded() {
        ValidationReport report = Bench.of(PR)
                .judge(priced("R-1", "0").with("amount", CellKind.SPREADSHEET_NUMBER, "562.24000000000001"));

        assertThat(Bench.lines(report)).containsExactly("2 amount VALUE_DAMAGED (warning) [562.24000000000001]");
        assertThat(report.problems().get(0).arguments()).containsEntry("read", "562.24");
        assertThat(report.isValid()).isTrue();
        assertThat(report.totals().amount()).isEqualByComparingTo("562.24");
    }

    @Test
    @DisplayName("rules §3.3: text's digits are all kept")
    void long_text_number_is_not_damaged() {
        assertThat(Bench.lines(Bench.of(PR).judge(priced("R-1", "1234567890123456.12345678"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "-1", "1000", "1e3", "x"})
    @DisplayName("rules §3.1: a tier is 0, 1, 2, …")
    void tier_that_is_none_is_told(String tier) {
        List<String> lines =
                Bench.lines(Bench.of(TR).judge(GivenRow.tier("R-1", 0, "1").with("tier", tier)));

        String code = tier.equals("x") ? "VALUE_NOT_A_NUMBER" : "VALUE_NOT_ALLOWED";
        assertThat(lines).containsExactly("2 tier " + code + " [" + tier + "]");
    }

    @Test
    void tier_written_with_a_point_is_read() {
        GivenRow row = GivenRow.tier("R-1", 0, "1").with("tier", CellKind.SPREADSHEET_NUMBER, "0.0");

        assertThat(Bench.lines(Bench.of(TR).judge(row))).isEmpty();
    }
}
