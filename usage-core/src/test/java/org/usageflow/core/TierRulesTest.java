package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.core.GivenRow.tier;
import static org.usageflow.testkit.UsageFixtures.TIER_0;
import static org.usageflow.testkit.UsageFixtures.TIER_1;
import static org.usageflow.testkit.UsageFixtures.TIER_2;
import static org.usageflow.testkit.UsageFixtures.TR;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.usageflow.model.RowCounts;
import org.usageflow.model.UsageTotals;
import org.usageflow.policy.NegativeMarginPolicy;
import org.usageflow.policy.NegativePolicy;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.TableName;
import org.usageflow.testkit.UsageFixtures;

/** TR groups in a file (rules §6.4). */
class TierRulesTest {

    private final Bench bench = Bench.of(TR);

    @Test
    @DisplayName("rules §6.4: the quantity counts once, amounts by tier")
    void complete_group_counts_its_quantity_once() {
        ValidationReport report = bench.judge(tier("R-1", 2, "80"), tier("R-2", 0, "100"), tier("R-3", 1, "90.50"));

        assertThat(Bench.lines(report)).isEmpty();
        assertThat(report.rows()).isEqualTo(new RowCounts(3, 3, 0, 0));
        assertThat(report.totals())
                .isEqualTo(new UsageTotals(
                        new BigDecimal("28"),
                        UsageFixtures.EUR,
                        null,
                        Map.of(
                                TIER_0, new BigDecimal("100"),
                                TIER_1, new BigDecimal("90.5"),
                                TIER_2, new BigDecimal("80"))));
    }

    @ParameterizedTest
    @CsvSource({
        "item_search_value, MPN-STORAGE",
        "asset_search_value, AS-3919-2310-2858",
        "start_time_utc, 2021-07-08 00:00:01",
        "end_time_utc, 2021-07-08 23:59:58",
        "category_id, C-1",
        "v.region, eu"
    })
    @DisplayName("rules §6.4: same item, subscription, window, category and vendor parameters")
    void row_of_another_consumption_is_in_another_group(String column, String value) {
        ValidationReport report = bench.judge(
                tier("R-1", 0, "100"),
                tier("R-2", 0, "100").with(column, value),
                tier("R-3", 1, "90").with(column, value));

        assertThat(Bench.lines(report)).isEmpty();
        assertThat(report.totals().quantity()).isEqualByComparingTo("56");
    }

    @Test
    @DisplayName("rules §6.3: windows are compared half-open; searches by what they find; blank is absent")
    void rows_of_one_consumption_may_be_written_differently() {
        ValidationReport report = bench.judge(
                tier("R-1", 0, "100").with("v.x", "1").with("v.empty", " "),
                tier("R-2", 1, "90.00")
                        .with("quantity", CellKind.SPREADSHEET_NUMBER, "28.0")
                        .with("item_search_criteria", "item.local_id")
                        .with("item_search_value", "0002")
                        .with("asset_search_criteria", "parameter.tenant_id")
                        .with("asset_search_value", "tenant-1")
                        .with("start_time_utc", "2021-07-08")
                        .with("end_time_utc", "2021-07-09T00:00:00Z")
                        .with("v.x", "1"));

        assertThat(Bench.lines(report)).isEmpty();
        assertThat(report.totals().quantity()).isEqualByComparingTo("28");
    }

    @Test
    @DisplayName("rules §6.4: parameters are compared by name")
    void parameters_are_compared_by_name_and_value() {
        ValidationReport report = bench.judge(
                tier("R-1", 0, "100").with("v.a", "1").with("v.b", "2"),
                tier("R-2", 0, "100").with("v.a", "2").with("v.b", "1"),
                tier("R-3", 0, "100").with("v.a", "1"),
                tier("R-4", 0, "100").with("v.b", "1"));

        assertThat(Bench.lines(report)).isEmpty();
        assertThat(report.totals().quantity()).isEqualByComparingTo("112");
    }

    @Test
    @DisplayName("rules §6.4: a tier twice: error on the later row")
    void tier_that_is_there_twice_is_an_error_on_the_later_row() {
        ValidationReport report =
                bench.judge(tier("R-1", 0, "100"), tier("R-2", 1, "90"), tier("R-3", 0, "70"), tier("R-4", 0, "60"));

        assertThat(Bench.lines(report)).containsExactly("4 tier TIER_DUPLICATE [0]", "5 tier TIER_DUPLICATE [0]");
        assertThat(report.problems().get(1).arguments()).containsEntry("first", "2");
        assertThat(report.totals().amountByTier()).containsEntry(TIER_0, new BigDecimal("100"));
        assertThat(report.totals().quantity()).isEqualByComparingTo("28");
    }

    @Test
    @DisplayName("rules §6.4: a group that lacks a tier below its highest: error on its first row")
    void tier_that_is_missing_is_an_error_on_the_first_row() {
        ValidationReport report = bench.judge(tier("R-1", 3, "70"), tier("R-2", 1, "90"));

        assertThat(Bench.lines(report)).containsExactly("2 tier TIER_MISSING [3]", "2 tier TIER_MISSING [3]");
        assertThat(report.problems())
                .extracting(problem -> problem.arguments().get("tier"))
                .containsExactlyInAnyOrder("0", "2");
        assertThat(report.rows()).isEqualTo(new RowCounts(2, 1, 1, 0));
        assertThat(report.totals().quantity()).isEqualByComparingTo("28");
        assertThat(report.totals().amountByTier()).containsExactly(Map.entry(TIER_1, new BigDecimal("90")));
    }

    @Test
    @DisplayName("rules §6.4: a tier that is not reported above the highest has no charge")
    void tiers_above_the_highest_need_no_row() {
        assertThat(Bench.lines(bench.judge(tier("R-1", 0, "100")))).isEmpty();
    }

    @Test
    @DisplayName("rules §6.4: quantities that differ: error on the later row")
    void quantity_that_differs_is_an_error_on_the_later_row() {
        ValidationReport report =
                bench.judge(tier("R-1", 1, "90"), tier("R-2", 0, "100").with("quantity", "29"), tier("R-3", 2, "80"));

        assertThat(Bench.lines(report)).containsExactly("3 quantity TIER_QUANTITY_DIFFERS [29]");
        assertThat(report.problems().get(0).arguments())
                .containsEntry("first", "2")
                .containsEntry("expected", "28");
        assertThat(report.totals().quantity()).isEqualByComparingTo("28");
    }

    @Test
    @DisplayName("rules §6.4: the tier must exist in the subscription's chain, the contract's buyer included")
    void tier_beyond_the_chain_is_an_error() {
        String direct = UsageFixtures.SUBSCRIPTION_DIRECT.id().value();

        ValidationReport report = bench.judge(
                tier("R-1", 0, "100").with("asset_search_value", direct),
                tier("R-2", 1, "90").with("asset_search_value", direct),
                tier("R-3", 2, "80").with("asset_search_value", direct),
                tier("R-4", 0, "100"),
                tier("R-5", 1, "90"),
                tier("R-6", 2, "80"),
                tier("R-7", 3, "70"),
                tier("R-8", 4, "60"));

        assertThat(Bench.lines(report)).containsExactly("4 tier TIER_OUT_OF_CHAIN [2]", "9 tier TIER_OUT_OF_CHAIN [4]");
        assertThat(report.problems())
                .extracting(problem -> problem.arguments().get("highest"))
                .containsExactly("1", "3");
    }

    @Test
    @DisplayName("rules §6.3: negative-margin = warn")
    void tier_that_pays_more_than_it_sells_for_is_a_warning() {
        ValidationReport report =
                bench.judge(tier("R-1", 0, "100"), tier("R-2", 1, "100.01"), tier("R-3", 2, "100.01"));

        assertThat(Bench.lines(report)).containsExactly("3 amount TIER_MARGIN_NEGATIVE (warning) [100.01]");
        assertThat(report.problems().get(0).arguments())
                .containsEntry("tier", "1")
                .containsEntry("price", "100");
        assertThat(report.isValid()).isTrue();
        assertThat(report.rows().valid()).isEqualTo(3);
    }

    @Test
    @DisplayName("rules §6.3: negative-margin = refuse")
    void tier_that_pays_more_than_it_sells_for_may_be_refused() {
        ValidationReport report = Bench.of(TR)
                .policies(policies -> policies.with(NegativeMarginPolicy.REFUSE))
                .judge(tier("R-1", 0, "100"), tier("R-2", 1, "100.01"));

        assertThat(Bench.lines(report)).containsExactly("3 amount TIER_MARGIN_NEGATIVE [100.01]");
        assertThat(report.isValid()).isFalse();
        assertThat(report.totals().amountByTier()).containsExactly(Map.entry(TIER_0, new BigDecimal("100")));
    }

    @Test
    @DisplayName("rules §6.3: a credit is the other way round")
    void margin_of_a_credit_is_compared_by_its_sign() {
        Bench corrections = Bench.of(TR).policies(policies -> policies.with(NegativePolicy.CORRECTIONS));

        ValidationReport sound = corrections.judge(
                tier("R-1", 0, "-100").with("quantity", "-1"),
                tier("R-2", 1, "-90").with("quantity", "-1"));
        ValidationReport odd = corrections.judge(
                tier("R-1", 0, "-90").with("quantity", "-1"),
                tier("R-2", 1, "-100").with("quantity", "-1"));

        assertThat(Bench.lines(sound)).isEmpty();
        assertThat(Bench.lines(odd)).containsExactly("3 amount TIER_MARGIN_NEGATIVE (warning) [-100]");
    }

    @Test
    @DisplayName("rules §3.1, §7: reservation rows have a quantity, no tier and no charge, and are in no group")
    void reservation_rows_stand_for_themselves() {
        ValidationReport report = bench.judge(
                tier("R-1", 0, "100"),
                tier("R-2", 0, "1").ofSeats(),
                tier("R-3", 0, "1").ofSeats(),
                tier("R-4", 0, "1").ofSeats().with("tier", "0").with("amount", "5"));

        assertThat(Bench.lines(report)).containsExactly("5 amount VALUE_UNEXPECTED [5]", "5 tier VALUE_UNEXPECTED [0]");
        assertThat(report.totals().quantity()).isEqualByComparingTo("84");
        assertThat(report.totals().amountByTier()).containsExactly(Map.entry(TIER_0, new BigDecimal("100")));
    }

    @Test
    @DisplayName("rules §3.1: tier and amount are required for ppu items")
    void pay_per_use_row_needs_tier_and_amount() {
        assertThat(Bench.lines(bench.judge(tier("R-1", 0, "").without("tier"))))
                .containsExactly("2 amount VALUE_REQUIRED", "2 tier VALUE_REQUIRED");
    }

    @Test
    void groups_of_dynamic_items_are_formed_by_their_part_number() {
        Bench dynamic = Bench.with(TR, true, false, false);
        GivenRow first = described("R-1", 0, "MPN-A");
        GivenRow second = described("R-2", 1, "MPN-A");
        GivenRow other = described("R-3", 0, "MPN-B");

        ValidationReport report = dynamic.judge(first, second, other);

        assertThat(Bench.lines(report)).isEmpty();
        assertThat(report.totals().quantity()).isEqualByComparingTo("56");
        assertThat(Bench.lines(dynamic.judge(described("R-1", 0, "MPN-A"), described("R-2", 1, "MPN-B"))))
                .containsExactly("3 tier TIER_MISSING [1]");
    }

    private static GivenRow described(String id, int tier, String mpn) {
        return tier(id, tier, "5")
                .with("item_search_value", mpn)
                .with("item_name", "New thing")
                .with("item_mpn", mpn)
                .with("item_unit", "piece")
                .with("item_precision", "integer");
    }

    @Test
    void group_may_be_spread_over_the_whole_file() {
        // 10,000 groups of two, the second halves long after the first
        GivenUpload upload = GivenUpload.records(
                20_000, i -> tier("R-" + i, i < 10_000 ? 0 : 1, "1").with("v.n", Integer.toString(i % 10_000)));

        ValidationReport report = bench.judge(upload);

        assertThat(Bench.lines(report)).isEmpty();
        assertThat(report.totals().quantity()).isEqualByComparingTo(BigDecimal.valueOf(10_000L * 28));
    }

    @Test
    @DisplayName("a long value is shown cut, as everywhere")
    void raw_value_of_a_group_problem_is_an_excerpt() {
        String many = "0".repeat(2_000) + "1";

        ValidationReport report = bench.judge(
                tier("R-1", 0, "100"),
                tier("R-2", 1, "90"),
                tier("R-3", 1, "90").with("tier", many));

        assertThat(report.countByCode()).containsOnly(Map.entry(ProblemCode.TIER_DUPLICATE, 1L));
        assertThat(report.problems().get(0).value()).hasSize(1_000).endsWith("0…");
    }

    @Test
    void columns_tier_and_amount_may_come_in_any_order() {
        var headers = new java.util.ArrayList<>(tier("R-1", 0, "1").cells().keySet());
        java.util.Collections.reverse(headers);

        ValidationReport report = bench.judge(
                GivenUpload.empty().table(TableName.RECORDS, headers, tier("R-1", 0, "1"), tier("R-2", 2, "1")));

        assertThat(Bench.lines(report)).containsExactly("2 tier TIER_MISSING [0]");
    }
}
