package org.usageflow.spi.event;

import org.usageflow.model.UsageEvent;

/**
 * Hears what happened to usage files, once it is committed. <b>Implementable</b>; contract: {@code UsageEventListenerContract} in the testkit.
 *
 * <p>Events of a file come one at a time and in order, those of different files in any order and at the same time, in the thread of a command on the file. An event comes at least once: where a listener throws, the command
 * stands, and the event comes again before the next one of its file.
 *
 * <p>Source: rules §8 (events).
 */
@FunctionalInterface
public interface UsageEventListener {

    void onEvent(UsageEvent event);
}
