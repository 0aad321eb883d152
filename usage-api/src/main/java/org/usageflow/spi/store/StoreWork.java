package org.usageflow.spi.store;

import org.jspecify.annotations.Nullable;

/**
 * Work that is done in a transaction. <b>Not for implementation</b> by a store, which runs it: whoever calls a store writes it, as a lambda.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface StoreWork<T extends @Nullable Object> {

    /** Does it; perhaps again from its start, where the store undid it. The session is this call's alone, and of no use afterwards. */
    T run(StoreSession session);
}
