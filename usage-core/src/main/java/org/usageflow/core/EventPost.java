package org.usageflow.core;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.event.UsageEventListener;
import org.usageflow.spi.store.HistoryStore;
import org.usageflow.spi.store.StoreSession;

/**
 * Delivers events: of a file one at a time and in order, at least once.
 *
 * <p>Of the threads that want a file's events delivered at a time one does it for all; the others go on. So do processes, of which the one that holds the lease of the file's events delivers.
 */
final class EventPost {

    private static final Logger LOG = LoggerFactory.getLogger(EventPost.class);
    private static final int BATCH = 100;

    private final Keeping keeping;
    private final ConcurrentHashMap<UsageFileId, Integer> wanted = new ConcurrentHashMap<>();

    EventPost(Keeping keeping) {
        this.keeping = keeping;
    }

    /** Delivers to the host's listeners what a file has that they did not hear. What was committed stands: where the store fails now, the events wait for the next time. */
    void deliver(UsageFileId file) {
        if (keeping.listeners().isEmpty()) {
            return;
        }
        try {
            deliver(file, event -> keeping.listeners().forEach(each -> each.onEvent(event)));
        } catch (RuntimeException e) {
            LOG.warn("events of {} wait to be delivered", file, e);
        }
    }

    /** Delivers to a listener what a file has that nobody heard, unless another thread is at it. Gives how many. */
    long deliver(UsageFileId file, UsageEventListener listener) {
        int turn = wanted.merge(file, 1, Integer::sum);
        if (turn > 1) {
            return 0;
        }
        boolean done = false;
        try {
            long told = 0;
            while (!done) {
                int seen = wanted.getOrDefault(file, 0);
                told += tellAll(file, listener);
                done = wanted.computeIfPresent(file, (id, asked) -> asked == seen ? null : asked) == null;
            }
            return told;
        } finally {
            if (!done) {
                wanted.remove(file);
            }
        }
    }

    /** Tells all, in turns: who comes while another process is at it goes on, and so who was at it looks once more. */
    private long tellAll(UsageFileId file, UsageEventListener listener) {
        long told = 0;
        Turn turn = turn(file);
        while (turn.isTaken()) {
            boolean again = false;
            try {
                told += turn.tellAll(listener);
                again = !turn.failed;
            } finally {
                turn.end();
            }
            turn = again ? turn(file) : new Turn(file);
        }
        return told;
    }

    private Turn turn(UsageFileId file) {
        var turn = new Turn(file);
        turn.take();
        return turn;
    }

    /** The events of a file, for as long as this process has the lease of telling them. */
    private final class Turn {
        private final UsageFileId file;
        private final Leases.Tenure tenure;
        private List<UsageEvent> events = List.of();
        private boolean failed;

        Turn(UsageFileId file) {
            this.file = file;
            this.tenure = keeping.leases().tenure("events:" + file);
        }

        /** Takes the lease, if there is anything to tell and no other process is at it. */
        void take() {
            events = keeping.store().inTransaction(session -> {
                HistoryStore history = session.history();
                boolean any = history.last(file) > history.delivered(file);
                // Looked for only once the lease is held: who had it before told some of them
                return any && tenure.take(session) ? next(session) : List.of();
            });
        }

        boolean isTaken() {
            return tenure.isTaken();
        }

        private List<UsageEvent> next(StoreSession session) {
            return session.history().list(file, session.history().delivered(file), BATCH);
        }

        long tellAll(UsageEventListener listener) {
            long told = 0;
            while (!events.isEmpty()) {
                for (UsageEvent event : events) {
                    // A listener that took longer than the lease lasts has lost it, and others go on from there
                    failed = !tenure.holds() || !tell(event, listener);
                    if (failed) {
                        return told;
                    }
                    told++;
                }
                // What came meanwhile shows when the lease is given back
                events = events.size() < BATCH ? List.of() : keeping.store().inTransaction(this::next);
            }
            return told;
        }

        void end() {
            keeping.store().inTransaction(session -> {
                tenure.release(session);
                return file;
            });
        }
    }

    private boolean tell(UsageEvent event, UsageEventListener listener) {
        try {
            listener.onEvent(event);
        } catch (RuntimeException e) {
            // The command stands; the event comes again before the next one of its file.
            LOG.warn("a listener failed at event {} of {}", event.number(), event.file(), e);
            return false;
        }
        keeping.store().inTransaction(session -> {
            session.history().markDelivered(event.file(), event.number());
            return event;
        });
        return true;
    }
}
