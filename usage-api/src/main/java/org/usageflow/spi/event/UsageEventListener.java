package org.usageflow.spi.event;

import org.usageflow.model.UsageEvent;

/**
 * Hears what happened to usage files, once it is committed. <b>Implementable</b>; contract: {@code UsageEventListenerContract} in the testkit.
 *
 * <p>Events of a file come one at a time and in order, those of different files in any order and at the same time, in the thread of a command on the file, or of a drain; of several processes over one store one tells a
 * file's events at a time. An event comes at least once: where a listener throws, the command stands, and the event comes again before the next one of its file. A listener should return within
 * the lease that the library was given (5 minutes by default); after that another process may tell on from the same event.
 *
 * <p>Source: rules §8 (events).
 */
@FunctionalInterface
public interface UsageEventListener {

    void onEvent(UsageEvent event);
}
