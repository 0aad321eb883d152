package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.core.Intake;
import org.usageflow.core.UploadRequest;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecordId;
import org.usageflow.policy.AcceptancePolicy;
import org.usageflow.policy.Policies;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.Columns;
import org.usageflow.spi.event.ProgressListener;

/** Files with the same record ids that are judged at the same moment: each id is live in one of them alone (rules §6.3), and the others hear of it at their cells. */
class RecordIdRacesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private UsageFileId received(DeskWorld world, int from, int to) {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        List<ReportedRecord> rows = IntStream.range(from, to)
                .mapToObj(i -> world.rows.good("K-" + i))
                .toList();
        world.files.receive(id, UploadRequest.of(world.rows.upload(rows)), Parties.OWNER);
        return id;
    }

    private static List<Intake> processed(DeskWorld world, List<UsageFileId> files) {
        List<Callable<Intake>> runners = new ArrayList<>();
        files.forEach(id -> runners.add(() -> world.files.process(id, ProgressListener.NONE, Parties.SYSTEM)));
        List<Outcome<Intake>> outcomes = assertTimeoutPreemptively(PATIENCE, () -> Race.run(runners));
        assertThat(outcomes).allMatch(Outcome::isDone);
        return outcomes.stream().map(Outcome::value).toList();
    }

    @RepeatedTest(20)
    void of_two_files_that_did_not_find_each_other_one_holds_the_ids() {
        DeskWorld world = DeskWorld.in(directory);
        List<UsageFileId> files = List.of(received(world, 0, 40), received(world, 30, 60));
        world.watch.on("records.claimKeys", Race.meeting(2));

        List<Intake> intakes = processed(world, files);

        assertThat(intakes)
                .extracting(each -> each.file().status())
                .containsExactlyInAnyOrder(UsageFileStatus.READY, UsageFileStatus.INVALID);
        int loser = intakes.get(0).file().status() == UsageFileStatus.INVALID ? 0 : 1;
        List<Problem> problems = world.problems(files.get(loser));
        assertThat(problems).hasSize(10).isEqualTo(intakes.get(loser).report().problems());
        // Row 2 is the first; the first file shares its last ten rows, the second its first ten
        int firstShared = loser == 0 ? 32 : 2;
        for (int i = 0; i < 10; i++) {
            Problem problem = problems.get(i);
            assertThat(problem.code()).isEqualTo(ProblemCode.RECORD_ID_ALREADY_REPORTED);
            assertThat(problem.place().row()).isEqualTo(firstShared + i);
            assertThat(problem.place().column()).isEqualTo(Columns.RECORD_ID);
            assertThat(problem.value()).isEqualTo("K-" + (30 + i));
        }
        assertThat(world.file(files.get(loser)).counts().of(RecordStatus.INVALID))
                .isEqualTo(10);
        assertThat(world.records(files.get(loser)).get(0).id()).isEqualTo(UsageRecordId.of(files.get(loser), 1));
    }

    @RepeatedTest(20)
    void each_id_is_held_by_one_of_many_files_under_partial_acceptance() {
        DeskWorld world = DeskWorld.setup(directory)
                .policies(Policies.DEFAULTS.with(AcceptancePolicy.PARTIAL))
                .build();
        List<UsageFileId> files = List.of(
                received(world, 0, 40), received(world, 20, 60), received(world, 40, 80), received(world, 10, 70));

        processed(world, files);

        List<String> held = new ArrayList<>();
        for (UsageFileId id : files) {
            assertThat(world.file(id).status()).isEqualTo(UsageFileStatus.READY);
            world.records(id).stream()
                    .filter(each -> each.status() == RecordStatus.VALIDATED)
                    .forEach(each -> held.add(each.key().value()));
        }
        Set<String> all = IntStream.range(0, 80).mapToObj(i -> "K-" + i).collect(Collectors.toSet());
        assertThat(held).doesNotHaveDuplicates();
        assertThat(new HashSet<>(held)).isEqualTo(all);
    }

    @Test
    void loser_whose_ids_were_taken_in_the_midst_of_the_look_is_told_of_every_row() {
        DeskWorld world = DeskWorld.in(directory);
        UsageFileId loser = received(world, 0, 2_500);
        UsageFileId winner = received(world, 0, 2_500);
        var looks = new AtomicInteger();
        world.watch.on("records.findLive", () -> {
            if (looks.incrementAndGet() == 2) {
                Race.run(List.of(() -> world.files.process(winner, ProgressListener.NONE, Parties.SYSTEM)));
            }
        });

        Intake intake = world.files.process(loser, ProgressListener.NONE, Parties.SYSTEM);

        assertThat(world.file(winner).status()).isEqualTo(UsageFileStatus.READY);
        assertThat(intake.file().status()).isEqualTo(UsageFileStatus.INVALID);
        assertThat(intake.report().countByCode())
                .containsExactly(entry(ProblemCode.RECORD_ID_ALREADY_REPORTED, 2_500L));
        assertThat(world.file(loser).counts().of(RecordStatus.INVALID)).isEqualTo(2_500);
        assertThat(world.problems(loser)).hasSize(2_500);
    }

    @Test
    void what_the_loser_is_told_while_it_is_judged_anew_never_falls() {
        DeskWorld world = DeskWorld.in(directory);
        List<UsageFileId> files = List.of(received(world, 0, 2_500), received(world, 0, 2_500));
        world.watch.on("records.claimKeys", Race.meeting(2));
        List<List<Long>> told = List.of(new ArrayList<>(), new ArrayList<>());
        List<Callable<Intake>> runners = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            UsageFileId id = files.get(i);
            List<Long> rows = told.get(i);
            runners.add(() -> world.files.process(id, progress -> rows.add(progress.rows()), Parties.SYSTEM));
        }

        List<Outcome<Intake>> outcomes = assertTimeoutPreemptively(PATIENCE, () -> Race.run(runners));

        assertThat(outcomes).allMatch(Outcome::isDone);
        assertThat(told).allSatisfy(rows -> assertThat(rows).isSorted().last().isEqualTo(2_500L));
    }
}
