package org.usageflow.verification.service;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.usageflow.model.UsageEvent;
import org.usageflow.spi.event.UsageEventListener;

/** A listener that throws until it is told to work. */
final class Moody implements UsageEventListener {

    final List<UsageEvent> heard = new CopyOnWriteArrayList<>();
    volatile boolean broken = true;

    @Override
    public void onEvent(UsageEvent event) {
        if (broken) {
            throw new IllegalStateException("the listener is broken");
        }
        heard.add(event);
    }
}
