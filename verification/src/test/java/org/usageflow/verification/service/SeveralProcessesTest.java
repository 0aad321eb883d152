package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.command.EditFile;
import org.usageflow.core.store.InMemoryUsageStore;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.error.StoreException;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.event.UsageEventListener;
import org.usageflow.spi.store.Lease;
import org.usageflow.spi.store.StoreWork;
import org.usageflow.spi.store.UsageStore;
import org.usageflow.testkit.UsageFixtures;

/** Several processes over one store: events come at least once, and of a file in order, whoever tells them (rules §8). */
class SeveralProcessesTest {

    @TempDir
    Path directory;

    /** Hears of several files in several threads, and minds the order of each file. */
    private static final class Strict implements UsageEventListener {
        private final Map<UsageFileId, Long> last = new HashMap<>();
        private final Map<UsageFileId, Thread> telling = new HashMap<>();
        final List<String> faults = new CopyOnWriteArrayList<>();

        @Override
        public void onEvent(UsageEvent event) {
            synchronized (this) {
                long heard = last.getOrDefault(event.file(), 0L);
                if (event.number() > heard + 1) {
                    faults.add(event.number() + " of " + event.file() + " after " + heard);
                }
                Thread other = telling.put(event.file(), Thread.currentThread());
                if (other != null) {
                    faults.add("two at a time tell of " + event.file());
                }
                last.merge(event.file(), event.number(), Math::max);
            }
            Thread.yield();
            synchronized (this) {
                telling.remove(event.file());
            }
        }

        synchronized long heard(UsageFileId file) {
            return last.getOrDefault(file, 0L);
        }
    }

    @Test
    void events_of_a_file_are_told_in_order_one_at_a_time_and_none_is_left_lying() throws Exception {
        var listener = new Strict();
        DeskWorld one = DeskWorld.setup(directory).listener(listener).build();
        DeskWorld other =
                DeskWorld.setup(directory).beside(one).listener(listener).build();
        List<UsageFileId> ids =
                List.of(one.ladder().id(UsageFileStatus.DRAFT), other.ladder().id(UsageFileStatus.DRAFT));
        List<Callable<Boolean>> editors = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            DeskWorld world = i % 2 == 0 ? one : other;
            String name = "editor " + i;
            editors.add(() -> {
                for (int round = 0; round < 40; round++) {
                    edit(world, ids.get(round % 2), name + " " + round);
                }
                return true;
            });
        }

        assertThat(Race.run(editors)).allMatch(Outcome::isDone);

        assertThat(listener.faults).isEmpty();
        for (UsageFileId id : ids) {
            assertThat(one.history(id)).hasSize(1 + 6 * 20);
            assertThat(listener.heard(id)).isEqualTo(one.history(id).size());
        }
        assertThat(one.usage.events().drain()).isZero();
    }

    private static void edit(DeskWorld world, UsageFileId id, String name) {
        boolean done = false;
        while (!done) {
            try {
                world.files.edit(
                        new EditFile(id, null, name, null, null, UsageFixtures.PERIOD_JULY, null), Parties.OWNER);
                done = true;
            } catch (StaleVersionException e) {
                // Another editor was first
            }
        }
    }

    @Test
    void who_comes_while_another_process_tells_goes_on_and_that_one_tells_all() {
        List<UsageEvent> heard = new ArrayList<>();
        DeskWorld[] worlds = new DeskWorld[2];
        UsageFileId[] id = new UsageFileId[1];
        worlds[0] = DeskWorld.setup(directory)
                .listener(event -> {
                    heard.add(event);
                    if (heard.size() == 1) {
                        id[0] = event.file();
                        edit(worlds[1], event.file(), "meanwhile");
                        assertThat(worlds[1].usage.events().drain()).isZero();
                        assertThat(heard).hasSize(1);
                    }
                })
                .build();
        worlds[1] = DeskWorld.setup(directory)
                .beside(worlds[0])
                .listener(heard::add)
                .build();

        worlds[0].ladder().id(UsageFileStatus.DRAFT);

        assertThat(heard).isEqualTo(worlds[0].history(id[0]));
    }

    @Test
    void a_process_that_dies_while_it_tells_leaves_the_rest_to_be_drained_once_its_lease_has_run_out() {
        DeskWorld[] first = new DeskWorld[1];
        List<UsageEvent> before = new ArrayList<>();
        first[0] = DeskWorld.setup(directory)
                .listener(event -> {
                    before.add(event);
                    first[0].watch.on("transaction", () -> {
                        throw new StoreException("the process is lost", null);
                    });
                })
                .build();
        DeskWorld next =
                DeskWorld.setup(directory).beside(first[0]).withoutListeners().build();
        UsageFileId id = first[0].ladder().id(UsageFileStatus.DRAFT);
        List<UsageEvent> drained = new ArrayList<>();

        assertThat(next.usage.events().drain(drained::add)).isZero();
        first[0].clock.advance(Duration.ofMinutes(5));
        long told = next.usage.events().drain(drained::add);

        assertThat(told).isEqualTo(1);
        assertThat(before).isEqualTo(next.history(id));
        assertThat(drained).isEqualTo(next.history(id));
    }

    @Test
    void a_listener_that_takes_longer_than_the_lease_lets_others_go_on_from_there() {
        List<String> heard = new ArrayList<>();
        DeskWorld[] worlds = new DeskWorld[2];
        worlds[0] = DeskWorld.setup(directory).withoutListeners().build();
        worlds[1] =
                DeskWorld.setup(directory).beside(worlds[0]).withoutListeners().build();
        UsageFileId id = worlds[0].ladder().id(UsageFileStatus.PENDING);

        long first = worlds[0].usage.events().drain(event -> {
            heard.add("slow " + event.number());
            if (event.number() == 2) {
                worlds[0].clock.advance(Duration.ofMinutes(5));
                worlds[1].usage.events().drain(each -> heard.add("quick " + each.number()));
            }
        });

        assertThat(first).isEqualTo(2);
        assertThat(heard).containsExactly("slow 1", "slow 2", "quick 2", "quick 3", "quick 4", "quick 5");
        assertThat(worlds[0].history(id)).hasSize(5);
    }

    /** As a store within a host's transaction: what was done is not committed yet when a command returns. */
    private record Lent(UsageStore store) implements UsageStore {

        @Override
        public <T extends @Nullable Object> T inTransaction(StoreWork<T> work) {
            return store.inTransaction(work);
        }

        @Override
        public boolean prolong(Lease lease) {
            return true;
        }

        @Override
        public boolean commitsOnReturn() {
            return false;
        }
    }

    @Test
    void within_a_transaction_of_the_hosts_nothing_is_told_before_it_drains() {
        DeskWorld world = DeskWorld.setup(directory)
                .store(new Lent(new InMemoryUsageStore()))
                .build();

        UsageFileId id = world.ladder().id(UsageFileStatus.CLOSED);
        assertThat(world.heard).isEmpty();
        long told = world.usage.events().drain();

        assertThat(told).isEqualTo(world.history(id).size());
        assertThat(world.heard).isEqualTo(world.history(id));
    }

    @Test
    void of_several_processes_that_judge_an_upload_at_a_time_one_does_it() throws Exception {
        DeskWorld one = DeskWorld.in(directory);
        DeskWorld other = DeskWorld.setup(directory).beside(one).build();
        for (int round = 0; round < 10; round++) {
            UsageFileId id = one.ladder().id(UsageFileStatus.UPLOADING);

            List<Outcome<UsageFileStatus>> outcomes = Race.run(List.of(
                    () -> one.files
                            .process(id, progress -> {}, Parties.SYSTEM)
                            .file()
                            .status(),
                    () -> other.files
                            .process(id, progress -> {}, Parties.SYSTEM)
                            .file()
                            .status()));

            assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(each -> !each.isDone())
                    .allSatisfy(each -> assertThat(each.failure())
                            .isInstanceOfAny(ActionRefusedException.class, StaleVersionException.class));
            assertThat(one.file(id).status()).isEqualTo(UsageFileStatus.READY);
            assertThat(one.history(id))
                    .extracting(UsageEvent::number)
                    .isEqualTo(LongStream.rangeClosed(1, one.history(id).size())
                            .boxed()
                            .toList());
        }
    }
}
