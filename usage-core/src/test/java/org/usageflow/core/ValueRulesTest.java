package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.core.GivenRow.priced;
import static org.usageflow.core.GivenRow.row;
import static org.usageflow.testkit.UsageFixtures.PR;
import static org.usageflow.testkit.UsageFixtures.QT;
import static org.usageflow.testkit.UsageFixtures.TR;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.model.ReportedRecord;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.TableName;

/** How cells are read (rules §3.1, §3.3), one by one. */
class ValueRulesTest {

    private final Bench bench = Bench.of(QT);

    private List<String> problems(GivenRow... rows) {
        return Bench.lines(bench.judge(rows));
    }

    private ReportedRecord read(GivenUpload upload) {
        var records = new ArrayList<ReportedRecord>();
        ValidationReport report = bench.judge(upload, new ValidationListener() {
            @Override
            public void onRecord(long row, ReportedRecord reported) {
                records.add(reported);
            }
        });
        assertThat(Bench.lines(report)).isEmpty();
        return records.get(0);
    }

    private ReportedRecord read(GivenRow row) {
        return read(GivenUpload.records(row));
    }

    @Test
    void valid_row_has_no_problem() {
        ValidationReport report = bench.judge(row("R-1"));

        assertThat(report.isValid()).isTrue();
        assertThat(report.problems()).isEmpty();
        assertThat(report.rows()).isEqualTo(new ValidationReport.Rows(1, 1, 0, 0));
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
        assertThat(read(row("R-1").with("quantity", kind, text)).quantity()).hasToString(expected);
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
    @CsvSource({
        "SPREADSHEET_NUMBER, 554027867388, 554027867388",
        "SPREADSHEET_NUMBER, 5.54027867388E11, 554027867388",
        "SPREADSHEET_NUMBER, 554027867388.0, 554027867388",
        "NUMBER, 12345678901234567890, 12345678901234567890",
        "SPREADSHEET_DATE, 44385, 2021-07-08",
        "SPREADSHEET_DATE, 44385.25, 2021-07-08 06:00:00",
        "SPREADSHEET_DATE, -5, -5",
        "NUMBER, 1e99, 1e99",
        "BOOLEAN, TRUE, TRUE",
        "TEXT, Cafe\u0301, Caf\u00E9"
    })
    @DisplayName("rules §3.3: an identifier in a numeric cell is its exact integer text")
    void identifier_of_any_kind_of_cell_is_text(CellKind kind, String text, String expected) {
        assertThat(read(row("R-1").with("record_id", kind, text)).key().value()).isEqualTo(expected);
    }

    @Test
    @DisplayName("rules §3.3: VALUE_DAMAGED for a numeric identifier beyond 15 digits")
    void damaged_identifier_is_a_warning() {
        assertThat(problems(row("R-1").with("record_id", CellKind.SPREADSHEET_NUMBER, "12345678901234567")))
                .containsExactly("2 record_id VALUE_DAMAGED (warning) [12345678901234567]");
    }

    @Test
    @DisplayName("rules §3.3: any other Unicode is kept in free text, NFC in identifiers only")
    void free_text_is_kept_as_written() {
        String note = "Cafe\u0301 \uD83D\uDE00\tand\r\nmore";

        ReportedRecord record = read(row("R-1").with("record_note", note).with("v.city", " Zu\u0308rich"));

        assertThat(record.note()).isEqualTo(note);
        assertThat(record.parameters()).containsExactly(Map.entry("city", " Zu\u0308rich"));
    }

    @Test
    void columns_of_every_kind_are_read_into_the_record() {
        ReportedRecord record = read(row("R-1")
                .with("v.Zone ", "b")
                .with("category_id", "C-1")
                .with("asset_recon_id", "RC-1")
                .with("v.empty", " ")
                .with("v.alpha", "a"));

        assertThat(record.category()).hasToString("C-1");
        assertThat(record.assetReconId()).isEqualTo("RC-1");
        assertThat(record.parameters()).containsExactly(Map.entry("zone", "b"), Map.entry("alpha", "a"));
    }

    @ParameterizedTest
    @CsvSource({"record_id, 255", "item_search_value, 255", "asset_search_value, 255", "record_note, 4000", "v.x, 4000"
    })
    @DisplayName("rules §3.1: length limits")
    void text_beyond_its_limit_is_told(String column, int limit) {
        String longest = "x".repeat(limit);

        ValidationReport fits = bench.judge(row("R-1").with(column, longest));
        ValidationReport beyond = bench.judge(row("R-1").with(column, longest + "y"));

        assertThat(fits.countByCode()).doesNotContainKey(ProblemCode.VALUE_TOO_LONG);
        assertThat(beyond.countByCode()).containsOnly(Map.entry(ProblemCode.VALUE_TOO_LONG, 1L));
        assertThat(beyond.problems().get(0).arguments()).containsEntry("limit", Integer.toString(limit));
    }

    @ParameterizedTest
    @CsvSource({"record_id", "record_note", "v.x", "category_id", "asset_recon_id"})
    @DisplayName("rules §3.3: control characters and lone surrogates are problems")
    void forbidden_character_is_told_with_its_position(String column) {
        ValidationReport control = bench.judge(row("R-1").with(column, "ab\u0001"));
        ValidationReport surrogate = bench.judge(row("R-1").with(column, "\uD83D"));

        assertThat(Bench.lines(control)).containsExactly("2 " + column + " VALUE_HAS_CONTROL_CHARACTER [ab\u0001]");
        assertThat(control.problems().get(0).arguments())
                .containsEntry("character", "U+0001")
                .containsEntry("position", "3");
        assertThat(surrogate.problems().get(0).arguments()).containsEntry("character", "U+D83D");
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

        assertThat(read(cells).window()).isEqualTo(read(row("R-1")).window());
        assertThat(read(GivenUpload.records(cells1904).in1904()).window())
                .isEqualTo(read(row("R-1")).window());
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

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "'=1+1, =1+1",
                "''=1+1, '=1+1",
                "'@x, @x",
                "'-5, -5",
                "'+5, +5",
                "O'Hara, O'Hara",
                "'quoted', 'quoted'",
                "', '"
            })
    @DisplayName("rules §9: in CSV one apostrophe is taken off what would run as a formula")
    void guard_is_taken_off_where_the_format_has_it(String written, String meant) {
        GivenRow row = row("R-1").with("record_id", written);

        assertThat(read(GivenUpload.records(row).withApostrophes()).key().value())
                .isEqualTo(meant);
        assertThat(read(GivenUpload.records(row)).key().value()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"record_id", "item_search_value", "asset_search_value"})
    @DisplayName("rules §3.1, §9: what is left behind the guard may be blank")
    void guarded_blank_is_blank(String column) {
        GivenUpload upload = GivenUpload.records(row("R-1").with(column, "'\t")).withApostrophes();

        assertThat(Bench.lines(bench.judge(upload))).containsExactly("2 " + column + " VALUE_REQUIRED [\t]");
    }

    @Test
    void guarded_blank_of_an_optional_column_is_absent() {
        GivenRow row = row("R-1").with("category_id", "'\t").with("v.x", "'\r").with("record_note", "'\t ");

        ReportedRecord record = read(GivenUpload.records(row).withApostrophes().categories("C-1"));

        assertThat(record.category()).isNull();
        assertThat(record.note()).isNull();
        assertThat(record.parameters()).isEmpty();
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
