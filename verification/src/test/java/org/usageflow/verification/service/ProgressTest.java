package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.core.UploadRequest;
import org.usageflow.error.NotFoundException;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.event.ProgressListener.Progress;

/** The progress of processing, by file id, as another thread sees it while the first is at work (rules §8). */
class ProgressTest {

    @TempDir
    Path directory;

    private DeskWorld world;
    private UsageFileId id;

    @BeforeEach
    void wire() {
        world = DeskWorld.in(directory);
        id = world.ladder().id(UsageFileStatus.DRAFT);
        List<ReportedRecord> rows = IntStream.range(0, 3_500)
                .mapToObj(i -> world.rows.good("R-" + i))
                .toList();
        world.files.receive(id, UploadRequest.of(world.rows.upload(rows)), Parties.OWNER);
    }

    /** Asks in a thread of its own, while the asking one waits. */
    private static <T> T elsewhere(Supplier<T> question) {
        try {
            return CompletableFuture.supplyAsync(question).get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("another thread could not look", e);
        }
    }

    private Optional<Progress> seen() {
        return elsewhere(() -> world.files.progress(id, Parties.OWNER));
    }

    @Test
    void another_thread_sees_how_far_it_has_come() {
        List<Progress> told = new ArrayList<>();
        List<Progress> seen = new ArrayList<>();
        long bytes = world.file(id).upload().bytes();

        world.files.process(
                id,
                progress -> {
                    told.add(progress);
                    seen.add(seen().orElseThrow());
                },
                Parties.SYSTEM);

        assertThat(seen).isEqualTo(told);
        assertThat(seen).extracting(Progress::rows).containsExactly(1_000L, 2_000L, 3_000L, 3_500L);
        assertThat(seen).extracting(Progress::bytes).containsOnly(bytes);
        assertThat(seen)
                .extracting(Progress::bytesRead)
                .isSorted()
                .allSatisfy(read -> assertThat(read).isBetween(0L, bytes));
    }

    @Test
    void there_is_progress_from_the_moment_that_judging_begins() {
        List<Progress> seen = new ArrayList<>();
        world.watch.on("content.open", () -> seen.add(seen().orElseThrow()));

        world.files.process(id, ProgressListener.NONE, Parties.SYSTEM);

        assertThat(seen)
                .containsExactly(new Progress(0, 0, world.file(id).upload().bytes()));
    }

    @Test
    void there_is_none_before_and_after() {
        Optional<Progress> before = seen();

        world.files.process(id, ProgressListener.NONE, Parties.SYSTEM);

        assertThat(before).isEmpty();
        assertThat(seen()).isEmpty();
    }

    @Test
    void there_is_none_after_it_failed() {
        world.watch.on("records.append", () -> {
            throw new IllegalStateException("broken");
        });

        assertThatThrownBy(() -> world.files.process(id, ProgressListener.NONE, Parties.SYSTEM))
                .hasMessage("broken");

        assertThat(seen()).isEmpty();
    }

    @Test
    void who_does_not_see_the_file_sees_no_progress() {
        List<Outcome<Optional<Progress>>> seen = new ArrayList<>();
        world.watch.on("records.claimKeys", () -> {
            for (Person person : List.of(Person.FOREIGN_VENDOR, Person.DISTRIBUTOR, Person.LOWER_RESELLER)) {
                seen.add(elsewhere(() -> Outcome.of(() -> world.files.progress(id, person.actor))));
            }
        });

        world.files.process(id, ProgressListener.NONE, Parties.SYSTEM);

        assertThat(seen).hasSize(3).allSatisfy(each -> each.failedWith(NotFoundException.class));
    }

    @Test
    void progress_is_told_of_the_one_file_alone() {
        UsageFileId other = world.ladder().id(UsageFileStatus.UPLOADING);
        List<Optional<Progress>> seen = new ArrayList<>();

        world.files.process(
                id, progress -> seen.add(elsewhere(() -> world.files.progress(other, Parties.OWNER))), Parties.SYSTEM);

        assertThat(seen).isNotEmpty().allMatch(Optional::isEmpty);
    }
}
