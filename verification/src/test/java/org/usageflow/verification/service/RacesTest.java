package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.usageflow.command.CloseRecord;
import org.usageflow.core.Intake;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.error.UsageflowException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.EventAction;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.query.FileQuery;
import org.usageflow.spi.event.ProgressListener;

/** Of two commands at a time exactly one wins, and the other gets a typed conflict (rules §10); what may be done side by side is done. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RacesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int REPETITIONS = 20;

    private DeskWorld world;

    @BeforeAll
    void wire(@TempDir Path directory) {
        world = DeskWorld.in(directory);
    }

    @AfterEach
    void clear() {
        world.watch.off("files.update");
        world.watch.off("records.claimKeys");
    }

    private <T> List<Outcome<T>> race(List<Callable<T>> runners) {
        return assertTimeoutPreemptively(PATIENCE, () -> Race.run(runners));
    }

    private static void isConflict(UsageflowException failure) {
        assertThat(failure).isInstanceOfAny(StaleVersionException.class, ActionRefusedException.class);
    }

    private Callable<Void> doing(Deed deed, UsageFileId file, Actor actor) {
        return () -> {
            deed.perform(world, file, UsageRecordId.of(file, 1), actor);
            return null;
        };
    }

    static Stream<Arguments> rivals() {
        return Stream.of(
                Arguments.of(UsageFileStatus.PENDING, Deed.ACCEPT, Deed.REJECT, Parties.BUYER),
                Arguments.of(UsageFileStatus.PENDING, Deed.ACCEPT, Deed.ACCEPT, Parties.BUYER),
                Arguments.of(UsageFileStatus.READY, Deed.SUBMIT, Deed.DELETE, Parties.OWNER),
                Arguments.of(UsageFileStatus.READY, Deed.SUBMIT, Deed.RECEIVE, Parties.OWNER),
                Arguments.of(UsageFileStatus.READY, Deed.DELETE, Deed.DELETE, Parties.OWNER),
                Arguments.of(UsageFileStatus.DRAFT, Deed.EDIT, Deed.APPEND, Parties.OWNER),
                Arguments.of(UsageFileStatus.DRAFT, Deed.APPEND, Deed.APPEND, Parties.OWNER),
                Arguments.of(UsageFileStatus.DRAFT, Deed.APPEND, Deed.RECEIVE, Parties.OWNER),
                Arguments.of(UsageFileStatus.UPLOADING, Deed.PROCESS, Deed.PROCESS, Parties.SYSTEM),
                Arguments.of(UsageFileStatus.UPLOADING, Deed.PROCESS, Deed.ABORT, Parties.SYSTEM),
                Arguments.of(UsageFileStatus.ACCEPTED, Deed.CLOSE, Deed.CLOSE, Parties.BUYER));
    }

    @ParameterizedTest(name = "{1} and {2} where it is {0}")
    @MethodSource("rivals")
    void of_two_who_looked_at_the_same_version_exactly_one_wins(
            UsageFileStatus status, Deed one, Deed other, Actor actor) {
        for (int round = 0; round < REPETITIONS; round++) {
            UsageFileId file = world.ladder().id(status);
            long before = world.file(file).version().number();
            world.watch.on("files.update", Race.meeting(2));

            List<Outcome<Void>> outcomes = race(List.of(doing(one, file, actor), doing(other, file, actor)));

            List<UsageflowException> failures = outcomes.stream()
                    .filter(each -> !each.isDone())
                    .map(Outcome::failure)
                    .toList();
            assertThat(failures).hasSize(1);
            StaleVersionException stale = (StaleVersionException) failures.get(0);
            assertThat(stale.subject()).isEqualTo(file.value());
            assertThat(stale.expected().number()).isEqualTo(before);
            Deed winner = outcomes.get(0).isDone() ? one : other;
            assertThat(world.file(file).status()).isEqualTo(winner.leadsTo);
            isConsistent(file);
        }
    }

    /** Counts are those of the records, and events are numbered without gaps, each from where the one before led. */
    private void isConsistent(UsageFileId id) {
        UsageFile file = world.file(id);
        List<UsageEvent> history = world.history(id);
        for (int i = 0; i < history.size(); i++) {
            assertThat(history.get(i).number()).isEqualTo(i + 1L);
            assertThat(history.get(i).from())
                    .isEqualTo(i == 0 ? null : history.get(i - 1).to());
        }
        assertThat(history.get(history.size() - 1).to()).isEqualTo(file.status());
        if (file.status() != UsageFileStatus.DELETED) {
            for (RecordStatus status : RecordStatus.values()) {
                assertThat(world.records(id).stream()
                                .filter(each -> each.status() == status)
                                .count())
                        .isEqualTo(file.counts().of(status));
            }
        }
    }

    @RepeatedTest(REPETITIONS)
    void accept_and_reject_at_any_moment_leave_one_of_the_two() {
        UsageFileId file = world.ladder().id(UsageFileStatus.PENDING);

        List<Outcome<Void>> outcomes =
                race(List.of(doing(Deed.ACCEPT, file, Parties.BUYER), doing(Deed.REJECT, file, Parties.BUYER)));

        assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
        outcomes.stream().filter(each -> !each.isDone()).forEach(each -> isConflict(each.failure()));
        assertThat(world.file(file).status())
                .isEqualTo(outcomes.get(0).isDone() ? UsageFileStatus.ACCEPTED : UsageFileStatus.REJECTED);
        isConsistent(file);
    }

    @RepeatedTest(REPETITIONS)
    void of_two_who_process_a_file_one_judges_it() {
        UsageFileId file = world.ladder().id(UsageFileStatus.UPLOADING);
        Callable<Intake> process = () -> world.files.process(file, ProgressListener.NONE, Parties.SYSTEM);

        List<Outcome<Intake>> outcomes = race(List.of(process, process));

        assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
        outcomes.stream().filter(each -> !each.isDone()).forEach(each -> isConflict(each.failure()));
        assertThat(world.history(file))
                .extracting(UsageEvent::action)
                .containsExactly(EventAction.CREATE, EventAction.UPLOAD, EventAction.PROCESS, EventAction.PASS);
        isConsistent(file);
    }

    @RepeatedTest(REPETITIONS)
    void two_uploads_at_a_time_leave_the_records_of_one() {
        UsageFileId file = world.ladder().id(UsageFileStatus.DRAFT);
        List<ReportedRecord> some = world.rows.all(file + "-A1", file + "-A2");
        List<ReportedRecord> others = world.rows.all(file + "-B1", file + "-B2", file + "-B3");

        List<Outcome<Intake>> outcomes = race(List.of(
                () -> world.files.upload(file, world.rows.upload(some), Parties.OWNER),
                () -> world.files.upload(file, world.rows.upload(others), Parties.OWNER)));

        outcomes.stream().filter(each -> !each.isDone()).forEach(each -> isConflict(each.failure()));
        UsageFile now = world.file(file);
        assertThat(now.status()).isEqualTo(UsageFileStatus.READY);
        assertThat(outcomes)
                .filteredOn(Outcome::isDone)
                .extracting(each -> each.value().file())
                .contains(now);
        List<String> keys =
                world.records(file).stream().map(each -> each.key().value()).toList();
        assertThat(keys).isIn(keys(some), keys(others));
        isConsistent(file);
    }

    private static List<String> keys(List<ReportedRecord> rows) {
        return rows.stream().map(each -> each.key().value()).toList();
    }

    @RepeatedTest(REPETITIONS)
    void the_same_bytes_twice_at_a_time_are_judged_once() {
        UsageFileId file = world.ladder().id(UsageFileStatus.DRAFT);
        List<ReportedRecord> rows = world.rows.all(file + "-A1", file + "-A2");
        Callable<Intake> upload = () -> world.files.upload(file, world.rows.upload(rows), Parties.OWNER);

        List<Outcome<Intake>> outcomes = race(List.of(upload, upload, upload));

        outcomes.stream().filter(each -> !each.isDone()).forEach(each -> isConflict(each.failure()));
        assertThat(outcomes)
                .filteredOn(each -> each.isDone() && !each.value().repeated())
                .hasSize(1);
        assertThat(world.records(file))
                .extracting(UsageRecord::id)
                .containsExactly(UsageRecordId.of(file, 1), UsageRecordId.of(file, 2));
        isConsistent(file);
    }

    @RepeatedTest(REPETITIONS)
    void closing_the_file_and_a_record_of_it_at_a_time_loses_neither_billing_id() {
        UsageFileId file = world.ladder().id(UsageFileStatus.ACCEPTED);
        UsageRecordId first = world.records(file).get(0).id();

        List<Outcome<Object>> outcomes = race(List.of(
                () -> world.files.close(file, "INV-ALL", Parties.BUYER),
                () -> world.records.close(CloseRecord.of(first, "INV-OWN"), Parties.BUYER)));

        assertThat(outcomes.get(1).failure()).isNull();
        assertThat(world.records.record(first, Parties.BUYER).closing().billingId())
                .isEqualTo("INV-OWN");
        if (!outcomes.get(0).isDone()) {
            outcomes.get(0).failedWith(StaleVersionException.class);
            world.files.close(file, "INV-ALL", Parties.BUYER);
        }
        assertThat(world.records(file))
                .extracting(each -> each.closing().billingId())
                .containsExactly("INV-OWN", "INV-ALL");
        isConsistent(file);
    }

    @RepeatedTest(REPETITIONS)
    void records_of_one_file_are_closed_side_by_side_and_all_of_them_are() {
        UsageFileId file = world.ladder()
                .rows(IntStream.range(0, 24)
                        .mapToObj(i -> world.rows.good(world.heard.size() + "-C" + i))
                        .toList())
                .id(UsageFileStatus.ACCEPTED);
        List<Callable<UsageRecord>> runners = new ArrayList<>();
        world.records(file)
                .forEach(each -> runners.add(
                        () -> world.records.close(CloseRecord.of(each.id(), "INV-" + each.position()), Parties.BUYER)));

        List<Outcome<UsageRecord>> outcomes = race(runners);

        assertThat(outcomes).allMatch(Outcome::isDone);
        assertThat(world.records(file))
                .allSatisfy(each -> assertThat(each.closing().billingId()).isEqualTo("INV-" + each.position()));
        assertThat(world.file(file).status()).isEqualTo(UsageFileStatus.CLOSED);
        assertThat(world.history(file).stream().filter(each -> each.action() == EventAction.CLOSE))
                .hasSize(1);
        isConsistent(file);
    }

    @RepeatedTest(REPETITIONS)
    void one_external_id_at_a_time_makes_one_file() {
        long before = world.files.list(FileQuery.ALL.withCount(), Parties.OWNER).total();
        var command = Ladder.july("July").withExternalId("RACE-" + before);
        Callable<UsageFile> create = () -> world.files.create(command, Parties.OWNER);

        List<Outcome<UsageFile>> outcomes = race(List.of(create, create, create, create));

        assertThat(outcomes).allMatch(Outcome::isDone);
        assertThat(outcomes)
                .extracting(Outcome::value)
                .containsOnly(outcomes.get(0).value());
        assertThat(world.files.list(FileQuery.ALL.withCount(), Parties.OWNER).total())
                .isEqualTo(before + 1);
    }
}
