package org.usageflow.spi.store;

import java.util.List;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFileId;

/**
 * What happened to usage files, and which of it has been told: history and outbox in one. <b>Implementable</b> as part of a {@link UsageStore}; contract: {@code UsageStoreContract} in the testkit.
 *
 * <p>Source: rules §8 (events).
 */
public interface HistoryStore {

    /** The number of the last event of a file; 0 where there is none. */
    long last(UsageFileId file);

    /**
     * Keeps an event that follows the last one of its file.
     *
     * @throws org.usageflow.error.StaleVersionException if its number is taken: another transaction was first
     */
    void append(UsageEvent event);

    /**
     * Events of a file in their order.
     *
     * @param afterNumber the last number of the call before; 0 for the first
     * @param limit how many at the most
     */
    List<UsageEvent> list(UsageFileId file, long afterNumber, int limit);

    /** Up to which number the events of a file have been delivered; 0 for none. */
    long delivered(UsageFileId file);

    /** Notes that the events of a file have been delivered up to a number; never falls back behind a higher one. */
    void markDelivered(UsageFileId file, long number);

    /** Files with events that have not been delivered, by id, after a given one; an empty text begins. */
    List<UsageFileId> undelivered(String afterId, int limit);
}
