package org.usageflow.verification.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.ProblemGroup;
import org.usageflow.problem.Severity;

class ProblemTest {

    private static Problem withValue(String value) {
        return Problem.of(ProblemCode.VALUE_NOT_A_NUMBER, Place.FILE, value, Map.of());
    }

    @Test
    void severity_is_the_codes_own_unless_a_policy_says_otherwise() {
        var refused = new Problem(ProblemCode.TIER_MARGIN_NEGATIVE, Severity.ERROR, Place.FILE, null, Map.of());

        assertThat(withValue("x").isError()).isTrue();
        assertThat(Problem.of(ProblemCode.TIER_MARGIN_NEGATIVE, Place.FILE, null, Map.of())
                        .isError())
                .isFalse();
        assertThat(refused.isError()).isTrue();
    }

    @Test
    void a_raw_value_of_1000_characters_is_kept() {
        assertThat(withValue("x".repeat(1_000)).value()).isEqualTo("x".repeat(1_000));
        assertThat(withValue(null).value()).isNull();
    }

    @Test
    void a_longer_raw_value_is_cut_between_characters_and_marked() {
        assertThat(withValue("x".repeat(1_001)).value()).isEqualTo("x".repeat(999) + "…");
        assertThat(withValue("x".repeat(998) + "\uD83D\uDE00" + "y".repeat(9)).value())
                .isEqualTo("x".repeat(998) + "…");
    }

    @Test
    void arguments_keep_their_order_and_do_not_change_later() {
        var given = new LinkedHashMap<String, String>();
        given.put("z", "1");
        given.put("a", "2");
        Problem problem = Problem.of(ProblemCode.FILE_TOO_LARGE, Place.FILE, null, given);

        given.clear();

        assertThat(problem.arguments().keySet()).containsExactly("z", "a");
    }

    @Test
    void a_missing_column_stands_at_no_row() {
        Place place = Place.column("quantity");

        assertThat(place).isEqualTo(new Place(null, null, "quantity", null, null));
    }

    @Test
    void warnings_are_those_of_the_rules() {
        assertThat(ProblemCode.values())
                .filteredOn(code -> code.severity() == Severity.WARNING)
                .containsExactly(
                        ProblemCode.FILE_NO_RECORDS,
                        ProblemCode.FILE_CONTRADICTS_GENERAL,
                        ProblemCode.VALUE_DAMAGED,
                        ProblemCode.TIER_MARGIN_NEGATIVE);
    }

    @Test
    void a_code_begins_with_the_word_of_its_group() {
        Map<ProblemGroup, String> words = Map.of(ProblemGroup.SUBSCRIPTION, "ASSET");

        assertThat(ProblemCode.values()).allSatisfy(code -> {
            if (code != ProblemCode.SHEET_MISSING) {
                assertThat(code.name())
                        .startsWith(
                                words.getOrDefault(code.group(), code.group().name()) + "_");
            }
        });
    }

    @Test
    void catalogue_is_that_of_the_rules() {
        assertThat(ProblemCode.values()).hasSize(59);
        assertThat(ProblemGroup.values()).extracting(ProblemGroup::code).contains("file", "reconciliation");
        assertThat(Severity.values()).extracting(Severity::code).containsExactly("error", "warning");
    }
}
