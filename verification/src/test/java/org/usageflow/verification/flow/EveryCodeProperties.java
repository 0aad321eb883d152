package org.usageflow.verification.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.ProblemGroup;

/** One fault in a valid upload is one problem of the report, at its place, with its value, and nothing else; whatever the fault, the format and the rest of the file. */
class EveryCodeProperties {

    /** What no file can provoke: the state of the host's data, the pricing of accepted records, and reconciliation files. */
    private static final Set<ProblemGroup> NOT_BY_UPLOADS =
            EnumSet.of(ProblemGroup.PREREQUISITE, ProblemGroup.RATING, ProblemGroup.RECONCILIATION);

    private static final int TRIES = 30;
    /** How often each try is repeated: {@code -Dproof=full} takes its time. */
    private static final int REPEATS = "full".equals(System.getProperty("proof")) ? 20 : 1;

    @Example
    void every_code_that_an_upload_can_provoke_has_an_injection() {
        Set<ProblemCode> injected = Injection.all().stream()
                .map(each -> each.fault().code())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ProblemCode.class)));

        Set<ProblemCode> expected = EnumSet.allOf(ProblemCode.class);
        expected.removeIf(code -> NOT_BY_UPLOADS.contains(code.group()));
        assertThat(injected).isEqualTo(expected);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void fault_of_the_file_is_the_one_problem(@ForAll long seed) {
        inject(ProblemGroup.FILE, seed);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void fault_of_a_header_is_the_one_problem_at_its_cell(@ForAll long seed) {
        inject(ProblemGroup.COLUMN, seed);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void fault_of_a_value_is_the_one_problem_at_its_cell(@ForAll long seed) {
        inject(ProblemGroup.VALUE, seed);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void fault_of_a_record_is_the_one_problem_at_its_cell(@ForAll long seed) {
        inject(ProblemGroup.RECORD, seed);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void fault_of_an_item_is_the_one_problem_at_its_cell(@ForAll long seed) {
        inject(ProblemGroup.ITEM, seed);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void fault_of_a_subscription_is_the_one_problem_at_its_cell(@ForAll long seed) {
        inject(ProblemGroup.SUBSCRIPTION, seed);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void fault_of_a_category_is_the_one_problem_at_its_cell(@ForAll long seed) {
        inject(ProblemGroup.CATEGORY, seed);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void fault_of_a_tier_is_the_one_problem_at_its_cell(@ForAll long seed) {
        inject(ProblemGroup.TIER, seed);
    }

    private static void inject(ProblemGroup group, long seed) {
        List<Injection> injections = Injection.all().stream()
                .filter(each -> each.fault().code().group() == group)
                .toList();
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            var random = new Random(seed + repeat);
            for (Injection injection : injections) {
                for (Carrier carrier : injection.fault().carriers()) {
                    new Trial(injection, carrier, random.nextLong()).run();
                }
            }
        }
    }
}
