package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.core.GivenRow.row;
import static org.usageflow.testkit.UsageFixtures.QT;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.spi.format.CellKind;
import org.usageflow.testkit.UsageFixtures;

/** Subscriptions (rules §3.1, §6.2). */
class SubscriptionRulesTest {

    private final Bench bench = Bench.of(QT);

    private List<String> problems(String criteria, String value) {
        return Bench.lines(
                bench.judge(row("R-1").with("asset_search_criteria", criteria).with("asset_search_value", value)));
    }

    @ParameterizedTest
    @CsvSource({
        "asset.id, AS-3919-2310-2857",
        "ASSET.EXTERNAL_ID, EXT-1",
        "' asset.external_uid ', UID-1",
        "parameter.tenant_id, tenant-1",
        "Parameter.tenant_id, tenant-1"
    })
    void subscription_is_found_by_each_of_its_ids(String criteria, String value) {
        assertThat(problems(criteria, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "asset.id, AS-0000-0000-0000",
        "asset.external_id, UID-1",
        "parameter.tenant_id, x",
        "parameter.TENANT_ID, tenant-1"
    })
    @DisplayName("rules §6.1: subscription problems stand at asset_search_value")
    void subscription_that_is_not_found_is_unknown(String criteria, String value) {
        assertThat(problems(criteria, value)).containsExactly("2 asset_search_value ASSET_UNKNOWN [" + value + "]");
    }

    @Test
    @DisplayName("rules §3.1: must match exactly one subscription")
    void subscription_that_is_there_twice_is_ambiguous() {
        assertThat(problems("parameter.region", "eu")).containsExactly("2 asset_search_value ASSET_AMBIGUOUS [eu]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"asset", "asset.name", "parameter.", "parameter. ", "parameter", "id"})
    void criteria_that_are_none_are_not_allowed(String criteria) {
        assertThat(problems(criteria, "AS-3919-2310-2857"))
                .containsExactly("2 asset_search_criteria VALUE_NOT_ALLOWED [" + criteria + "]");
    }

    @Test
    void criteria_that_are_none_are_told_in_each_row() {
        ValidationReport report = bench.judge(
                row("R-1").with("asset_search_criteria", "x"),
                row("R-2").with("asset_search_criteria", "x"),
                row("R-3"),
                row("R-4").with("asset_search_criteria", CellKind.ERROR, "#N/A"));

        assertThat(Bench.lines(report))
                .containsExactly(
                        "2 asset_search_criteria VALUE_NOT_ALLOWED [x]",
                        "3 asset_search_criteria VALUE_NOT_ALLOWED [x]",
                        "5 asset_search_criteria VALUE_IN_ERROR [#N/A]");
    }

    @Test
    @DisplayName("rules §6.2: ASSET_NOT_ACTIVE: the record's window does not overlap the subscription's")
    void window_after_the_subscription_ended_is_told() {
        String ended = UsageFixtures.SUBSCRIPTION_ENDED.id().value();

        assertThat(problems("asset.id", ended))
                .containsExactly("2 asset_search_value ASSET_NOT_ACTIVE [" + ended + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-05-31 23:00:00, 2021-06-02 00:00:00, true",
        "2021-06-01 00:00:00, 2021-06-02 00:00:00, false",
        "2020-12-01 00:00:00, 2021-01-01 00:00:00, false",
        "2020-12-01 00:00:00, 2021-01-01 00:00:01, true",
        "2020-12-31 00:00:00, 2020-12-31 23:59:59, false",
        "2021-01-01 00:00:00, 2021-01-01 00:00:00, true"
    })
    @DisplayName("rules §1: active from, inclusive, to, exclusive")
    void window_need_only_overlap(String start, String end, boolean active) {
        Bench anyTime = Bench.of(QT)
                .command(command -> new org.usageflow.command.ValidateUpload(
                        command.product(), command.contract(), command.marketplace(), null, null));
        String ended = UsageFixtures.SUBSCRIPTION_ENDED.id().value();

        ValidationReport report = anyTime.judge(row("R-1")
                .with("asset_search_value", ended)
                .with("start_time_utc", start)
                .with("end_time_utc", end));

        assertThat(report.isValid()).isEqualTo(active);
    }

    @Test
    @DisplayName("rules §6.1: a rule whose input is in error does not run")
    void activity_is_not_judged_by_a_time_in_error() {
        String ended = UsageFixtures.SUBSCRIPTION_ENDED.id().value();

        ValidationReport report =
                bench.judge(row("R-1").with("asset_search_value", ended).with("end_time_utc", "x"));

        assertThat(Bench.lines(report)).containsExactly("2 end_time_utc VALUE_NOT_A_TIME [x]");
    }
}
