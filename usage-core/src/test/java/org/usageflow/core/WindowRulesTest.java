package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.core.GivenRow.row;
import static org.usageflow.testkit.UsageFixtures.QT;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.usageflow.command.ValidateUpload;
import org.usageflow.model.UsagePeriod;
import org.usageflow.policy.WindowPolicy;

/** Windows against the period (rules §6.3). The period is July 2021, its end written as its last second. */
class WindowRulesTest {

    private static final String EARLY = "2021-06-30 23:59:59";
    private static final String LATE = "2021-08-01 00:00:01";

    private static GivenRow window(String start, String end) {
        return row("R-1").with("start_time_utc", start).with("end_time_utc", end);
    }

    private static List<String> problems(Bench bench, String start, String end) {
        return Bench.lines(bench.judge(window(start, end)));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-07-01 00:00:00, 2021-07-31 23:59:59",
        "2021-07-01 00:00:00, 2021-08-01 00:00:00",
        "2021-07-31 23:59:59, 2021-08-01 00:00:00",
        "2021-07-31 23:59:59, 2021-07-31 23:59:59",
        "2021-07-31 12:00:00, 2021-07-31 23:59:59.999999999"
    })
    @DisplayName("rules §6.3: 23:59:59 and 00:00:00 of the next day are the same end")
    void window_within_the_period_is_sound(String start, String end) {
        assertThat(problems(Bench.of(QT), start, end)).isEmpty();
    }

    @Test
    @DisplayName("rules §6.3: the same for a period whose end is written as midnight")
    void period_to_midnight_ends_with_the_day() {
        Bench bench = Bench.of(QT)
                .command(command -> command.withPeriod(
                        new UsagePeriod(Instant.parse("2021-07-01T00:00:00Z"), Instant.parse("2021-08-01T00:00:00Z"))));

        assertThat(problems(bench, "2021-07-31 00:00:00", "2021-07-31 23:59:59"))
                .isEmpty();
        assertThat(problems(bench, "2021-07-31 00:00:00", "2021-08-01 00:00:00"))
                .isEmpty();
        assertThat(problems(bench, "2021-07-31 00:00:00", "2021-08-01 00:00:01"))
                .hasSize(1);
    }

    @Test
    @DisplayName("rules §6.3: late if it starts before the period, in the future if it ends after it")
    void window_outside_the_period_is_an_error() {
        Bench bench = Bench.of(QT);

        assertThat(problems(bench, EARLY, "2021-07-02 00:00:00"))
                .containsExactly("2 start_time_utc RECORD_BEFORE_PERIOD [" + EARLY + "]");
        assertThat(problems(bench, "2021-07-31 00:00:00", LATE))
                .containsExactly("2 end_time_utc RECORD_AFTER_PERIOD [" + LATE + "]");
        assertThat(problems(bench, EARLY, LATE))
                .containsExactly(
                        "2 start_time_utc RECORD_BEFORE_PERIOD [" + EARLY + "]",
                        "2 end_time_utc RECORD_AFTER_PERIOD [" + LATE + "]");
    }

    @Test
    void problem_says_where_the_period_starts_and_ends() {
        ValidationReport report = Bench.of(QT).judge(window(EARLY, LATE));

        assertThat(report.problems().get(0).arguments()).containsEntry("start", "2021-07-01T00:00:00Z");
        assertThat(report.problems().get(1).arguments()).containsEntry("end", "2021-08-01T00:00:00Z");
    }

    @Test
    @DisplayName("rules §2: late and future charges")
    void capability_allows_what_is_outside() {
        Bench late = Bench.with(QT, false, false, true);
        Bench future = Bench.with(QT, false, true, false);

        assertThat(problems(late, EARLY, LATE)).containsExactly("2 end_time_utc RECORD_AFTER_PERIOD [" + LATE + "]");
        assertThat(problems(future, EARLY, LATE))
                .containsExactly("2 start_time_utc RECORD_BEFORE_PERIOD [" + EARLY + "]");
        assertThat(problems(Bench.with(QT, false, true, true), EARLY, LATE)).isEmpty();
    }

    @Test
    @DisplayName("rules §6.3: window = warn")
    void policy_may_warn() {
        Bench bench = Bench.of(QT).policies(policies -> policies.with(WindowPolicy.WARN));

        ValidationReport report = bench.judge(window(EARLY, LATE));

        assertThat(Bench.lines(report))
                .containsExactly(
                        "2 start_time_utc RECORD_BEFORE_PERIOD (warning) [" + EARLY + "]",
                        "2 end_time_utc RECORD_AFTER_PERIOD (warning) [" + LATE + "]");
        assertThat(report.isValid()).isTrue();
        assertThat(report.rows().valid()).isEqualTo(1);
        assertThat(report.totals().quantity()).isEqualByComparingTo("28");
    }

    @Test
    @DisplayName("rules §6.3: window = warn, unless the product takes them")
    void policy_does_not_warn_of_what_is_allowed() {
        Bench bench = Bench.with(QT, false, true, true).policies(policies -> policies.with(WindowPolicy.WARN));

        assertThat(problems(bench, EARLY, LATE)).isEmpty();
    }

    @Test
    @DisplayName("rules §6.3: window = ignore; and without a period nothing is compared")
    void policy_may_ignore_the_period() {
        Bench ignoring = Bench.of(QT).policies(policies -> policies.with(WindowPolicy.IGNORE));
        Bench without = Bench.of(QT).command(command -> ValidateUpload.of(command.product()));

        assertThat(problems(ignoring, EARLY, LATE)).isEmpty();
        assertThat(problems(without, EARLY, LATE)).isEmpty();
    }

    @Test
    @DisplayName("rules §3.1: start ≤ end, whatever the policy")
    void reversed_window_is_the_only_problem() {
        Bench ignoring = Bench.of(QT).policies(policies -> policies.with(WindowPolicy.IGNORE));

        assertThat(problems(Bench.of(QT), "2021-08-09 00:00:00", "2021-06-09 00:00:00"))
                .containsExactly("2 end_time_utc RECORD_WINDOW_REVERSED [2021-06-09 00:00:00]");
        assertThat(problems(ignoring, "2021-07-09 00:00:00.000000001", "2021-07-09 00:00:00"))
                .hasSize(1);
        assertThat(problems(ignoring, "2021-07-09 00:00:00", "2021-07-09 00:00:00"))
                .isEmpty();
    }

    @Test
    void reversed_window_names_its_start() {
        ValidationReport report = Bench.of(QT).judge(window("2021-07-09 00:00:00", "2021-07-08 00:00:00"));

        assertThat(report.problems().get(0).arguments()).containsEntry("start", "2021-07-09T00:00:00Z");
    }

    @Test
    @DisplayName("rules §6.1: a time in error is the only problem")
    void window_with_a_time_in_error_is_not_compared() {
        assertThat(problems(Bench.of(QT), "x", LATE)).containsExactly("2 start_time_utc VALUE_NOT_A_TIME [x]");
        assertThat(problems(Bench.of(QT), EARLY, "x")).containsExactly("2 end_time_utc VALUE_NOT_A_TIME [x]");
    }
}
