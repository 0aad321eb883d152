package org.usageflow.spi.store;

import org.jspecify.annotations.Nullable;

/**
 * Keeps usage files and all that belongs to them. <b>Implementable</b>; contract: {@code UsageStoreContract} in the testkit.
 *
 * <p>All work is done in transactions. A transaction sees what was committed before and what it did itself, and never half of what another did (read committed or stricter). Thread-safe.
 *
 * <p>What is kept is read back equal: texts to the last character (supplementary ones, blanks at the end), decimals to all digits, windows and periods to the nanosecond. All other times (of events, creation, receipt, closing, leases) come in whole microseconds.
 * Where texts order something, it is by their code points, see {@link org.usageflow.query.TextOrder}.
 *
 * <p>Source: rules §10. Design: {@code docs/decisions/0014-store-sessions.md}.
 */
public interface UsageStore {

    /**
     * Does work in a transaction of its own, in the calling thread: committed when the work returns, rolled back when it throws. What it throws passes through unchanged.
     *
     * @param work what is done; called once, or again from its start in another transaction where the store undid it because it lost to a deadlock or the like. It may not begin another transaction of this store
     * @return what the work returned
     * @throws org.usageflow.error.StaleVersionException if another transaction changed the same aggregate first, which may only show on committing
     * @throws org.usageflow.error.StoreException if the store fails; nothing of the work is kept
     */
    <T extends @Nullable Object> T inTransaction(StoreWork<T> work);

    /**
     * Prolongs a lease at once, whatever transaction is at work in the calling thread: seen by others before that transaction ends. Not for a lease that this very transaction has taken or released.
     *
     * @param lease as it is to be, with the holder that has it
     * @return false if the holder does not have it any more. A store within a host's own transaction, of which nobody sees anything before it ends, may give true and do nothing
     * @throws org.usageflow.error.StoreException if the store fails
     */
    boolean prolong(Lease lease);

    /** Whether what {@link #inTransaction} did is committed when it returns. Not so where a host's own transaction goes on around it; events are then told only when the host drains them, after its commit. */
    default boolean commitsOnReturn() {
        return true;
    }
}
