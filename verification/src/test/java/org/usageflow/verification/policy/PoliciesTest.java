package org.usageflow.verification.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.policy.AcceptancePolicy;
import org.usageflow.policy.NegativeMarginPolicy;
import org.usageflow.policy.NegativePolicy;
import org.usageflow.policy.Policies;
import org.usageflow.policy.RecordIdReuse;
import org.usageflow.policy.WindowPolicy;
import org.usageflow.problem.Severity;

/** Rules §6.3. */
class PoliciesTest {

    @Test
    void defaults_are_those_of_the_rules() {
        assertThat(Policies.DEFAULTS)
                .isEqualTo(new Policies(
                        NegativePolicy.REFUSE,
                        WindowPolicy.ENFORCE,
                        RecordIdReuse.REFUSE,
                        AcceptancePolicy.ALL,
                        NegativeMarginPolicy.WARN));
    }

    @Test
    void each_policy_is_replaced_alone() {
        Policies changed = Policies.DEFAULTS
                .with(NegativePolicy.CORRECTIONS)
                .with(WindowPolicy.IGNORE)
                .with(RecordIdReuse.ALLOW)
                .with(AcceptancePolicy.PARTIAL)
                .with(NegativeMarginPolicy.REFUSE);

        assertThat(changed)
                .isEqualTo(new Policies(
                        NegativePolicy.CORRECTIONS,
                        WindowPolicy.IGNORE,
                        RecordIdReuse.ALLOW,
                        AcceptancePolicy.PARTIAL,
                        NegativeMarginPolicy.REFUSE));
    }

    @Test
    void a_negative_margin_warns_or_is_an_error() {
        assertThat(NegativeMarginPolicy.WARN.severity()).isEqualTo(Severity.WARNING);
        assertThat(NegativeMarginPolicy.REFUSE.severity()).isEqualTo(Severity.ERROR);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "0, 10, true", "1, 10, false", "10, 10, false"})
    void all_lets_no_row_in_error_pass(long invalid, long rows, boolean expected) {
        assertThat(AcceptancePolicy.ALL.letsGoOn(invalid, rows)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 10", "10, 10", "0, 0"})
    void partial_lets_the_rest_go_on_however_many_are_in_error(long invalid, long rows) {
        assertThat(AcceptancePolicy.PARTIAL.letsGoOn(invalid, rows)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, 5, 100, true",
        "0.05, 6, 100, false",
        "0.05, 1, 20, true",
        "0.05, 1, 19, false",
        "0, 0, 5, true",
        "0, 1, 5, false",
        "0.333, 1, 3, false",
        "1, 3, 3, true"
    })
    void a_share_is_a_limit_that_may_be_reached(BigDecimal share, long invalid, long rows, boolean expected) {
        assertThat(AcceptancePolicy.upTo(share).letsGoOn(invalid, rows)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1.01", "5"})
    void a_share_is_0_to_1(BigDecimal share) {
        assertThatIllegalArgumentException().isThrownBy(() -> AcceptancePolicy.upTo(share));
    }
}
