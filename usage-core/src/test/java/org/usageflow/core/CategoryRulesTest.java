package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.core.GivenRow.row;
import static org.usageflow.testkit.UsageFixtures.QT;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.usageflow.model.RowCounts;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.TableName;

/** Categories: optional; if used, they must resolve (rules §3, §3.2, §11). */
class CategoryRulesTest {

    private final Bench bench = Bench.of(QT);

    private static GivenRow of(String id, String category) {
        return row(id).with("category_id", category);
    }

    private static GivenRow category(CellKind kind, String id) {
        return GivenRow.empty().with("category_id", kind, id);
    }

    @Test
    @DisplayName("rules §3: categories are optional")
    void category_is_not_looked_for_where_the_file_has_none() {
        assertThat(Bench.lines(bench.judge(of("R-1", "C-1")))).isEmpty();
    }

    @Test
    @DisplayName("rules §3: if there, every reference must resolve")
    void category_that_is_not_defined_is_unknown() {
        ValidationReport report = bench.judge(GivenUpload.records(of("R-1", "C-1"), of("R-2", "c-1"), of("R-3", " "))
                .categories("C-1", "C-2"));

        assertThat(Bench.lines(report)).containsExactly("3 category_id CATEGORY_UNKNOWN [c-1]");
        assertThat(report.rows().invalid()).isEqualTo(1);
    }

    @Test
    void category_is_unknown_where_the_table_is_there_and_empty() {
        GivenUpload headerOnly = GivenUpload.records(of("R-1", "C-1")).categories();
        GivenUpload nothing = GivenUpload.records(of("R-1", "C-1")).table(TableName.CATEGORIES, List.of());

        assertThat(Bench.lines(bench.judge(headerOnly))).containsExactly("2 category_id CATEGORY_UNKNOWN [C-1]");
        assertThat(Bench.lines(bench.judge(nothing))).isEmpty();
    }

    @Test
    @DisplayName("rules §3.2: category_id is required and unique")
    void category_that_is_there_twice_or_blank_is_an_error_of_the_file() {
        ValidationReport report = bench.judge(GivenUpload.records(of("R-1", "C-1"))
                .table(
                        TableName.CATEGORIES,
                        category(CellKind.TEXT, "C-1"),
                        category(CellKind.TEXT, "C-1"),
                        category(CellKind.TEXT, " ").with("category_name", "No id"),
                        category(CellKind.ERROR, "#REF!"),
                        category(CellKind.TEXT, "\u0001"),
                        category(CellKind.STRUCTURE, "{\"id\":1}")));

        assertThat(Bench.lines(report))
                .containsExactly(
                        "3 category_id CATEGORY_DUPLICATE [C-1]",
                        "4 category_id VALUE_REQUIRED [ ]",
                        "5 category_id VALUE_IN_ERROR [#REF!]",
                        "6 category_id VALUE_HAS_CONTROL_CHARACTER [\u0001]",
                        "7 category_id VALUE_NOT_ALLOWED [{\"id\":1}]");
        assertThat(report.problems().get(0).place().sheet()).isEqualTo("categories");
        assertThat(report.problems().get(0).place().cell()).isEqualTo("A3");
        assertThat(report.isValid()).isFalse();
        assertThat(report.rows()).isEqualTo(new RowCounts(1, 1, 0, 0));
    }

    @Test
    void category_of_256_characters_is_too_long() {
        ValidationReport report =
                bench.judge(GivenUpload.records(row("R-1")).categories("x".repeat(255), "x".repeat(256)));

        assertThat(report.countByCode()).containsOnly(Map.entry(ProblemCode.VALUE_TOO_LONG, 1L));
    }

    @ParameterizedTest
    @CsvSource({"TEXT, TEXT", "SPREADSHEET_NUMBER, TEXT", "TEXT, SPREADSHEET_NUMBER", "NUMBER, SPREADSHEET_NUMBER"})
    @DisplayName("rules §3.3: an identifier in a numeric cell is its exact integer text")
    void numeric_category_equals_its_text(CellKind defined, CellKind used) {
        GivenUpload upload = GivenUpload.records(row("R-1").with("category_id", used, "77"))
                .table(TableName.CATEGORIES, category(defined, "77"), category(CellKind.NUMBER, "7.80e1"));

        assertThat(Bench.lines(bench.judge(upload))).isEmpty();
    }

    @Test
    void category_is_compared_in_its_normal_form() {
        assertThat(Bench.lines(
                        bench.judge(GivenUpload.records(of("R-1", "Cafe\u0301")).categories("Caf\u00E9"))))
                .isEmpty();
    }

    @Test
    void categories_without_their_column_or_with_two_are_a_fault_of_shape() {
        GivenUpload lacking = GivenUpload.records(of("R-1", "C-1"))
                .table(
                        TableName.CATEGORIES,
                        List.of("category_name"),
                        GivenRow.empty().with("category_name", "x"));
        GivenUpload twice = GivenUpload.records(of("R-1", "C-1"))
                .table(TableName.CATEGORIES, List.of("category_id", "Category_ID "), category(CellKind.TEXT, "C-1"));

        ValidationReport lacks = bench.judge(lacking);
        ValidationReport repeats = bench.judge(twice);

        assertThat(Bench.lines(lacks)).containsExactly("- category_id COLUMN_MISSING");
        assertThat(Bench.lines(repeats)).containsExactly("1 Category_ID COLUMN_DUPLICATE [Category_ID ]");
        assertThat(lacks.rows().read()).isZero();
        assertThat(repeats.isValid()).isFalse();
    }

    @Test
    @DisplayName("rules §6.1: every fault of shape is found")
    void faults_of_both_headers_are_told() {
        GivenUpload upload = GivenUpload.records(row("R-1").with("colour", "red"))
                .table(TableName.CATEGORIES, List.of("category_name"));

        assertThat(Bench.lines(bench.judge(upload)))
                .containsExactly("- category_id COLUMN_MISSING", "1 colour COLUMN_UNKNOWN [colour]");
    }

    @Test
    @DisplayName("rules §3.5: a second file may give the categories")
    void categories_of_a_second_file_count() {
        GivenUpload records = GivenUpload.records(of("R-1", "C-1"), of("R-2", "C-9"));

        ValidationReport report = bench.judge(records, GivenUpload.empty().categories("C-1"), null);

        assertThat(Bench.lines(report)).containsExactly("3 category_id CATEGORY_UNKNOWN [C-9]");
    }

    @Test
    @DisplayName("rules §3.5: as CSV too")
    void categories_of_a_second_csv_count() {
        byte[] records = csv("record_id,item_search_criteria,item_search_value,quantity,start_time_utc,end_time_utc,"
                + "asset_search_criteria,asset_search_value,category_id\r\n"
                + "R-1,item.mpn,MPN-CALLS,28,2021-07-08 00:00:00,2021-07-08 23:59:59,asset.external_id,EXT-1,'=C\r\n"
                + "R-2,item.mpn,MPN-CALLS,28,2021-07-08 00:00:00,2021-07-08 23:59:59,asset.external_id,EXT-1,C-9\r\n");

        ValidationReport report = bench.judge(records, csv("category_id,category_name\n'=C,Guarded\n'\t,Blank\n"));

        assertThat(Bench.lines(report))
                .containsExactly("3 category_id VALUE_REQUIRED [\t]", "3 category_id CATEGORY_UNKNOWN [C-9]");
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void second_file_that_cannot_be_read_is_a_fault_of_shape() {
        ValidationReport report = bench.judge(csv("record_id\nR-1\n"), csv("what is this\n"));

        assertThat(Bench.lines(report)).containsExactly("- - FILE_UNREADABLE");
        assertThat(report.rows().read()).isZero();
    }

    @Test
    void categories_beyond_a_hundred_thousand_are_too_many() {
        String[] ids = new String[100_001];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Integer.toString(i);
        }

        ValidationReport report = bench.judge(GivenUpload.records(row("R-1")).categories(ids));

        assertThat(Bench.lines(report)).containsExactly("- - FILE_TOO_LARGE");
        assertThat(report.problems().get(0).arguments()).containsEntry("limit", "100,000");
        assertThat(report.isValid()).isFalse();
    }
}
