package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.core.GivenRow.row;
import static org.usageflow.testkit.UsageFixtures.QT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.model.RowCounts;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.TableName;

/** How cells are read, whatever they hold (rules §3.1, §3.3). */
class ValueRulesTest {

    private final Bench bench = Bench.of(QT);

    private List<String> problems(GivenRow... rows) {
        return Bench.lines(bench.judge(rows));
    }

    @Test
    void valid_row_has_no_problem() {
        ValidationReport report = bench.judge(row("R-1"));

        assertThat(report.isValid()).isTrue();
        assertThat(report.problems()).isEmpty();
        assertThat(report.rows()).isEqualTo(new RowCounts(1, 1, 0, 0));
        assertThat(report.sha256()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record_id",
                "item_search_criteria",
                "item_search_value",
                "quantity",
                "start_time_utc",
                "end_time_utc",
                "asset_search_criteria",
                "asset_search_value"
            })
    @DisplayName("rules §3.1: required; a cell is blank if it is absent, empty or white space only")
    void required_value_that_is_blank_is_the_only_problem(String column) {
        assertThat(problems(row("R-1").without(column))).containsExactly("2 " + column + " VALUE_REQUIRED");
        assertThat(problems(row("R-1").with(column, ""))).containsExactly("2 " + column + " VALUE_REQUIRED");
        assertThat(problems(row("R-1").with(column, " \u00A0\t")))
                .containsExactly("2 " + column + " VALUE_REQUIRED [ \u00A0\t]");
    }

    @Test
    @DisplayName("rules §3.3: every problem names tab, row, column header, cell reference and raw value")
    void problem_names_its_place() {
        ValidationReport report = bench.judge(row("R-1"), row("R-2").with("quantity", " 1,5 "));

        Problem problem = report.problems().get(0);
        assertThat(problem)
                .isEqualTo(Problem.of(
                        ProblemCode.VALUE_NOT_A_NUMBER,
                        new Place("records", 3L, "quantity", "D3", null),
                        " 1,5 ",
                        Map.of()));
    }

    @Test
    @DisplayName("rules §6.1: all problems of a row are found, not only the first")
    void row_has_all_its_problems() {
        assertThat(problems(row("R-1")
                        .with("record_id", "")
                        .with("item_search_criteria", "mpn")
                        .with("quantity", "x")
                        .with("start_time_utc", "x")
                        .with("end_time_utc", "2021-07-08T00:00:00+02:00")
                        .with("asset_search_criteria", "id")
                        .with("record_note", "\u0007")))
                .containsExactly(
                        "2 record_id VALUE_REQUIRED",
                        "2 item_search_criteria VALUE_NOT_ALLOWED [mpn]",
                        "2 quantity VALUE_NOT_A_NUMBER [x]",
                        "2 start_time_utc VALUE_NOT_A_TIME [x]",
                        "2 end_time_utc VALUE_NOT_UTC [2021-07-08T00:00:00+02:00]",
                        "2 asset_search_criteria VALUE_NOT_ALLOWED [id]",
                        "2 record_note VALUE_HAS_CONTROL_CHARACTER [\u0007]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"quantity", "record_id", "item_search_criteria", "start_time_utc", "record_note", "v.x", "amount"
            })
    @DisplayName("rules §3.3: an error value, or a formula without a value, is VALUE_IN_ERROR at that cell")
    void cell_in_error_is_the_only_problem(String column) {
        ValidationReport known = bench.judge(row("R-1").with(column, CellKind.ERROR, "#N/A"));
        ValidationReport formula = bench.judge(row("R-1").with(column, CellKind.ERROR, ""));

        assertThat(Bench.lines(known)).containsExactly("2 " + column + " VALUE_IN_ERROR [#N/A]");
        assertThat(Bench.lines(formula)).containsExactly("2 " + column + " VALUE_IN_ERROR");
        assertThat(formula.problems().get(0).arguments()).containsKey("value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quantity", "record_id", "item_search_criteria", "end_time_utc", "v.x"})
    void structure_is_not_allowed(String column) {
        assertThat(problems(row("R-1").with(column, CellKind.STRUCTURE, "{\"a\":1}")))
                .containsExactly("2 " + column + " VALUE_NOT_ALLOWED [{\"a\":1}]");
    }

    @Test
    @DisplayName("rules §3.3: times from text and date cells, in both date systems")
    void window_is_read_from_text_and_date_cells() {
        GivenRow cells = row("R-1")
                .with("start_time_utc", CellKind.SPREADSHEET_DATE, "44385")
                .with("end_time_utc", CellKind.SPREADSHEET_DATE, "44385.999988426");
        GivenRow cells1904 = row("R-1")
                .with("start_time_utc", CellKind.SPREADSHEET_DATE, "42923")
                .with("end_time_utc", CellKind.SPREADSHEET_DATE, "2021-07-08T23:59:59");

        assertThat(bench.read(cells).window()).isEqualTo(bench.read(row("R-1")).window());
        assertThat(bench.read(GivenUpload.records(cells1904).in1904()).window())
                .isEqualTo(bench.read(row("R-1")).window());
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, yesterday, VALUE_NOT_A_TIME",
        "TEXT, 44385, VALUE_NOT_A_TIME",
        "TEXT, 2021-07-08T00:00:00-01:00, VALUE_NOT_UTC",
        "SPREADSHEET_NUMBER, 44385, VALUE_NOT_A_TIME",
        "SPREADSHEET_DATE, 99999999, VALUE_NOT_A_TIME",
        "SPREADSHEET_DATE, 2021-07-08T00:00:00-01:00, VALUE_NOT_UTC",
        "BOOLEAN, TRUE, VALUE_NOT_A_TIME"
    })
    @DisplayName("rules §3.3: any other offset is VALUE_NOT_UTC, never silently converted")
    void time_that_is_none_is_told(CellKind kind, String text, ProblemCode code) {
        assertThat(problems(row("R-1").with("start_time_utc", kind, text)))
                .containsExactly("2 start_time_utc " + code + " [" + text + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"item.mpn", " ITEM.MPN ", "Item.Mpn"})
    void criteria_are_read_whatever_their_case(String criteria) {
        assertThat(problems(row("R-1").with("item_search_criteria", criteria))).isEmpty();
    }

    @Test
    @DisplayName("rules §3.1: amount and tier must be blank in QT")
    void value_that_the_schema_does_not_take_is_unexpected() {
        assertThat(problems(
                        row("R-1").with("amount", "1").with("tier", "0"),
                        row("R-2").with("tier", " ")))
                .containsExactly("2 amount VALUE_UNEXPECTED [1]", "2 tier VALUE_UNEXPECTED [0]");
    }

    @Test
    @DisplayName("rules §3.1: a value without a header has no meaning")
    void value_beyond_the_headers_is_unexpected() {
        var headers = new ArrayList<>(row("R-1").cells().keySet());
        headers.add(" ");
        headers.add("p.private");
        GivenUpload upload = GivenUpload.empty()
                .table(
                        TableName.RECORDS,
                        headers,
                        row("R-1").with(" ", "stray").with("p.private", CellKind.ERROR, "#REF!"),
                        row("R-2").with(" ", "  "));

        assertThat(Bench.lines(bench.judge(upload))).containsExactly("2 - VALUE_UNEXPECTED [stray]");
    }
}
