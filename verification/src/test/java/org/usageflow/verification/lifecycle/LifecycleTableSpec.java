package org.usageflow.verification.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.usageflow.lifecycle.Firing;
import org.usageflow.lifecycle.Lifecycle;
import org.usageflow.lifecycle.RefusalReason;

/**
 * Every status, every action, every capacity of a life cycle, against a table written by hand from the rules.
 *
 * @param <S> the statuses
 * @param <A> the actions
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LifecycleTableSpec<S extends Enum<S>, A extends Enum<A>> {

    private final Lifecycle<S, A> lifecycle;
    private final ExpectedTable<S, A> expected;
    private final Set<S> terminals;

    LifecycleTableSpec(Lifecycle<S, A> lifecycle, ExpectedTable<S, A> expected, Set<S> terminals) {
        this.lifecycle = lifecycle;
        this.expected = expected;
        this.terminals = terminals;
    }

    List<ExpectedTable.Case<S, A>> cases() {
        return expected.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void asking_has_the_outcome_of_the_table(ExpectedTable.Case<S, A> each) {
        Firing<S, A> firing = lifecycle.fire(each.from(), each.action(), each.by());

        String outcome = firing.fold(
                moved -> "to " + moved.to(),
                refused -> refused.reason() + " in " + refused.status() + " for " + refused.action() + ", allowed "
                        + EnumSet.copyOf(orEmpty(refused.allowed())));

        assertThat(outcome).isEqualTo(expectedOutcome(each));
    }

    private String expectedOutcome(ExpectedTable.Case<S, A> each) {
        if (each.to() != null) {
            return "to " + each.to();
        }
        RefusalReason reason = each.knownRow() ? RefusalReason.NOT_ALLOWED_TO_ACTOR : RefusalReason.NOT_IN_STATUS;
        return reason + " in " + each.from() + " for " + each.action() + ", allowed "
                + EnumSet.copyOf(orEmpty(each.allowed()));
    }

    private Set<A> orEmpty(Set<A> actions) {
        Class<A> type = lifecycle.creation().action().getDeclaringClass();
        Set<A> copy = EnumSet.noneOf(type);
        copy.addAll(actions);
        return copy;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void allowed_actions_are_those_that_move(ExpectedTable.Case<S, A> each) {
        Set<A> allowed = lifecycle.allowedActions(each.from(), each.by());

        assertThat(allowed).isEqualTo(each.allowed());
    }

    @Test
    void table_has_no_row_beside_those_written_here() {
        assertThat(lifecycle.transitions()).hasSize((int) expected.rows());
    }

    @Test
    void terminal_statuses_are_those_of_the_rules() {
        assertThat(lifecycle.statuses().stream().filter(lifecycle::isTerminal))
                .containsExactlyInAnyOrderElementsOf(terminals);
    }
}
