package org.usageflow.spi.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Leases: who is at work on what; part of the transaction like all else, {@link UsageStore#prolong} aside. <b>Implementable</b> as part of a {@link UsageStore}; contract: {@code UsageStoreContract} in the testkit.
 *
 * <p>A lease keeps nobody from anything by itself: what a process that lost its lease still does is refused because the version of the file has moved on. The times are those of the library's clock.
 */
public interface LeaseStore {

    /**
     * Takes a lease that is free, has run out, or is the holder's own. Of two transactions that take the same at a time one waits, and then finds it taken.
     *
     * @param now what ends then or before has run out
     * @return whether it is the holder's now
     */
    boolean take(Lease lease, Instant now);

    /** The lease on something, run out or not. */
    Optional<Lease> find(String subject);

    /** Gives a lease back that the holder has; else does nothing. */
    void release(String subject, String holder);
}
