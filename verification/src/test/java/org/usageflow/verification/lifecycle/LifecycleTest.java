package org.usageflow.verification.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.usageflow.lifecycle.Capacity;
import org.usageflow.lifecycle.Firing;
import org.usageflow.lifecycle.Lifecycle;
import org.usageflow.lifecycle.LifecycleText;
import org.usageflow.lifecycle.Lifecycles;
import org.usageflow.lifecycle.Transition;
import org.usageflow.lifecycle.UsageFileAction;
import org.usageflow.lifecycle.UsageFileStatus;

class LifecycleTest {

    enum Light {
        RED,
        GREEN,
        BROKEN
    }

    enum Turn {
        ON,
        GO,
        STOP,
        BREAK
    }

    private static final Transition<Light, Turn> ON = row(null, Turn.ON, Light.RED);
    private static final Transition<Light, Turn> GO = row(Light.RED, Turn.GO, Light.GREEN);
    private static final Transition<Light, Turn> STOP = row(Light.GREEN, Turn.STOP, Light.RED);
    private static final Transition<Light, Turn> BREAK = row(Light.GREEN, Turn.BREAK, Light.BROKEN);

    private static Transition<Light, Turn> row(Light from, Turn action, Light to) {
        return new Transition<>(from, action, to, Set.of(Capacity.SYSTEM));
    }

    private static Lifecycle<Light, Turn> of(List<Transition<Light, Turn>> rows) {
        return Lifecycle.of("light", rows, Set.of(Light.BROKEN));
    }

    @Nested
    class Construction {

        @Test
        void two_rows_for_one_origin_and_action_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of(List.of(ON, GO, STOP, BREAK, row(Light.RED, Turn.GO, Light.BROKEN))))
                    .withMessageContaining("two rows for RED and GO");
        }

        @Test
        void a_status_that_cannot_be_reached_is_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of(List.of(ON, GO, STOP)))
                    .withMessageContaining("BROKEN cannot be reached");
        }

        @Test
        void statuses_that_reach_only_each_other_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of(List.of(row(null, Turn.ON, Light.BROKEN), GO, STOP)))
                    .withMessageContaining("cannot be reached");
        }

        @Test
        void an_exit_from_a_terminal_status_is_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of(List.of(ON, GO, STOP, BREAK, row(Light.BROKEN, Turn.STOP, Light.RED))))
                    .withMessageContaining("an exit from terminal BROKEN");
        }

        @Test
        void a_status_without_exit_that_is_not_terminal_is_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Lifecycle.of("light", List.of(ON, GO, STOP, BREAK), Set.of()))
                    .withMessageContaining("no exit from BROKEN");
        }

        @Test
        void no_row_that_creates_is_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of(List.of(GO, STOP, BREAK)))
                    .withMessageContaining("exactly one row creates");
        }

        @Test
        void two_rows_that_create_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of(List.of(ON, row(null, Turn.GO, Light.GREEN), GO, STOP, BREAK)))
                    .withMessageContaining("exactly one row creates");
        }

        @Test
        void a_row_that_nobody_may_fire_is_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Transition<>(Light.RED, Turn.GO, Light.GREEN, Set.of()))
                    .withMessageContaining("nobody may GO from RED");
        }

        @Test
        void later_changes_of_the_given_lists_do_not_matter() {
            var rows = new ArrayList<>(List.of(ON, GO, STOP, BREAK));
            var who = EnumSet.of(Capacity.BUYER);
            Lifecycle<Light, Turn> lifecycle = Lifecycle.of("light", rows, Set.of(Light.BROKEN));
            var row = new Transition<>(Light.RED, Turn.GO, Light.GREEN, who);

            rows.clear();
            who.add(Capacity.VENDOR);

            assertThat(lifecycle.transitions()).containsExactly(ON, GO, STOP, BREAK);
            assertThat(row.allowedTo()).containsExactly(Capacity.BUYER);
        }
    }

    @Nested
    class Firings {

        @Test
        void fold_hands_over_the_move_or_the_refusal() {
            Lifecycle<Light, Turn> lifecycle = of(List.of(ON, GO, STOP, BREAK));
            Firing<Light, Turn> moved = lifecycle.fire(Light.GREEN, Turn.STOP, Capacity.SYSTEM);
            Firing<Light, Turn> refused = lifecycle.fire(Light.GREEN, Turn.ON, Capacity.SYSTEM);

            assertThat(moved.<String>fold(each -> each.to().name(), each -> "refused"))
                    .isEqualTo("RED");
            assertThat(refused.<Set<Turn>>fold(each -> Set.of(), Firing.Refused::allowed))
                    .containsExactly(Turn.STOP, Turn.BREAK);
        }

        @Test
        void find_gives_the_row_or_nothing() {
            Lifecycle<Light, Turn> lifecycle = of(List.of(ON, GO, STOP, BREAK));

            assertThat(lifecycle.find(Light.RED, Turn.GO)).contains(GO);
            assertThat(lifecycle.find(null, Turn.ON)).contains(ON);
            assertThat(lifecycle.find(Light.RED, Turn.STOP)).isEmpty();
            assertThat(lifecycle.name()).isEqualTo("light");
        }

        @Test
        void reseller_down_the_chain_may_do_nothing_to_a_file() {
            for (UsageFileStatus status : UsageFileStatus.values()) {
                assertThat(Lifecycles.file().allowedActions(status, Capacity.RESELLER))
                        .isEmpty();
            }
            assertThat(Lifecycles.file().find(UsageFileStatus.READY, UsageFileAction.SUBMIT))
                    .isPresent();
        }

        @Test
        void live_statuses_of_a_file_are_those_of_the_rules() {
            assertThat(UsageFileStatus.values())
                    .filteredOn(UsageFileStatus::isLive)
                    .containsExactly(
                            UsageFileStatus.READY,
                            UsageFileStatus.PENDING,
                            UsageFileStatus.ACCEPTED,
                            UsageFileStatus.CLOSED);
        }
    }

    @Nested
    class Renderings {

        private final Lifecycle<Light, Turn> lifecycle = Lifecycle.of(
                "light",
                List.of(
                        ON,
                        new Transition<>(Light.RED, Turn.GO, Light.GREEN, Set.of(Capacity.SYSTEM, Capacity.VENDOR)),
                        STOP,
                        BREAK),
                Set.of(Light.BROKEN));

        @Test
        void markdown_is_a_table_with_a_line_for_each_row() {
            assertThat(LifecycleText.markdown(lifecycle)).isEqualTo("""
                    | # | from | action | to | by |
                    |---|---|---|---|---|
                    | 1 | new | on | red | system |
                    | 2 | red | go | green | vendor, system |
                    | 3 | green | stop | red | system |
                    | 4 | green | break | broken | system |
                    """);
        }

        @Test
        void mermaid_is_a_state_diagram_with_start_and_ends() {
            assertThat(LifecycleText.mermaid(lifecycle)).isEqualTo("""
                    stateDiagram-v2
                        [*] --> red : on (system)
                        red --> green : go (vendor, system)
                        green --> red : stop (system)
                        green --> broken : break (system)
                        broken --> [*]
                    """);
        }

        @Test
        void json_is_an_array_with_an_object_for_each_row() {
            assertThat(LifecycleText.json(lifecycle)).isEqualTo("""
                    [{"from":"new","action":"on","to":"red","by":["system"]},
                     {"from":"red","action":"go","to":"green","by":["vendor","system"]},
                     {"from":"green","action":"stop","to":"red","by":["system"]},
                     {"from":"green","action":"break","to":"broken","by":["system"]}]
                    """);
        }

        @Test
        void all_four_are_there_in_the_order_of_the_rules() {
            assertThat(Lifecycles.all())
                    .extracting(Lifecycle::name)
                    .containsExactly("file", "record", "part", "reconciliation");
        }
    }
}
