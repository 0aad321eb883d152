package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.model.RowCounts;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadLimits;

/** The header of the records (rules §3.1, §6.1): a fault of shape, after which no row counts. */
class HeaderRulesTest {

    private final Bench bench = Bench.of(QT);

    private static List<String> standard() {
        return new ArrayList<>(row("R-1").cells().keySet());
    }

    private ValidationReport judge(List<String> headers, GivenRow... rows) {
        return bench.judge(GivenUpload.empty().table(TableName.RECORDS, headers, rows));
    }

    @Test
    @DisplayName("rules §3.1: any order, case and surrounding blanks aside, older names too")
    void headers_are_matched_by_name() {
        List<String> headers = List.of(
                "END_TIME_UTC",
                " start_time_utc ",
                "Quantity",
                "\u00A0item_search_value",
                "item_search_criteria",
                "asset_search_value",
                "asset_search_criteria\n",
                "usage_record_id");
        GivenRow row = GivenRow.empty();
        row("R-1")
                .cells()
                .forEach((name, cell) -> headers.stream()
                        .filter(header -> header.strip().replace("\u00A0", "").equalsIgnoreCase(name)
                                || (name.equals("record_id") && header.equals("usage_record_id")))
                        .forEach(header -> row.with(header, cell.text())));

        ValidationReport report = judge(headers, row);

        assertThat(report.problems()).isEmpty();
        assertThat(report.rows().valid()).isEqualTo(1);
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
    @DisplayName("rules §6.1: COLUMN_MISSING at no row and the column's canonical name")
    void required_column_that_is_missing_is_a_fault(String column) {
        List<String> headers = standard();
        headers.remove(column);

        ValidationReport report = judge(headers, row("R-1").with("quantity", "x"));

        assertThat(report.problems())
                .containsExactly(
                        Problem.of(ProblemCode.COLUMN_MISSING, Place.column(column), null, Map.of("column", column)));
        assertThat(report.isValid()).isFalse();
        assertThat(report.rows()).isEqualTo(new RowCounts(0, 0, 0, 0));
        assertThat(report.totals().quantity()).isZero();
    }

    @Test
    @DisplayName("rules §3.1: amount in PR, amount and tier in TR are required columns")
    void column_that_the_schema_expects_is_required() {
        assertThat(Bench.lines(Bench.of(PR).judge(row("R-1")))).containsExactly("- amount COLUMN_MISSING");
        assertThat(Bench.lines(Bench.of(TR).judge(row("R-1"))))
                .containsExactly("- amount COLUMN_MISSING", "- tier COLUMN_MISSING");
    }

    @Test
    @DisplayName("rules §6.1: COLUMN_UNKNOWN and COLUMN_DUPLICATE at the header's cell")
    void unknown_and_repeated_columns_are_faults_at_their_headers() {
        List<String> headers = standard();
        headers.remove("quantity");
        headers.add(" Colour ");
        headers.add("Usage_Record_ID");
        headers.add("v.x");
        headers.add("V.X");
        headers.add("status");
        headers.add("STATUS");

        ValidationReport report = judge(headers, row("R-1"));

        assertThat(Bench.lines(report))
                .containsExactly(
                        "- quantity COLUMN_MISSING",
                        "1 Colour COLUMN_UNKNOWN [ Colour ]",
                        "1 Usage_Record_ID COLUMN_DUPLICATE [Usage_Record_ID]",
                        "1 V.X COLUMN_DUPLICATE [V.X]",
                        "1 STATUS COLUMN_DUPLICATE [STATUS]");
        assertThat(report.problems().get(1).place().cell()).isEqualTo("H1");
        assertThat(report.problems().get(2).place().cell()).isEqualTo("I1");
        assertThat(report.rows().read()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v.", "v. x", "v.x\u0001", "w.x", "v", "item", "record id"})
    void header_that_is_nearly_one_is_unknown(String header) {
        List<String> headers = standard();
        headers.add(header);

        assertThat(Bench.lines(judge(headers, row("R-1"))))
                .containsExactly("1 " + header.strip() + " COLUMN_UNKNOWN [" + header + "]");
    }

    @Test
    void parameter_name_has_at_most_255_characters() {
        String longest = "v." + "x".repeat(253);

        assertThat(Bench.lines(bench.judge(row("R-1").with(longest, "a")))).isEmpty();
        assertThat(bench.judge(row("R-1").with(longest + "x", "a")).countByCode())
                .containsOnly(Map.entry(ProblemCode.COLUMN_UNKNOWN, 1L));
    }

    @Test
    @DisplayName("rules §3.1, §3.4: p. columns, and what the processed file adds, are not looked at")
    void private_and_added_columns_are_ignored() {
        GivenRow row = row("R-1").with("p.note", "x\u0001").with("p.", "y");
        for (String added : Columns.ADDED_BY_PROCESSED_FILE) {
            if (!added.equals("asset_recon_id")) {
                row.with(added, "\u0001" + "x".repeat(5_000));
            }
        }

        assertThat(Bench.lines(bench.judge(row))).isEmpty();
    }

    @Test
    void empty_header_names_no_column() {
        List<String> headers = standard();
        headers.add("");
        headers.add(" ");

        assertThat(Bench.lines(judge(headers, row("R-1")))).isEmpty();
    }

    @Test
    @DisplayName("rules §3.1: at most 100 v. columns")
    void parameters_beyond_a_hundred_are_a_fault_once() {
        GivenRow hundred = row("R-1");
        for (int i = 0; i < 100; i++) {
            hundred.with("v.p" + i, "x");
        }
        assertThat(Bench.lines(bench.judge(hundred))).isEmpty();

        ValidationReport report = bench.judge(hundred.with("v.p100", "x").with("v.p101", "x"));

        assertThat(Bench.lines(report)).containsExactly("1 v.p100 COLUMN_TOO_MANY [v.p100]");
        assertThat(report.problems().get(0).arguments())
                .containsEntry("limit", "100")
                .containsEntry("what", "v. columns");
    }

    @Test
    void columns_beyond_the_limit_are_a_fault() {
        Bench limited = Bench.of(QT).wire(builder -> builder.limits(UploadLimits.DEFAULTS.withTable(9, 100, 1_000)));

        ValidationReport fits = limited.judge(row("R-1").with("p.1", "x"));
        ValidationReport beyond = limited.judge(row("R-1").with("p.1", "x").with("p.2", "x"));

        assertThat(Bench.lines(fits)).isEmpty();
        assertThat(Bench.lines(beyond)).containsExactly("1 p.2 COLUMN_TOO_MANY [p.2]");
        assertThat(beyond.problems().get(0).arguments())
                .containsEntry("limit", "9")
                .containsEntry("what", "columns");
    }

    @Test
    void table_without_a_header_lacks_every_column() {
        ValidationReport report = judge(List.of());

        assertThat(report.countByCode()).containsOnly(Map.entry(ProblemCode.COLUMN_MISSING, 8L));
        assertThat(report.problems().get(0).place()).isEqualTo(Place.column("record_id"));
    }
}
