package org.usageflow.core;

import java.util.List;
import java.util.Objects;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.event.UsageEventListener;

/**
 * Drains the outbox: events that no listener has heard, because none was wired, one failed, the process ended between a commit and its events, or the host's transaction went on when the command returned.
 *
 * <p>Thread-safe, for several processes at a time too: of a file's events one process delivers at a time, and who comes meanwhile goes on to the next file. Source: rules §8 (events).
 */
public final class EventService {

    private static final int BATCH = 100;

    private final Desk desk;
    private final Keeping keeping;
    private final EventPost post;

    EventService(Desk desk, Keeping keeping, EventPost post) {
        this.desk = desk;
        this.keeping = keeping;
        this.post = post;
    }

    /** Delivers to the listeners that were wired what they did not hear; see {@link #drain(UsageEventListener)}. */
    public long drain() {
        return keeping.listeners().isEmpty()
                ? 0
                : drain(event -> keeping.listeners().forEach(each -> each.onEvent(event)));
    }

    /**
     * Delivers every event that has not been delivered: at least once, those of a file in order. Where the listener throws, the file's events wait for the next time, and the other files' go on.
     *
     * @param listener hears them, in this thread
     * @return how many were delivered
     */
    public long drain(UsageEventListener listener) {
        Objects.requireNonNull(listener, "listener");
        long told = 0;
        List<UsageFileId> files = undelivered("");
        while (!files.isEmpty()) {
            for (UsageFileId file : files) {
                told += post.deliver(file, listener);
            }
            files = undelivered(files.get(files.size() - 1).value());
        }
        return told;
    }

    private List<UsageFileId> undelivered(String after) {
        return desk.read(session -> session.history().undelivered(after, BATCH));
    }
}
