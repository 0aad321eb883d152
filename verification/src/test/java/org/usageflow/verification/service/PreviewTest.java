package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.usageflow.command.CreateFile;
import org.usageflow.error.NotFoundException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileAction;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Environment;
import org.usageflow.model.EventAction;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.problem.ProblemCode;
import org.usageflow.query.FileQuery;

/** Previews: rehearsed by their vendor alone, up to accepted, with nothing live, billed or shown (rules §4.1). What is refused is in {@link RefusedActionsTest}. */
class PreviewTest {

    private static final CreateFile PREVIEW = Ladder.july("Preview").in(Environment.PREVIEW);

    @TempDir
    Path directory;

    private DeskWorld world;

    @BeforeEach
    void wire() {
        world = DeskWorld.in(directory);
    }

    private UsageFile preview(UsageFileStatus status) {
        return world.ladder().command(PREVIEW).rows(world.rows.good("A")).at(status);
    }

    @Test
    void its_vendor_rehearses_it_to_accepted() {
        UsageFile file = preview(UsageFileStatus.ACCEPTED);

        assertThat(world.history(file.id()))
                .extracting(UsageEvent::action)
                .containsExactly(
                        EventAction.CREATE,
                        EventAction.UPLOAD,
                        EventAction.PROCESS,
                        EventAction.PASS,
                        EventAction.SUBMIT,
                        EventAction.ACCEPT);
        assertThat(world.history(file.id())).last().extracting(UsageEvent::by).isEqualTo(Parties.OWNER);
        assertThat(file.counts().of(RecordStatus.ACCEPTED)).isEqualTo(1);
        assertThat(world.files.allowedActions(file.id(), Parties.OWNER)).isEmpty();
    }

    @Test
    void its_vendor_may_reject_it_and_upload_again() {
        UsageFile file = preview(UsageFileStatus.REJECTED);

        assertThat(world.files.allowedActions(file.id(), Parties.OWNER))
                .containsExactlyInAnyOrder(UsageFileAction.UPLOAD, UsageFileAction.DELETE);
    }

    @Test
    void while_it_is_pending_its_vendor_decides() {
        UsageFile file = preview(UsageFileStatus.PENDING);

        assertThat(world.files.allowedActions(file.id(), Parties.OWNER))
                .containsExactlyInAnyOrder(UsageFileAction.ACCEPT, UsageFileAction.REJECT);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Person.class,
            names = {"OWNER", "SYSTEM"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobody_else_sees_it(Person person) {
        UsageFileId pending = preview(UsageFileStatus.PENDING).id();
        UsageFileId accepted = preview(UsageFileStatus.ACCEPTED).id();

        assertThatThrownBy(() -> world.files.file(pending, person.actor)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> world.files.file(accepted, person.actor)).isInstanceOf(NotFoundException.class);
        var page = world.files.list(FileQuery.ALL.withCount(), person.actor);
        assertThat(page.items()).isEmpty();
        assertThat(page.total()).isZero();
    }

    @Test
    void its_record_ids_are_not_live() {
        preview(UsageFileStatus.ACCEPTED);
        preview(UsageFileStatus.READY);

        UsageFile actual = world.ladder().rows(world.rows.good("A")).at(UsageFileStatus.READY);

        assertThat(actual.counts().of(RecordStatus.VALIDATED)).isEqualTo(1);
    }

    @Test
    void ids_that_are_live_are_refused_in_a_rehearsal_too() {
        world.ladder().rows(world.rows.good("A")).at(UsageFileStatus.READY);
        UsageFileId preview = world.ladder().command(PREVIEW).id(UsageFileStatus.DRAFT);

        var intake = world.files.upload(preview, world.rows.upload(world.rows.good("A")), Parties.OWNER);

        assertThat(intake.report().countByCode()).containsOnlyKeys(ProblemCode.RECORD_ID_ALREADY_REPORTED);
    }
}
