package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.command.AppendRecords;
import org.usageflow.command.CloseRecord;
import org.usageflow.error.StoreException;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.EventAction;
import org.usageflow.model.PartFile;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecordId;

/** Events: each change of state, in order per file, after the transaction, at least once (rules §8). */
class EventsTest {

    @TempDir
    Path directory;

    @Test
    void a_listener_hears_the_whole_history_in_order_and_once() {
        DeskWorld world = DeskWorld.in(directory);

        UsageFileId id = world.ladder().id(UsageFileStatus.CLOSED);

        assertThat(world.heard).isEqualTo(world.history(id));
        assertThat(world.heard)
                .filteredOn(each -> each.from() != each.to())
                .extracting(UsageEvent::action)
                .containsExactly(
                        EventAction.CREATE,
                        EventAction.UPLOAD,
                        EventAction.PROCESS,
                        EventAction.PASS,
                        EventAction.SUBMIT,
                        EventAction.ACCEPT,
                        EventAction.CLOSE);
        assertThat(world.usage.events().drain(event -> world.heard.add(event))).isZero();
    }

    @Test
    void times_are_whole_microseconds_whatever_the_hosts_clock_says() {
        DeskWorld world = DeskWorld.in(directory);
        world.clock.advance(Duration.ofNanos(1_999));

        UsageFile file = world.ladder().at(UsageFileStatus.ACCEPTED);

        Instant expected = Instant.parse("2021-07-20T09:00:00.000001Z");
        assertThat(file.createdAt()).isEqualTo(expected);
        assertThat(file.upload().receivedAt()).isEqualTo(expected);
        assertThat(world.history(file.id())).extracting(UsageEvent::at).containsOnly(expected);
        assertThat(world.usage.parts().list(file.id(), Parties.BUYER))
                .extracting(PartFile::createdAt)
                .containsOnly(expected);
    }

    @Test
    void a_listener_hears_of_what_is_committed_already() {
        Map<UsageEvent, UsageFile> seen = new LinkedHashMap<>();
        DeskWorld[] world = new DeskWorld[1];
        world[0] = DeskWorld.setup(directory)
                .listener(event -> seen.put(event, world[0].file(event.file())))
                .build();

        world[0].ladder().id(UsageFileStatus.PENDING);

        assertThat(seen).hasSize(5).allSatisfy((event, file) -> {
            assertThat(file.status()).isEqualTo(event.to());
            assertThat(file.version()).isEqualTo(event.version());
        });
    }

    @Test
    void a_command_that_fails_tells_nothing() {
        DeskWorld world = DeskWorld.in(directory);
        UsageFileId id = world.ladder().id(UsageFileStatus.PENDING);
        int before = world.heard.size();
        world.watch.on("history.append", () -> {
            throw new StoreException("broken", null);
        });

        assertThatThrownBy(() -> world.files.accept(id, null, Parties.BUYER)).isInstanceOf(StoreException.class);

        assertThat(world.heard).hasSize(before);
        assertThat(world.file(id).status()).isEqualTo(UsageFileStatus.PENDING);
    }

    @Test
    void a_command_stands_though_a_listener_throws_and_its_event_comes_again_before_the_next() {
        var moody = new Moody();
        DeskWorld world = DeskWorld.setup(directory).listener(moody).build();
        UsageFileId id = world.ladder().id(UsageFileStatus.PENDING);
        List<UsageEvent> none = List.copyOf(moody.heard);
        moody.broken = false;

        world.files.accept(id, null, Parties.BUYER);

        assertThat(none).isEmpty();
        assertThat(moody.heard).isEqualTo(world.history(id));
    }

    /** The command is kept by then: a caller that is told otherwise would do it again. */
    @Test
    void a_command_stands_though_the_store_fails_when_its_event_is_delivered() {
        DeskWorld world = DeskWorld.in(directory);
        UsageFileId id = world.ladder().id(UsageFileStatus.PENDING);
        int before = world.heard.size();
        world.watch.on("history.delivered", () -> {
            throw new StoreException("broken", null);
        });

        UsageFile accepted = world.files.accept(id, null, Parties.BUYER);

        assertThat(accepted.status()).isEqualTo(UsageFileStatus.ACCEPTED);
        assertThat(world.file(id)).isEqualTo(accepted);
        assertThat(world.heard).hasSize(before);
        world.watch.off("history.delivered");
        assertThat(world.usage.events().drain()).isPositive();
        assertThat(world.heard).isEqualTo(world.history(id));
    }

    @Test
    void an_event_that_was_heard_and_could_not_be_marked_comes_again() {
        DeskWorld world = DeskWorld.in(directory);
        world.watch.on("history.markDelivered", () -> {
            throw new StoreException("broken", null);
        });

        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        world.watch.off("history.markDelivered");
        world.usage.events().drain();

        UsageEvent created = world.history(id).get(0);
        assertThat(world.heard).containsExactly(created, created);
    }

    @Test
    void a_listener_may_itself_give_commands_and_hears_of_them_in_order() {
        List<UsageEvent> heard = new CopyOnWriteArrayList<>();
        DeskWorld[] world = new DeskWorld[1];
        world[0] = DeskWorld.setup(directory)
                .listener(event -> {
                    if (event.action() == EventAction.PASS) {
                        world[0].files.submit(event.file(), Parties.OWNER);
                    }
                    if (event.action() == EventAction.SUBMIT) {
                        world[0].files.accept(event.file(), null, Parties.BUYER);
                    }
                    heard.add(event);
                })
                .build();

        UsageFileId id = world[0].ladder().id(UsageFileStatus.READY);

        assertThat(world[0].file(id).status()).isEqualTo(UsageFileStatus.ACCEPTED);
        assertThat(heard).isEqualTo(world[0].history(id));
    }

    @RepeatedTest(20)
    void events_of_a_file_come_one_at_a_time_and_in_order_whatever_happens_at_once() {
        Map<UsageFileId, AtomicInteger> inside = new ConcurrentHashMap<>();
        List<String> overlaps = new CopyOnWriteArrayList<>();
        List<UsageEvent> heard = new CopyOnWriteArrayList<>();
        DeskWorld world = DeskWorld.setup(directory)
                .listener(event -> {
                    AtomicInteger within = inside.computeIfAbsent(event.file(), any -> new AtomicInteger());
                    if (within.incrementAndGet() > 1) {
                        overlaps.add(event.toString());
                    }
                    heard.add(event);
                    within.decrementAndGet();
                })
                .build();
        UsageFileId id = world.ladder()
                .rows(IntStream.range(0, 12)
                        .mapToObj(i -> world.rows.good("E-" + i))
                        .toList())
                .id(UsageFileStatus.ACCEPTED);
        List<Callable<Object>> runners = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            UsageRecordId record = UsageRecordId.of(id, i);
            runners.add(() -> world.records.close(CloseRecord.of(record, "INV"), Parties.BUYER));
        }
        runners.add(() -> world.usage.events().drain());

        List<Outcome<Object>> outcomes = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Race.run(runners));

        assertThat(outcomes).allMatch(Outcome::isDone);
        assertThat(overlaps).isEmpty();
        assertThat(heard).isEqualTo(world.history(id)).doesNotHaveDuplicates();
    }

    @Test
    void a_slow_listener_of_one_file_keeps_no_other_file_waiting() {
        var held = new CountDownLatch(1);
        var inside = new CountDownLatch(1);
        DeskWorld world = DeskWorld.setup(directory)
                .listener(event -> {
                    if (event.action() == EventAction.APPEND) {
                        inside.countDown();
                        await(held);
                    }
                })
                .build();
        UsageFileId slow = world.ladder().id(UsageFileStatus.DRAFT);
        var thread =
                new Thread(() -> world.files.append(new AppendRecords(slow, null, world.rows.all("A")), Parties.OWNER));
        thread.start();

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            await(inside);
            world.ladder().id(UsageFileStatus.READY);
            // Its own next command does not wait either: the thread that delivers tells of it too
            world.files.delete(slow, Parties.OWNER);
            held.countDown();
            thread.join();
        });

        assertThat(world.usage.events().drain(event -> {})).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
