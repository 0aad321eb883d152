package org.usageflow.core;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.usageflow.error.StoreException;
import org.usageflow.spi.store.Lease;
import org.usageflow.spi.store.LeaseStore;
import org.usageflow.spi.store.StoreSession;
import org.usageflow.spi.store.UsageStore;

/**
 * Leases of pieces of work: taken in the transaction that begins one, prolonged while it goes on, and given back in the transaction that ends it.
 *
 * <p>What keeps two from doing the same is the version of the aggregate; a lease only tells {@link RecoveryService} whether somebody is still at it. Thread-safe; tenures are not.
 */
final class Leases {

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
    private static final int HOLDER_BYTES = 16;
    // A lease outlives two heartbeats that fail
    private static final int BEATS = 3;

    private final UsageStore store;
    private final Clock clock;
    private final Duration length;
    private final SecureRandom random = new SecureRandom();

    Leases(UsageStore store, Clock clock, Duration length) {
        this.store = store;
        this.clock = clock;
        this.length = length;
    }

    /** A piece of work on something that takes no lease yet. */
    Tenure tenure(String subject) {
        byte[] holder = new byte[HOLDER_BYTES];
        random.nextBytes(holder);
        return new Tenure(subject, HexFormat.of().formatHex(holder));
    }

    /** Whether nobody is at work on something, as far as leases tell. */
    boolean isFree(StoreSession session, String subject) {
        Optional<Lease> lease = session.leases().find(subject);
        return lease.isEmpty() || !lease.get().until().isAfter(clock.instant());
    }

    /** Takes a lease from whoever has it, because what was worked on has moved on. */
    static void clear(StoreSession session, String subject) {
        LeaseStore leases = session.leases();
        leases.find(subject).ifPresent(each -> leases.release(subject, each.holder()));
    }

    /** One piece of work and its lease. */
    final class Tenure {
        private final String subject;
        private final String holder;
        private Instant nextBeat = Instant.MAX;
        private boolean taken;
        private boolean lost;

        private Tenure(String subject, String holder) {
            this.subject = subject;
            this.holder = holder;
        }

        /** Takes the lease, whoever has it: for work whose beginning another aggregate's version has settled. */
        void seize(StoreSession session) {
            do {
                clear(session, subject);
            } while (!take(session));
        }

        /** Takes the lease if nobody has it. */
        boolean take(StoreSession session) {
            Instant now = clock.instant();
            taken = session.leases().take(new Lease(subject, holder, now.plus(length)), now);
            lost = !taken;
            nextBeat = taken ? now.plus(length.dividedBy(BEATS)) : Instant.MAX;
            return taken;
        }

        /** Whether the lease was free when it was asked for last. */
        boolean isTaken() {
            return taken;
        }

        /** Says that the work goes on; at most every third of the lease's length anything is done. Where that fails or the lease is lost, the work goes on all the same. */
        void beat() {
            try {
                holds();
            } catch (StoreException e) {
                LOG.warn("the lease of {} could not be prolonged", subject, e);
                nextBeat = clock.instant().plus(length.dividedBy(BEATS));
            }
        }

        /**
         * Says that the work goes on, as {@link #beat} does.
         *
         * @return false if the lease is lost
         * @throws StoreException if the store cannot tell
         */
        boolean holds() {
            Instant now = clock.instant();
            if (!now.isBefore(nextBeat)) {
                lost = !store.prolong(new Lease(subject, holder, now.plus(length)));
                nextBeat = lost ? Instant.MAX : now.plus(length.dividedBy(BEATS));
            }
            return !lost;
        }

        /** Gives the lease back. */
        void release(StoreSession session) {
            session.leases().release(subject, holder);
        }
    }
}
