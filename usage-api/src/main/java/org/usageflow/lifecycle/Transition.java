package org.usageflow.lifecycle;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a life cycle: from where, by what, to where, and who may.
 *
 * @param <S> the statuses
 * @param <A> the actions
 * @param from the status before; null for the row that creates
 * @param action what is done
 * @param to the status after
 * @param allowedTo who may, at least one; iterated in the order of {@link Capacity}
 */
public record Transition<S extends Enum<S>, A extends Enum<A>>(
        @Nullable S from, A action, S to, Set<Capacity> allowedTo) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if nobody may
     */
    public Transition {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(to, "to");
        if (allowedTo.isEmpty()) {
            throw new IllegalArgumentException("nobody may " + action + " from " + from);
        }
        allowedTo = Collections.unmodifiableSet(EnumSet.copyOf(allowedTo));
    }

    /** Whether this row creates. */
    public boolean creates() {
        return from == null;
    }
}
