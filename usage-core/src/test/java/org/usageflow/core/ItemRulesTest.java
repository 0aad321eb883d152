package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.core.GivenRow.row;
import static org.usageflow.testkit.UsageFixtures.PR;
import static org.usageflow.testkit.UsageFixtures.PRODUCT;
import static org.usageflow.testkit.UsageFixtures.QT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.model.Capabilities;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.RowCounts;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;
import org.usageflow.testkit.UsageFixtures;

/** Items, known and dynamic (rules §2, §3.1). */
class ItemRulesTest {

    private final Bench bench = Bench.of(QT);
    private final Bench dynamic = Bench.with(QT, true, false, false);

    private static GivenRow described(String id) {
        return row(id).with("item_search_value", "MPN-NEW")
                .with("item_name", "New thing")
                .with("item_mpn", "MPN-NEW")
                .with("item_unit", "piece")
                .with("item_precision", "decimal(2)");
    }

    @ParameterizedTest
    @CsvSource({"item.mpn, MPN-CALLS", "item.global_id, PRD-113-628-780-0002", "item.local_id, 0002"})
    void item_is_found_by_each_of_its_ids(String criteria, String value) {
        GivenRow row = row("R-1").with("item_search_criteria", criteria).with("item_search_value", value);

        assertThat(Bench.lines(bench.judge(row))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"item.mpn, MPN-OTHER", "item.mpn, mpn-calls", "item.global_id, MPN-CALLS", "item.local_id, 2"})
    @DisplayName("rules §6.1: item problems stand at item_search_value")
    void item_that_is_not_found_is_unknown(String criteria, String value) {
        ValidationReport report =
                bench.judge(row("R-1").with("item_search_criteria", criteria).with("item_search_value", value));

        assertThat(Bench.lines(report)).containsExactly("2 item_search_value ITEM_UNKNOWN [" + value + "]");
        assertThat(report.problems().get(0).arguments()).containsEntry("criteria", criteria);
    }

    @Test
    @DisplayName("rules §6.1: one fault, one problem: nothing depends on an unknown item")
    void unknown_item_is_the_only_problem_of_its_row() {
        GivenRow row = GivenRow.priced("R-1", "")
                .with("item_search_value", "MPN-OTHER")
                .with("quantity", "1.12345678");

        assertThat(Bench.lines(Bench.of(PR).judge(row)))
                .containsExactly("2 item_search_value ITEM_UNKNOWN [MPN-OTHER]");
    }

    @Test
    @DisplayName("rules §6.1: a search that is in error itself is not looked for")
    void item_is_not_looked_for_where_the_search_is_in_error() {
        assertThat(Bench.lines(bench.judge(row("R-1").with("item_search_criteria", "item.name"))))
                .containsExactly("2 item_search_criteria VALUE_NOT_ALLOWED [item.name]");
        assertThat(Bench.lines(bench.judge(row("R-1").with("item_search_value", CellKind.ERROR, "#N/A"))))
                .containsExactly("2 item_search_value VALUE_IN_ERROR [#N/A]");
    }

    @Test
    @DisplayName("rules §2: items of a type that the product does not report")
    void item_of_a_type_that_is_off_is_not_reportable() {
        Bench ppuOnly = Bench.of(UsageFixtures.world(new Capabilities(false, PayAsYouGo.of(QT))));
        Bench reservationOnly = Bench.of(UsageFixtures.world(new Capabilities(true, null)));

        ValidationReport seats = ppuOnly.judge(row("R-1").ofSeats());
        ValidationReport calls = reservationOnly.judge(row("R-1"));

        assertThat(Bench.lines(seats)).containsExactly("2 item_search_value ITEM_TYPE_NOT_REPORTABLE [MPN-SEATS]");
        assertThat(seats.problems().get(0).arguments()).containsEntry("type", "reservation");
        assertThat(Bench.lines(calls)).containsExactly("2 item_search_value ITEM_TYPE_NOT_REPORTABLE [MPN-CALLS]");
        assertThat(Bench.lines(reservationOnly.judge(row("R-1").ofSeats()))).isEmpty();
    }

    @Test
    @DisplayName("rules §3.1: a described item that is not found is a dynamic one")
    void described_item_is_read_into_the_record() {
        var records = new ArrayList<ReportedRecord>();

        ValidationReport report =
                dynamic.judge(GivenUpload.records(described("R-1").with("quantity", "1.25")), new ValidationListener() {
                    @Override
                    public void onRecord(long row, ReportedRecord reported) {
                        records.add(reported);
                    }
                });

        assertThat(Bench.lines(report)).isEmpty();
        assertThat(records.get(0).dynamicItem())
                .isEqualTo(new DynamicItem("New thing", "MPN-NEW", "piece", ItemPrecision.DECIMAL_2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"integer", "INTEGER", "decimal(8)", "Decimal(8)", "decimal_8", " decimal_1 "})
    @DisplayName("rules §2: spellings of a precision")
    void precision_is_read_in_every_spelling(String precision) {
        assertThat(Bench.lines(dynamic.judge(described("R-1").with("item_precision", precision))))
                .isEmpty();
    }

    @Test
    void precision_that_is_none_is_the_only_problem() {
        assertThat(Bench.lines(dynamic.judge(
                        described("R-1").with("item_precision", "decimal(3)").with("quantity", "1.123"))))
                .containsExactly("2 item_precision VALUE_NOT_ALLOWED [decimal(3)]");
    }

    @Test
    void quantity_of_a_described_item_keeps_to_its_precision() {
        assertThat(Bench.lines(dynamic.judge(described("R-1").with("quantity", "1.125"))))
                .containsExactly("2 quantity VALUE_TOO_PRECISE [1.125]");
    }

    @Test
    @DisplayName("rules §3.1: a described item is paid by use")
    void described_item_needs_an_amount() {
        Bench priced = Bench.with(PR, true, false, false);

        assertThat(Bench.lines(priced.judge(described("R-1").without("amount"))))
                .containsExactly("2 amount VALUE_REQUIRED");
        assertThat(Bench.lines(priced.judge(described("R-1").with("amount", "1"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"item_name", "item_unit", "item_mpn", "item_precision"})
    @DisplayName(
            "rules §3.1: a blank among the four is ITEM_DYNAMIC_INCOMPLETE, and nothing else is said about the item")
    void description_that_lacks_a_value_is_incomplete(String column) {
        Bench priced = Bench.with(PR, true, false, false);

        ValidationReport report = priced.judge(described("R-1")
                .without("amount")
                .with("quantity", "1.12345678")
                .without(column));

        assertThat(Bench.lines(report)).containsExactly("2 " + column + " ITEM_DYNAMIC_INCOMPLETE");
        assertThat(report.problems().get(0).arguments()).containsEntry("column", column);
    }

    @Test
    void description_may_lack_several_values_and_their_columns() {
        GivenRow row = row("R-1").with("item_search_value", "MPN-NEW").with("item_mpn", "MPN-NEW");

        ValidationReport report = dynamic.judge(row);

        assertThat(Bench.lines(report))
                .containsExactly(
                        "2 item_name ITEM_DYNAMIC_INCOMPLETE",
                        "2 item_unit ITEM_DYNAMIC_INCOMPLETE",
                        "2 item_precision ITEM_DYNAMIC_INCOMPLETE");
        assertThat(report.rows().invalid()).isEqualTo(1);
    }

    @Test
    void description_with_a_value_in_error_has_that_problem_alone() {
        assertThat(Bench.lines(dynamic.judge(described("R-1").with("item_mpn", "x".repeat(256)))))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("2 item_mpn VALUE_TOO_LONG");
    }

    @Test
    @DisplayName("rules §3.1: without item_mpn and item_precision the row describes nothing")
    void name_and_unit_alone_describe_no_item() {
        assertThat(Bench.lines(
                        dynamic.judge(described("R-1").without("item_mpn").without("item_precision"))))
                .containsExactly("2 item_search_value ITEM_UNKNOWN [MPN-NEW]");
    }

    @Test
    @DisplayName("rules §2: dynamic items are off by default")
    void description_does_not_count_where_dynamic_items_are_off() {
        assertThat(Bench.lines(bench.judge(described("R-1"))))
                .containsExactly("2 item_search_value ITEM_UNKNOWN [MPN-NEW]");
    }

    @Test
    void description_of_a_known_item_does_not_count() {
        GivenRow known = described("R-1").with("item_search_value", "MPN-CALLS").without("item_name");

        assertThat(Bench.lines(dynamic.judge(known))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"item_name, Other thing", "item_unit, box", "item_precision, integer"})
    @DisplayName("rules §3.1: two descriptions of one MPN that differ are a conflict")
    void description_that_differs_is_a_conflict_on_the_later_row(String column, String other) {
        ValidationReport report = dynamic.judge(
                described("R-1"),
                described("R-2").with("item_mpn", "MPN-2"),
                described("R-3").with(column, other),
                described("R-4"));

        assertThat(Bench.lines(report)).containsExactly("4 item_mpn ITEM_DYNAMIC_CONFLICT [MPN-NEW]");
        assertThat(report.problems().get(0).arguments()).containsEntry("first", "2");
        assertThat(report.rows()).isEqualTo(new RowCounts(4, 3, 1, 0));
        assertThat(report.totals().quantity()).isEqualByComparingTo("84");
    }

    @Test
    void spelling_of_a_precision_is_no_conflict() {
        assertThat(Bench.lines(dynamic.judge(described("R-1"), described("R-2").with("item_precision", "Decimal_2"))))
                .isEmpty();
    }

    @Test
    @DisplayName("a numeric part number with any amount of white space around it is read")
    void described_item_with_a_huge_raw_part_number_is_judged() {
        String huge = "\u3000".repeat(32_000) + "7";

        ValidationReport report = dynamic.judge(
                described("R-1").with("item_mpn", CellKind.SPREADSHEET_NUMBER, huge),
                described("R-2")
                        .with("item_mpn", CellKind.SPREADSHEET_NUMBER, huge)
                        .with("item_unit", "box"));

        assertThat(report.countByCode()).containsOnly(Map.entry(ProblemCode.ITEM_DYNAMIC_CONFLICT, 1L));
    }

    @Test
    void items_of_another_product_are_not_found() {
        List<String> lines = Bench.lines(bench.judge(row("R-1")
                .with("item_search_criteria", "item.global_id")
                .with("item_search_value", PRODUCT.value().replace('7', '8') + "-0001")));

        assertThat(lines).hasSize(1).first().asString().contains("ITEM_UNKNOWN");
    }
}
