package org.usageflow.lifecycle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A state machine as a list of rows. What is not in the list is refused.
 *
 * <p>Immutable, thread-safe. Design: {@code docs/lifecycle.md} is this table, rendered.
 *
 * @param <S> the statuses
 * @param <A> the actions
 */
public final class Lifecycle<S extends Enum<S>, A extends Enum<A>> {

    private final String name;
    private final List<Transition<S, A>> transitions;
    private final Set<S> terminals;

    private Lifecycle(String name, List<Transition<S, A>> transitions, Set<S> terminals) {
        this.name = name;
        this.transitions = transitions;
        this.terminals = terminals;
    }

    /**
     * Checks the rows and makes the machine.
     *
     * @param name what it is the life of, e.g. {@code file}
     * @param transitions the rows, in the order they are printed
     * @param terminals the statuses without an exit
     * @throws IllegalArgumentException if there is not exactly one row that creates, if two rows have the same origin and action, if a terminal status has an exit or
     *     another has none, or if a status cannot be reached
     */
    public static <S extends Enum<S>, A extends Enum<A>> Lifecycle<S, A> of(
            String name, List<Transition<S, A>> transitions, Set<S> terminals) {
        var machine = new Lifecycle<>(name, List.copyOf(transitions), Set.copyOf(terminals));
        machine.check();
        return machine;
    }

    private void check() {
        var seen = new HashSet<String>();
        for (Transition<S, A> row : transitions) {
            if (!seen.add(row.from() + " " + row.action())) {
                throw new IllegalArgumentException(name + ": two rows for " + row.from() + " and " + row.action());
            }
            if (row.from() != null && terminals.contains(row.from())) {
                throw new IllegalArgumentException(name + ": an exit from terminal " + row.from());
            }
        }
        if (transitions.stream().filter(Transition::creates).count() != 1) {
            throw new IllegalArgumentException(name + ": exactly one row creates");
        }
        checkReach();
    }

    private void checkReach() {
        Set<S> reached = EnumSet.of(creation().to());
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Transition<S, A> row : transitions) {
                grew |= row.from() != null && reached.contains(row.from()) && reached.add(row.to());
            }
        }
        for (S status : statuses()) {
            if (!reached.contains(status)) {
                throw new IllegalArgumentException(name + ": " + status + " cannot be reached");
            }
            if (!terminals.contains(status) && transitions.stream().noneMatch(row -> row.from() == status)) {
                throw new IllegalArgumentException(name + ": no exit from " + status + ", which is not terminal");
            }
        }
    }

    /** What it is the life of, e.g. {@code file}. */
    public String name() {
        return name;
    }

    /** The rows, in the order they are printed. */
    public List<Transition<S, A>> transitions() {
        return transitions;
    }

    /** Every status, in the order of the enum. */
    public List<S> statuses() {
        return List.of(creation().to().getDeclaringClass().getEnumConstants());
    }

    /** The row that creates. */
    public Transition<S, A> creation() {
        return transitions.stream().filter(Transition::creates).findFirst().orElseThrow();
    }

    /** Whether nothing leads out of the status. */
    public boolean isTerminal(S status) {
        return terminals.contains(status);
    }

    /**
     * Asks for an action. Conditions that need data are not looked at here.
     *
     * @param status the status now; null for what is not created yet
     * @param action what to do
     * @param by in which capacity
     */
    public Firing<S, A> fire(@Nullable S status, A action, Capacity by) {
        Optional<Transition<S, A>> row = find(status, action);
        if (row.isPresent() && row.get().allowedTo().contains(by)) {
            return new Firing.Moved<>(row.get());
        }
        RefusalReason reason = row.isPresent() ? RefusalReason.NOT_ALLOWED_TO_ACTOR : RefusalReason.NOT_IN_STATUS;
        return new Firing.Refused<>(status, action, reason, allowedActions(status, by));
    }

    /** The row for an origin and an action; a null origin is what is not created yet. */
    public Optional<Transition<S, A>> find(@Nullable S from, A action) {
        return transitions.stream()
                .filter(row -> row.from() == from && row.action() == action)
                .findFirst();
    }

    /** The actions that the capacity may fire now, in the order of the rows. */
    public Set<A> allowedActions(@Nullable S status, Capacity by) {
        var actions = new ArrayList<A>();
        for (Transition<S, A> row : transitions) {
            if (row.from() == status && row.allowedTo().contains(by)) {
                actions.add(row.action());
            }
        }
        return new LinkedHashSet<>(actions);
    }
}
