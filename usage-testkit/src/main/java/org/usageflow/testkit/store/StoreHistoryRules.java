package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.error.StaleVersionException;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.EventAction;
import org.usageflow.model.Party;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.UserId;
import org.usageflow.model.Version;
import org.usageflow.testkit.UsageFixtures;

/** History and outbox. Source: rules §8 (events). */
abstract class StoreHistoryRules extends StoreProblemRules {

    private List<UsageEvent> givenEvents(int file, int events) {
        UsageFile kept = given(StoreFixtures.file(file));
        var all = new ArrayList<UsageEvent>();
        for (int number = 1; number <= events; number++) {
            all.add(StoreFixtures.event(kept, number, EventAction.EDIT, "note " + number));
        }
        change(session -> all.forEach(session.history()::append));
        return all;
    }

    private List<UsageEvent> listed(long after, int limit) {
        return ask(session -> session.history().list(F1, after, limit));
    }

    private List<UsageFileId> undelivered(String after, int limit) {
        return ask(session -> session.history().undelivered(after, limit));
    }

    private long delivered() {
        return ask(session -> session.history().delivered(F1));
    }

    @Test
    @DisplayName("STORE-74 MUST: events of a file are listed in their order, from behind a number, at most so many")
    void events_are_listed_in_order() {
        List<UsageEvent> events = givenEvents(1, 5);
        givenEvents(2, 2);

        assertThat(listed(0, 100)).isEqualTo(events);
        assertThat(listed(0, 2)).isEqualTo(events.subList(0, 2));
        assertThat(listed(2, 2)).isEqualTo(events.subList(2, 4));
        assertThat(listed(4, 2)).isEqualTo(events.subList(4, 5));
        assertThat(listed(5, 2)).isEmpty();
        assertThat(listed(9, 2)).isEmpty();
    }

    @Test
    @DisplayName("STORE-75 MUST: the number of the last event is told, and 0 where there is none")
    void last_number_of_events_is_told() {
        givenEvents(1, 3);

        assertThat(askCount(session -> session.history().last(F1))).isEqualTo(3);
        assertThat(askCount(session -> session.history().last(F2))).isZero();
    }

    @Test
    @DisplayName("STORE-76 MUST: an event comes back with all that it has, and without what it lacks")
    void events_of_all_kinds_come_back_equal() {
        given(StoreFixtures.file(1));
        var bare = new UsageEvent(
                F1,
                1,
                Instant.EPOCH,
                EventAction.CREATE,
                null,
                UsageFileStatus.DRAFT,
                Actor.of(Party.SYSTEM, "SYSTEM"),
                null,
                null,
                Version.FIRST);
        var full = new UsageEvent(
                F1,
                2,
                Instant.parse("2021-08-02T10:11:12.123456Z"),
                EventAction.CORRECT_BILLING,
                UsageFileStatus.ACCEPTED,
                UsageFileStatus.CLOSED,
                new Actor(Party.RESELLER, UsageFixtures.RESELLER_1.id(), new UserId("u-17")),
                "n".repeat(4_000),
                UsageRecordId.of(F1, 7),
                new Version(3_000_000_000L));

        change(session -> {
            session.history().append(bare);
            session.history().append(full);
        });

        assertThat(listed(0, 10)).containsExactly(bare, full);
    }

    @Test
    @DisplayName("STORE-77 MUST: a number that is taken is refused, because another transaction was first")
    void event_with_a_number_that_is_taken_is_refused() {
        List<UsageEvent> events = givenEvents(1, 2);

        assertThatThrownBy(() -> change(session -> session.history().append(events.get(1))))
                .isInstanceOf(StaleVersionException.class);
        assertThat(listed(0, 10)).isEqualTo(events);
    }

    @Test
    @DisplayName("STORE-78 MUST: what was delivered is marked, and the mark never falls back")
    void mark_of_what_was_delivered_never_falls_back() {
        givenEvents(1, 5);
        assertThat(delivered()).isZero();

        change(session -> session.history().markDelivered(F1, 3));
        assertThat(delivered()).isEqualTo(3);

        change(session -> session.history().markDelivered(F1, 2));
        assertThat(delivered()).isEqualTo(3);

        change(session -> session.history().markDelivered(F1, 5));
        assertThat(delivered()).isEqualTo(5);
        assertThat(askCount(session -> session.history().delivered(F2))).isZero();
    }

    @Test
    @DisplayName("STORE-79 MUST: of two marks at a time the higher one stays, and neither is refused")
    void racing_marks_leave_the_higher_one() {
        givenEvents(1, 5);

        List<Boolean> done = Elsewhere.race(() -> marked(4), () -> marked(2));

        assertThat(done).containsExactly(true, true);
        assertThat(delivered()).isEqualTo(4);
    }

    private boolean marked(long number) {
        change(session -> session.history().markDelivered(F1, number));
        return true;
    }

    @Test
    @DisplayName("STORE-80 MUST: a mark refuses no change of the file, which was read before it")
    void mark_during_a_change_refuses_nothing() {
        givenEvents(1, 1);

        change(session -> {
            UsageFile changed = next(session, F1);
            boolean done = Elsewhere.call(() -> marked(1));
            assertThat(done).isTrue();
            session.files().update(changed);
            session.history().append(StoreFixtures.event(changed, 2, EventAction.DELETE, null));
        });

        assertThat(delivered()).isEqualTo(1);
        assertThat(askCount(session -> session.history().last(F1))).isEqualTo(2);
        assertThat(undelivered("", 10)).containsExactly(F1);
    }

    @Test
    @DisplayName(
            "STORE-81 MUST: files with events that were not delivered are told by id, from behind one, at most so many")
    void files_with_undelivered_events_are_told() {
        for (int number = 5; number >= 1; number--) {
            givenEvents(number, 2);
        }
        given(StoreFixtures.file(6));
        change(session -> {
            session.history().markDelivered(F2, 2);
            session.history().markDelivered(StoreFixtures.fileId(3), 1);
        });

        assertThat(undelivered("", 10))
                .containsExactly(F1, StoreFixtures.fileId(3), StoreFixtures.fileId(4), StoreFixtures.fileId(5));
        assertThat(undelivered("", 2)).containsExactly(F1, StoreFixtures.fileId(3));
        assertThat(undelivered(F2.value(), 2)).containsExactly(StoreFixtures.fileId(3), StoreFixtures.fileId(4));
        assertThat(undelivered(StoreFixtures.fileId(5).value(), 10)).isEmpty();
    }

    @Test
    @DisplayName("STORE-82 MUST: what is to be delivered is as the transaction itself made it")
    void files_with_undelivered_events_show_own_writes() {
        givenEvents(1, 1);
        UsageFile second = given(StoreFixtures.file(2));

        change(session -> {
            session.history().markDelivered(F1, 1);
            session.history().append(StoreFixtures.event(second, 1, EventAction.CREATE, null));

            assertThat(session.history().undelivered("", 1)).containsExactly(F2);
            assertThat(session.history().undelivered(F2.value(), 1)).isEmpty();
        });

        assertThat(undelivered("", 10)).containsExactly(F2);
    }
}
