package org.usageflow.testkit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.EventAction;
import org.usageflow.model.Party;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.Version;
import org.usageflow.spi.event.UsageEventListener;
import org.usageflow.testkit.InParallel;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.store.StoreFixtures;

/**
 * The contract of {@link UsageEventListener}: extend it, return your listener, and run it with JUnit.
 *
 * <p>It shows what a listener has to bear. What the listener makes of an event is for its own tests. A listener that is meant to throw is not for this contract.
 *
 * <p>Source: rules §8 (events).
 */
public abstract class UsageEventListenerContract {

    private static final int FILES = 50;
    private static final Duration QUICKLY = Duration.ofSeconds(20);
    private static final UsageFileId FILE = StoreFixtures.fileId(1);

    /** Makes the contract; subclasses need no state. */
    protected UsageEventListenerContract() {}

    /** The listener under test; asked for each rule. */
    protected abstract UsageEventListener listener();

    private static UsageEvent event(UsageFileId file, long number, EventAction action) {
        boolean first = number == 1;
        return new UsageEvent(
                file,
                number,
                Instant.parse("2021-08-02T10:00:00Z").plusSeconds(number),
                action,
                first ? null : UsageFileStatus.DRAFT,
                UsageFileStatus.DRAFT,
                UsageFixtures.vendor(),
                first ? null : "note",
                null,
                new Version(number));
    }

    /** Events of all kinds, in order. */
    private static void history(UsageEventListener listener, UsageFileId file) {
        long number = 1;
        for (EventAction action : EventAction.values()) {
            listener.onEvent(event(file, number++, action));
        }
    }

    @Test
    @DisplayName("EVENT-01 MUST: events of every kind are heard without an exception")
    void events_of_every_kind_are_heard() {
        UsageEventListener listener = listener();

        assertThatCode(() -> history(listener, FILE)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName(
            "EVENT-02 MUST: an event that comes again is heard, at once or later, because each comes at least once")
    void events_that_come_again_are_heard() {
        UsageEventListener listener = listener();

        assertThatCode(() -> {
                    UsageEvent created = event(FILE, 1, EventAction.CREATE);
                    listener.onEvent(created);
                    listener.onEvent(created);
                    listener.onEvent(event(FILE, 2, EventAction.UPLOAD));
                    listener.onEvent(event(FILE, 3, EventAction.PROCESS));
                    listener.onEvent(event(FILE, 2, EventAction.UPLOAD));
                    listener.onEvent(event(FILE, 3, EventAction.PROCESS));
                })
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("EVENT-03 MUST: a file whose former events were not heard is heard from where it comes")
    void events_from_the_middle_of_a_history_are_heard() {
        UsageEventListener listener = listener();

        assertThatCode(() -> listener.onEvent(event(FILE, 1_000_000, EventAction.CLOSE_RECORDS)))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("EVENT-04 MUST: events of several files are heard in turns")
    void events_of_several_files_in_turns_are_heard() {
        UsageEventListener listener = listener();

        assertThatCode(() -> {
                    for (long number = 1; number <= 3; number++) {
                        for (int file = FILES; file > 0; file--) {
                            listener.onEvent(event(StoreFixtures.fileId(file), number, EventAction.EDIT));
                        }
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("EVENT-05 MUST: events of several files are heard at the same time")
    void events_of_several_files_at_a_time_are_heard() {
        UsageEventListener listener = listener();
        var files = new AtomicInteger();

        assertThat(InParallel.answers(() -> {
                    history(listener, StoreFixtures.fileId(files.incrementAndGet()));
                    return true;
                }))
                .containsExactly(true);
    }

    @Test
    @DisplayName("EVENT-06 MUST: events of the library itself, of one record, and with the longest note are heard")
    void events_at_their_edges_are_heard() {
        UsageEventListener listener = listener();
        var edge = new UsageEvent(
                FILE,
                Long.MAX_VALUE,
                Instant.EPOCH,
                EventAction.CORRECT_BILLING,
                UsageFileStatus.CLOSED,
                UsageFileStatus.CLOSED,
                Actor.of(Party.SYSTEM, "SYSTEM"),
                "n".repeat(4_000),
                UsageRecordId.of(FILE, 99_999_999),
                new Version(Long.MAX_VALUE));

        assertThatCode(() -> listener.onEvent(edge)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("EVENT-07 SHOULD: it returns quickly, as it is called in the thread of a command")
    void events_of_many_files_return_quickly() {
        UsageEventListener listener = listener();

        assertTimeoutPreemptively(QUICKLY, () -> {
            for (int file = 1; file <= FILES; file++) {
                history(listener, StoreFixtures.fileId(file));
            }
        });
    }
}
