package org.usageflow.core.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.spi.store.Lease;
import org.usageflow.spi.store.StoreWork;
import org.usageflow.spi.store.UsageStore;

/**
 * Keeps usage files and all that belongs to them in memory: for tests, for trying things out, and as the reference of what a store does.
 *
 * <p>Read committed. A transaction works on what it changes aside and shows it to all at once when it commits; only then, and when it calls {@code update}, can it find that another one was first. So a long
 * transaction makes nobody wait, with one exception: of two that insert files, claim the vendors' ids or take leases, the second waits until the first ends. Reads of a file that the transaction has changed show it as
 * it was then, with its own changes.
 *
 * <p>Memory: what is kept, by reference, and beside it about 4 bytes a record, 50 more for a live id, and 4 more for each order that was asked for. A change of one record among a million copies about a thousand references. Thread-safe; all is lost with the object.
 */
public final class InMemoryUsageStore implements UsageStore {

    private final Shelf shelf = new Shelf();
    // An instance field, as two stores in one thread must not know of each other.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Session> atWork = new ThreadLocal<>();

    /** An empty store. */
    public InMemoryUsageStore() {}

    @Override
    public <T extends @Nullable Object> T inTransaction(StoreWork<T> work) {
        Objects.requireNonNull(work, "work");
        if (atWork.get() != null) {
            throw new IllegalStateException("a transaction of this store is at work in this thread already");
        }
        var session = new Session(shelf, atWork::get);
        atWork.set(session);
        try {
            return run(work, session);
        } finally {
            atWork.remove();
            session.end();
        }
    }

    private static <T extends @Nullable Object> T run(StoreWork<T> work, Session session) {
        boolean done = false;
        try {
            T result = work.run(session);
            session.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                session.rollback();
            }
        }
    }

    @Override
    public boolean prolong(Lease lease) {
        return shelf.prolong(lease);
    }
}
