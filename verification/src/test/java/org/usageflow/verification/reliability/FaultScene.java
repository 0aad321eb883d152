package org.usageflow.verification.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFileId;
import org.usageflow.testkit.MutableClock;

/** What outlives a process that fails: the time, the ids that were given, and what listeners heard. It is 20 July 2021 at first, so that the period is open. Used by one thread. */
final class FaultScene {

    final MutableClock clock = MutableClock.at("2021-07-20T09:00:00Z");
    private final List<UsageEvent> heard = new ArrayList<>();
    private int files;

    UsageFileId nextFile() {
        return file(++files);
    }

    static UsageFileId file(int number) {
        return new UsageFileId(String.format("UF-2021-07-0000-%04d", number));
    }

    int files() {
        return files;
    }

    /** Forgets ids that were given and came to nothing. */
    void files(int given) {
        files = given;
    }

    /** A scene at the same time, with the same ids given and the same heard. */
    FaultScene copy() {
        var copy = new FaultScene();
        copy.clock.set(clock.instant());
        copy.files = files;
        copy.heard.addAll(heard);
        return copy;
    }

    void hear(UsageEvent event) {
        heard.add(event);
    }

    List<UsageEvent> heard() {
        return List.copyOf(heard);
    }

    /** Goes on to a time at which every lease of a process that was lost has run out. */
    void passLeases() {
        clock.advance(Duration.ofDays(1));
    }
}
