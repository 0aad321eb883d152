package org.usageflow.spi.store;

import org.jspecify.annotations.Nullable;

/**
 * Keeps usage files and all that belongs to them. <b>Implementable</b>; contract: {@code UsageStoreContract} in the testkit.
 *
 * <p>All work is done in transactions. A transaction sees what was committed before and what it did itself, and never half of what another did (read committed or stricter). Thread-safe.
 *
 * <p>Source: rules §10. Design: {@code docs/decisions/0014-store-sessions.md}.
 */
public interface UsageStore {

    /**
     * Does work in a transaction of its own, in the calling thread: committed when the work returns, rolled back when it throws. What it throws passes through unchanged.
     *
     * @param work what is done; called once. It may not begin another transaction of this store
     * @return what the work returned
     * @throws org.usageflow.error.StaleVersionException if another transaction changed the same aggregate first, which may only show on committing
     * @throws org.usageflow.error.StoreException if the store fails; nothing of the work is kept
     */
    <T extends @Nullable Object> T inTransaction(StoreWork<T> work);
}
