package org.usageflow.verification.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.usageflow.lifecycle.Capacity;
import org.usageflow.lifecycle.Firing;
import org.usageflow.lifecycle.Lifecycle;
import org.usageflow.lifecycle.Lifecycles;

class LifecycleProperties {

    record Step(int action, Capacity by) {}

    @Property
    void no_sequence_of_actions_leaves_the_table(
            @ForAll("lifecycles") Lifecycle<?, ?> lifecycle, @ForAll @Size(max = 60) List<@From("steps") Step> steps) {
        walk(lifecycle, steps);
    }

    private static <S extends Enum<S>, A extends Enum<A>> void walk(Lifecycle<S, A> lifecycle, List<Step> steps) {
        Class<A> actions = lifecycle.creation().action().getDeclaringClass();
        S status = null;
        for (Step step : steps) {
            A action = actions.getEnumConstants()[step.action() % actions.getEnumConstants().length];
            Firing<S, A> firing = lifecycle.fire(status, action, step.by());
            Set<A> allowed = lifecycle.allowedActions(status, step.by());
            S before = status;
            status = firing.fold(
                    moved -> {
                        assertThat(allowed).contains(action);
                        assertThat(lifecycle.transitions()).contains(moved.transition());
                        assertThat(moved.transition().from()).isSameAs(before);
                        return moved.to();
                    },
                    refused -> {
                        assertThat(allowed).doesNotContain(action).isEqualTo(refused.allowed());
                        return before;
                    });
        }
    }

    @Property
    void a_terminal_status_is_never_left(@ForAll("lifecycles") Lifecycle<?, ?> lifecycle, @ForAll("steps") Step step) {
        refusedInTerminals(lifecycle, step);
    }

    private static <S extends Enum<S>, A extends Enum<A>> void refusedInTerminals(
            Lifecycle<S, A> lifecycle, Step step) {
        Class<A> actions = lifecycle.creation().action().getDeclaringClass();
        A action = actions.getEnumConstants()[step.action() % actions.getEnumConstants().length];
        for (S status : lifecycle.statuses()) {
            if (lifecycle.isTerminal(status)) {
                assertThat(lifecycle.allowedActions(status, step.by())).isEmpty();
                assertThat(lifecycle.fire(status, action, step.by())).isInstanceOf(Firing.Refused.class);
            }
        }
    }

    @Provide
    Arbitrary<Lifecycle<?, ?>> lifecycles() {
        return Arbitraries.of(Lifecycles.all());
    }

    @Provide
    Arbitrary<Step> steps() {
        return Combinators.combine(Arbitraries.integers().between(0, 1_000), Arbitraries.of(Capacity.class))
                .as(Step::new);
    }
}
