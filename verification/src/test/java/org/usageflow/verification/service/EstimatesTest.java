package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.command.CreateFile;
import org.usageflow.error.PrerequisitesException;
import org.usageflow.error.RefusedException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Environment;
import org.usageflow.model.EventAction;
import org.usageflow.model.FileKind;
import org.usageflow.model.Party;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsagePeriod;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.testkit.UsageFixtures;

/** Estimates: up to accepted, never billed, their ids not live, superseded by what comes after (rules §4.5). */
class EstimatesTest {

    private static final CreateFile ESTIMATE = Ladder.july("Estimate").as(FileKind.ESTIMATE);

    @TempDir
    Path directory;

    private DeskWorld world;

    @BeforeEach
    void wire() {
        world = DeskWorld.in(directory);
    }

    private UsageFile estimate(UsageFileStatus status) {
        return world.ladder().command(ESTIMATE).rows(world.rows.good("A")).at(status);
    }

    private UsageFile actual(CreateFile command) {
        return world.ladder().command(command).rows(world.rows.good("A")).at(UsageFileStatus.ACCEPTED);
    }

    @Test
    void an_estimate_needs_the_capability() {
        world = DeskWorld.setup(directory).withoutEstimates().build();

        PrerequisitesException lacking =
                Outcome.of(() -> world.files.create(ESTIMATE, Parties.OWNER)).failedWith(PrerequisitesException.class);

        assertThat(lacking.problems()).extracting(Problem::code).containsExactly(ProblemCode.PREREQUISITE_CAPABILITY);
    }

    @Test
    void an_estimate_is_created_until_the_last_second_of_its_period_is_over() {
        world.clock.set(Instant.parse("2021-07-31T23:59:59Z"));

        UsageFile file = world.files.create(ESTIMATE, Parties.OWNER);

        assertThat(file.details().kind()).isEqualTo(FileKind.ESTIMATE);
    }

    @Test
    void an_estimate_of_a_period_that_is_over_is_refused() {
        world.clock.set(Instant.parse("2021-08-01T00:00:00Z"));

        RefusedException refused =
                Outcome.of(() -> world.files.create(ESTIMATE, Parties.OWNER)).failedWith(RefusedException.class);

        assertThat(refused.code()).isEqualTo("ESTIMATE_PERIOD_OVER");
    }

    @Test
    void an_estimate_goes_up_to_accepted_and_its_records_with_it() {
        UsageFile file = estimate(UsageFileStatus.ACCEPTED);

        assertThat(world.history(file.id()))
                .extracting(UsageEvent::action)
                .containsExactly(
                        EventAction.CREATE,
                        EventAction.UPLOAD,
                        EventAction.PROCESS,
                        EventAction.PASS,
                        EventAction.SUBMIT,
                        EventAction.ACCEPT);
        assertThat(file.counts().of(RecordStatus.ACCEPTED)).isEqualTo(1);
    }

    @Test
    void record_ids_of_estimates_are_not_live() {
        estimate(UsageFileStatus.ACCEPTED);
        UsageFile second = estimate(UsageFileStatus.READY);

        UsageFile actual = world.ladder().rows(world.rows.good("A")).at(UsageFileStatus.READY);

        assertThat(second.counts().of(RecordStatus.VALIDATED)).isEqualTo(1);
        assertThat(actual.counts().of(RecordStatus.VALIDATED)).isEqualTo(1);
    }

    @Test
    void the_actual_files_acceptance_supersedes_the_estimate_and_is_audited() {
        UsageFileId estimate = estimate(UsageFileStatus.ACCEPTED).id();
        UsageFileId pending = world.ladder().rows(world.rows.good("A")).id(UsageFileStatus.PENDING);
        UsageFileId before = world.file(estimate).supersededBy();

        world.files.accept(pending, null, Parties.BUYER);

        UsageFile superseded = world.file(estimate);
        assertThat(before).isNull();
        assertThat(superseded.supersededBy()).isEqualTo(pending);
        assertThat(superseded.status()).isEqualTo(UsageFileStatus.ACCEPTED);
        UsageEvent event = world.history(estimate).get(world.history(estimate).size() - 1);
        assertThat(event.action()).isEqualTo(EventAction.SUPERSEDE);
        assertThat(event.note()).isEqualTo(pending.value());
        assertThat(event.by().role()).isEqualTo(Party.SYSTEM);
        assertThat(world.heard).contains(event);
    }

    @Test
    void a_later_estimate_supersedes_the_former_one_once() {
        UsageFileId first = estimate(UsageFileStatus.ACCEPTED).id();
        UsageFileId second = estimate(UsageFileStatus.ACCEPTED).id();

        UsageFileId third = estimate(UsageFileStatus.ACCEPTED).id();

        assertThat(world.file(first).supersededBy()).isEqualTo(second);
        assertThat(world.file(second).supersededBy()).isEqualTo(third);
        assertThat(world.file(third).supersededBy()).isNull();
    }

    @Test
    void only_an_acceptance_supersedes() {
        UsageFileId estimate = estimate(UsageFileStatus.ACCEPTED).id();

        for (UsageFileStatus status :
                List.of(UsageFileStatus.READY, UsageFileStatus.PENDING, UsageFileStatus.REJECTED)) {
            world.ladder().at(status);
        }

        assertThat(world.file(estimate).supersededBy()).isNull();
    }

    @Test
    void a_pending_estimate_is_not_superseded() {
        UsageFileId estimate = estimate(UsageFileStatus.PENDING).id();

        actual(Ladder.july("July"));

        assertThat(world.file(estimate).supersededBy()).isNull();
    }

    @Test
    void another_period_supersedes_nothing() {
        UsageFileId estimate = estimate(UsageFileStatus.ACCEPTED).id();
        var other = new UsagePeriod(UsageFixtures.PERIOD_JULY.start(), Instant.parse("2021-07-15T00:00:00Z"));

        actual(CreateFile.of("Half", UsageFixtures.PRODUCT, UsageFixtures.CONTRACT, UsageFixtures.MARKETPLACE, other));

        assertThat(world.file(estimate).supersededBy()).isNull();
    }

    @Test
    void another_contract_supersedes_nothing() {
        UsageFileId estimate = estimate(UsageFileStatus.ACCEPTED).id();

        Scene.RESALE.at(UsageFileStatus.ACCEPTED, world);

        assertThat(world.file(estimate).supersededBy()).isNull();
    }

    @Test
    void a_preview_supersedes_nothing_and_is_not_superseded() {
        UsageFileId estimate = estimate(UsageFileStatus.ACCEPTED).id();
        UsageFileId preview =
                world.ladder().command(ESTIMATE.in(Environment.PREVIEW)).id(UsageFileStatus.ACCEPTED);
        UsageFileId afterPreview = world.file(estimate).supersededBy();

        actual(Ladder.july("July"));

        assertThat(afterPreview).isNull();
        assertThat(world.file(estimate).supersededBy()).isNotNull();
        assertThat(world.file(preview).supersededBy()).isNull();
    }
}
