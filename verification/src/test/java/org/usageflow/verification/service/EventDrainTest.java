package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.core.Usageflow;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.EventAction;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFileId;

/** The outbox, which a host drains at least once (rules §8). */
class EventDrainTest {

    @TempDir
    Path directory;

    @Test
    void of_several_listeners_all_hear_an_event_again_where_one_failed() {
        var moody = new Moody();
        List<UsageEvent> first = new CopyOnWriteArrayList<>();
        DeskWorld world =
                DeskWorld.setup(directory).listener(first::add).listener(moody).build();
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        moody.broken = false;

        world.usage.events().drain();

        assertThat(first)
                .isEqualTo(List.of(world.history(id).get(0), world.history(id).get(0)));
        assertThat(moody.heard).isEqualTo(world.history(id));
    }

    @Test
    void without_a_listener_events_wait_to_be_drained_and_are_drained_once() {
        Usageflow usage = DeskWorld.setup(directory).withoutListeners().build().usage;
        List<UsageFileId> ids = IntStream.range(0, 250)
                .mapToObj(i ->
                        usage.files().create(Ladder.july("July"), Parties.OWNER).id())
                .toList();
        List<UsageEvent> drained = new ArrayList<>();

        long first = usage.events().drain(drained::add);
        long second = usage.events().drain(drained::add);

        assertThat(first).isEqualTo(250);
        assertThat(second).isZero();
        assertThat(usage.events().drain()).isZero();
        assertThat(drained).extracting(UsageEvent::file).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void draining_skips_the_files_whose_listener_throws_and_goes_on_with_the_others() {
        var moody = new Moody();
        DeskWorld world = DeskWorld.setup(directory).listener(moody).build();
        UsageFileId stubborn = world.ladder().id(UsageFileStatus.READY);
        UsageFileId other = world.ladder().id(UsageFileStatus.READY);
        List<UsageEvent> drained = new ArrayList<>();

        long told = world.usage.events().drain(event -> {
            if (event.file().equals(stubborn) && event.action() == EventAction.UPLOAD) {
                throw new IllegalStateException("not this one");
            }
            drained.add(event);
        });
        long rest = world.usage.events().drain(drained::add);

        assertThat(told).isEqualTo(5);
        assertThat(rest).isEqualTo(3);
        assertThat(drained).filteredOn(each -> each.file().equals(stubborn)).isEqualTo(world.history(stubborn));
        assertThat(drained).filteredOn(each -> each.file().equals(other)).isEqualTo(world.history(other));
    }
}
