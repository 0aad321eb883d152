package org.usageflow.console.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A member that was read. It is empty where it is absent, or was found wrong.
 *
 * @param <T> what it holds
 * @param orNull the value; null where there is none
 */
record Member<T>(@Nullable T orNull) {

    /** The value; asked only where the object around it has no fault. */
    T get() {
        T value = orNull;
        if (value == null) {
            throw new IllegalStateException("a required member that is absent is a fault");
        }
        return value;
    }

    T or(T otherwise) {
        T value = orNull;
        return value == null ? otherwise : value;
    }
}
