package org.usageflow.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.Tier;
import org.usageflow.policy.NegativeMarginPolicy;
import org.usageflow.policy.Policies;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.Severity;
import org.usageflow.schema.GroupRow;
import org.usageflow.testkit.schema.RecordingGroupFindings;
import org.usageflow.testkit.schema.RecordingGroupFindings.Finding;

/** The judge of TR groups, by examples and against a plain reading of rules §6.4. */
class TierGroupsProperties {

    private static GroupRow row(long number, int tier, @Nullable String quantity, @Nullable String amount) {
        return new GroupRow(number, number, new Tier(tier), decimal(quantity), decimal(amount));
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static List<String> judge(GroupRow... rows) {
        return judge(Policies.DEFAULTS, List.of(rows));
    }

    private static List<String> judge(Policies policies, List<GroupRow> rows) {
        return RecordingGroupFindings.of(new TierGroups(), policies, rows).stream()
                .map(TierGroupsProperties::line)
                .toList();
    }

    private static String line(Finding finding) {
        return finding.position() + " " + finding.code()
                + (finding.code() == ProblemCode.TIER_MISSING
                        ? " " + finding.arguments().get("tier")
                        : "")
                + (finding.severity() == Severity.WARNING ? " (warning)" : "");
    }

    @Example
    @Label("rules §6.4: a group of every tier is sound")
    void complete_group_is_sound() {
        assertThat(judge(row(1, 2, "5", "80"), row(2, 0, "5", "100"), row(3, 1, "5", "90")))
                .isEmpty();
        assertThat(judge(row(1, 0, "5", "100"))).isEmpty();
    }

    @Example
    @Label("rules §6.4: a tier twice: error on the later row")
    void tier_twice_is_an_error_on_each_later_row() {
        assertThat(judge(row(1, 0, "5", "100"), row(2, 0, "5", "90"), row(3, 0, "5", "80")))
                .containsExactly("2 TIER_DUPLICATE", "3 TIER_DUPLICATE");
    }

    @Example
    @Label("rules §6.4: a tier below the highest is missing: error on the first row")
    void missing_tiers_are_errors_on_the_first_row() {
        assertThat(judge(row(7, 3, "5", "70"), row(8, 1, "5", "90")))
                .containsExactly("7 TIER_MISSING 0", "7 TIER_MISSING 2");
    }

    @Example
    @Label("rules §6.4: quantities that differ: error on the later row")
    void quantity_that_differs_from_the_first_is_an_error() {
        assertThat(judge(row(1, 0, "5", "100"), row(2, 1, "6", "90"), row(3, 2, "5.0", "80"), row(4, 3, "7", "70")))
                .containsExactly("2 TIER_QUANTITY_DIFFERS", "4 TIER_QUANTITY_DIFFERS");
    }

    @Example
    @Label("rules §6.1: a quantity in error is compared with nothing")
    void quantity_in_error_is_not_compared() {
        assertThat(judge(row(1, 0, null, "100"), row(2, 1, "6", "90"), row(3, 2, "6", "80"), row(4, 3, "7", "70")))
                .containsExactly("4 TIER_QUANTITY_DIFFERS");
    }

    @Example
    @Label("rules §6.3: negative margin")
    void tier_that_pays_more_than_it_sells_for_is_told_at_that_tier() {
        List<GroupRow> group = List.of(row(1, 0, "5", "100"), row(2, 1, "5", "100.01"), row(3, 2, "5", "100.01"));

        assertThat(judge(Policies.DEFAULTS, group)).containsExactly("2 TIER_MARGIN_NEGATIVE (warning)");
        assertThat(judge(Policies.DEFAULTS.with(NegativeMarginPolicy.REFUSE), group))
                .containsExactly("2 TIER_MARGIN_NEGATIVE");
    }

    @Example
    @Label("rules §6.3: a credit is the other way round")
    void credit_is_compared_by_its_sign() {
        assertThat(judge(row(1, 0, "-5", "-100"), row(2, 1, "-5", "-90"))).isEmpty();
        assertThat(judge(row(1, 0, "-5", "-90"), row(2, 1, "-5", "-100")))
                .containsExactly("2 TIER_MARGIN_NEGATIVE (warning)");
        assertThat(judge(row(1, 0, null, "90"), row(2, 1, null, "100")))
                .containsExactly("2 TIER_MARGIN_NEGATIVE (warning)");
    }

    @Example
    void margin_is_not_compared_over_a_gap_or_an_amount_in_error() {
        assertThat(judge(row(1, 0, "5", "10"), row(2, 2, "5", "100"))).containsExactly("1 TIER_MISSING 1");
        assertThat(judge(row(1, 0, "5", null), row(2, 1, "5", "100"), row(3, 2, "5", null)))
                .isEmpty();
    }

    @Example
    void rows_without_a_tier_are_compared_by_quantity_alone() {
        GroupRow first = new GroupRow(1, 1, null, decimal("5"), decimal("100"));
        GroupRow second = new GroupRow(2, 2, null, decimal("6"), null);

        assertThat(judge(first, second)).containsExactly("2 TIER_QUANTITY_DIFFERS");
    }

    @Example
    void arguments_name_the_row_and_value_to_compare_with() {
        List<Finding> findings = RecordingGroupFindings.of(
                new TierGroups(), Policies.DEFAULTS, List.of(row(4, 0, "5.50", "100"), row(9, 0, "6", "100")));

        assertThat(findings.get(0).arguments()).containsEntry("first", "4");
        assertThat(findings.get(1).arguments()).containsEntry("first", "4").containsEntry("expected", "5.50");
        assertThat(findings.get(1).column()).isEqualTo("quantity");
    }

    @Provide
    Arbitrary<List<GroupRow>> groups() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of("5", "5", "5", "5.0", "6", "-5"),
                        Arbitraries.integers().between(-3, 3).injectNull(0.1))
                .as((tier, quantity, amount) -> row(0, tier, quantity, amount == null ? null : amount.toString()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .map(TierGroupsProperties::numbered);
    }

    private static List<GroupRow> numbered(List<GroupRow> rows) {
        var numbered = new ArrayList<GroupRow>();
        for (GroupRow row : rows) {
            long number = numbered.size() + 2L;
            numbered.add(new GroupRow(number, number, row.tier(), row.quantity(), row.amount()));
        }
        return numbered;
    }

    @Property
    void group_is_judged_as_the_rulebook_reads(@ForAll("groups") List<GroupRow> group) {
        assertThat(judge(Policies.DEFAULTS, group)).containsExactlyInAnyOrderElementsOf(plainly(group));
    }

    /** Sentence by sentence. */
    private static List<String> plainly(List<GroupRow> group) {
        var lines = new ArrayList<String>();
        BigDecimal quantity = group.get(0).quantity();
        int highest = group.stream().mapToInt(row -> row.tier().level()).max().orElseThrow();
        for (int tier = 0; tier <= highest; tier++) {
            List<GroupRow> ofTier = ofTier(group, tier);
            if (ofTier.isEmpty()) {
                lines.add(group.get(0).position() + " TIER_MISSING " + tier);
            }
            ofTier.stream().skip(1).forEach(row -> lines.add(row.position() + " TIER_DUPLICATE"));
            List<GroupRow> below = ofTier(group, tier - 1);
            if (!ofTier.isEmpty() && !below.isEmpty() && isNegative(below.get(0), ofTier.get(0))) {
                lines.add(ofTier.get(0).position() + " TIER_MARGIN_NEGATIVE (warning)");
            }
        }
        group.stream()
                .filter(row -> row.quantity().compareTo(quantity) != 0)
                .forEach(row -> lines.add(row.position() + " TIER_QUANTITY_DIFFERS"));
        return lines;
    }

    private static List<GroupRow> ofTier(List<GroupRow> group, int tier) {
        return group.stream().filter(row -> row.tier().level() == tier).toList();
    }

    private static boolean isNegative(GroupRow sells, GroupRow buys) {
        if (sells.amount() == null || buys.amount() == null) {
            return false;
        }
        int sign = sells.amount().compareTo(buys.amount());
        return buys.quantity().signum() < 0 ? sign > 0 : sign < 0;
    }
}
