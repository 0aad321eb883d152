package org.usageflow.lifecycle;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of an action: moved, or refused. Handle both with {@link #fold}.
 *
 * @param <S> the statuses
 * @param <A> the actions
 */
public sealed interface Firing<S extends Enum<S>, A extends Enum<A>> {

    /** Gives the one function the move, or the other the refusal. */
    <T extends @Nullable Object> T fold(Function<Moved<S, A>, T> moved, Function<Refused<S, A>, T> refused);

    /**
     * The status changed.
     *
     * @param transition the row that fired
     */
    record Moved<S extends Enum<S>, A extends Enum<A>>(Transition<S, A> transition) implements Firing<S, A> {

        /** The status after. */
        public S to() {
            return transition.to();
        }

        @Override
        public <T extends @Nullable Object> T fold(Function<Moved<S, A>, T> moved, Function<Refused<S, A>, T> refused) {
            return moved.apply(this);
        }
    }

    /**
     * Nothing changed.
     *
     * @param status the status, as it was and is; null where nothing has been created
     * @param action what was asked
     * @param reason why it was refused
     * @param allowed the actions that this actor may fire now, in the order of the rows
     */
    record Refused<S extends Enum<S>, A extends Enum<A>>(
            @Nullable S status, A action, RefusalReason reason, Set<A> allowed) implements Firing<S, A> {

        public Refused {
            allowed = Collections.unmodifiableSet(new LinkedHashSet<>(allowed));
        }

        @Override
        public <T extends @Nullable Object> T fold(Function<Moved<S, A>, T> moved, Function<Refused<S, A>, T> refused) {
            return refused.apply(this);
        }
    }
}
