package org.usageflow.core;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.event.UsageEventListener;

/**
 * Delivers events: of a file one at a time and in order, at least once.
 *
 * <p>Of the threads that want a file's events delivered at a time one does it for all; the others go on.
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

    private long tellAll(UsageFileId file, UsageEventListener listener) {
        long told = 0;
        List<UsageEvent> events = next(file);
        while (!events.isEmpty()) {
            for (UsageEvent event : events) {
                if (!tell(event, listener)) {
                    return told;
                }
                told++;
            }
            events = next(file);
        }
        return told;
    }

    private List<UsageEvent> next(UsageFileId file) {
        return keeping.store()
                .inTransaction(session ->
                        session.history().list(file, session.history().delivered(file), BATCH));
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
