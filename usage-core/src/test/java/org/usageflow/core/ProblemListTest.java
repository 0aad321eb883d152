package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.core.GivenRow.row;
import static org.usageflow.testkit.UsageFixtures.QT;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.problem.ProblemCode;

/** Problems are listed by row, then column; the list is capped, the counts are exact (rules §6.1). */
class ProblemListTest {

    /** Problems of every kind, many of them found late. */
    private static GivenUpload troubled() {
        return GivenUpload.records(
                        row("R-5").with("quantity", "x").with("record_note", "\u0001"),
                        row("R-1").with("item_search_value", "MPN-OTHER"),
                        row("R-5").with("start_time_utc", "x").with("category_id", "C-9"),
                        row("R-1"),
                        row("R-9"),
                        row("R-9").with("asset_search_criteria", "x"))
                .categories("C-1", "C-1")
                .general(GivenRow.empty().with("Attribute_ID", "usage_schema").with("attribute_value", "TR"));
    }

    private static final List<String> TROUBLES = List.of(
            "2 attribute_value FILE_CONTRADICTS_GENERAL (warning) [TR]",
            "3 category_id CATEGORY_DUPLICATE [C-1]",
            "2 quantity VALUE_NOT_A_NUMBER [x]",
            "2 record_note VALUE_HAS_CONTROL_CHARACTER [\u0001]",
            "3 item_search_value ITEM_UNKNOWN [MPN-OTHER]",
            "4 record_id RECORD_ID_DUPLICATE [R-5]",
            "4 start_time_utc VALUE_NOT_A_TIME [x]",
            "4 category_id CATEGORY_UNKNOWN [C-9]",
            "5 record_id RECORD_ID_DUPLICATE [R-1]",
            "7 record_id RECORD_ID_DUPLICATE [R-9]",
            "7 asset_search_criteria VALUE_NOT_ALLOWED [x]");

    @Test
    @DisplayName("rules §6.1: by row, then column, whenever they are found")
    void problems_are_listed_by_row_then_column() {
        ValidationReport report = Bench.of(QT).judge(troubled());

        assertThat(Bench.lines(report)).containsExactlyElementsOf(TROUBLES);
        assertThat(report.problemCount()).isEqualTo(TROUBLES.size());
        assertThat(report.hasMoreProblems()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 10, 11, 12})
    @DisplayName("rules §6.1: the list is capped, the counts are exact")
    void list_holds_the_first_problems(int limit) {
        ValidationReport report =
                Bench.of(QT).wire(builder -> builder.problemLimit(limit)).judge(troubled());

        assertThat(Bench.lines(report)).containsExactlyElementsOf(TROUBLES.subList(0, Math.min(limit, 11)));
        assertThat(report.problemCount()).isEqualTo(11);
        assertThat(report.hasMoreProblems()).isEqualTo(limit < 11);
        assertThat(report.countByCode())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        ProblemCode.FILE_CONTRADICTS_GENERAL, 1L,
                        ProblemCode.CATEGORY_DUPLICATE, 1L,
                        ProblemCode.VALUE_NOT_A_NUMBER, 1L,
                        ProblemCode.VALUE_HAS_CONTROL_CHARACTER, 1L,
                        ProblemCode.ITEM_UNKNOWN, 1L,
                        ProblemCode.RECORD_ID_DUPLICATE, 3L,
                        ProblemCode.VALUE_NOT_A_TIME, 1L,
                        ProblemCode.CATEGORY_UNKNOWN, 1L,
                        ProblemCode.VALUE_NOT_ALLOWED, 1L));
    }

    @Test
    @DisplayName("rules §6.1: 10,000 by default")
    void list_holds_ten_thousand_problems_by_default() {
        ValidationReport report = Bench.of(QT)
                .judge(GivenUpload.records(10_500, i -> row("R-" + i).with("quantity", "x")));

        assertThat(report.problems()).hasSize(10_000);
        assertThat(report.problems().get(9_999).place().row()).isEqualTo(10_001L);
        assertThat(report.problemCount()).isEqualTo(10_500);
        assertThat(report.countByCode()).containsExactly(Map.entry(ProblemCode.VALUE_NOT_A_NUMBER, 10_500L));
        assertThat(report.rows().invalid()).isEqualTo(10_500);
    }

    @Test
    void list_of_none_still_counts_a_fault_of_shape() {
        ValidationReport report =
                Bench.of(QT).wire(builder -> builder.problemLimit(0)).judge(new byte[0]);

        assertThat(report.problems()).isEmpty();
        assertThat(report.problemCount()).isEqualTo(1);
        assertThat(report.isValid()).isFalse();
    }
}
