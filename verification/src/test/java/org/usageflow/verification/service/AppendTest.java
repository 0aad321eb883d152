package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.command.AppendRecords;
import org.usageflow.core.Intake;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.RefusalReason;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.EventAction;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.testkit.UsageFixtures;

/** Record-level reporting: the same judgement as of a file, the same problems, located by position, the same states (rules §4.1). */
class AppendTest {

    @TempDir
    Path directory;

    private DeskWorld world;
    private UsageFileId id;

    @BeforeEach
    void wire() {
        world = DeskWorld.in(directory);
        id = world.ladder().id(UsageFileStatus.DRAFT);
    }

    private UsageFile append(List<ReportedRecord> records) {
        return world.files.append(new AppendRecords(id, null, records), Parties.OWNER);
    }

    private Intake process() {
        return world.files.process(id, ProgressListener.NONE, Parties.OWNER);
    }

    @Test
    void records_are_appended_in_batches_and_wait_to_be_judged() {
        append(world.rows.all("A", "B"));
        UsageFile file = append(world.rows.all("C"));

        assertThat(file.status()).isEqualTo(UsageFileStatus.DRAFT);
        assertThat(file.counts().of(RecordStatus.UPLOADED)).isEqualTo(3);
        assertThat(world.records(id)).extracting(UsageRecord::position).containsExactly(0L, 1L, 2L);
        assertThat(world.records(id)).extracting(UsageRecord::row).containsOnlyNulls();
        assertThat(world.history(id))
                .extracting(UsageEvent::action)
                .containsExactly(EventAction.CREATE, EventAction.APPEND, EventAction.APPEND);
    }

    @Test
    void processing_ends_the_appending_and_keeps_ids_and_records() {
        List<ReportedRecord> reported = world.rows.all("A", "B");
        append(reported);
        List<UsageRecordId> ids =
                world.records(id).stream().map(UsageRecord::id).toList();

        Intake intake = process();

        assertThat(intake.file().status()).isEqualTo(UsageFileStatus.READY);
        assertThat(intake.report()).isEqualTo(world.files.report(id, Parties.OWNER));
        assertThat(intake.report().sha256()).isNull();
        assertThat(world.records(id)).extracting(UsageRecord::id).isEqualTo(ids);
        assertThat(world.records(id)).extracting(UsageRecord::reported).isEqualTo(reported);
        assertThat(world.records(id)).extracting(UsageRecord::status).containsOnly(RecordStatus.VALIDATED);
        assertThat(world.records(id).get(0).item()).isEqualTo(UsageFixtures.CALLS);
        assertThat(world.history(id))
                .extracting(UsageEvent::action)
                .containsExactly(
                        EventAction.CREATE,
                        EventAction.APPEND,
                        EventAction.UPLOAD,
                        EventAction.PROCESS,
                        EventAction.PASS);
        assertThatThrownBy(() -> append(world.rows.all("C")))
                .isInstanceOfSatisfying(
                        ActionRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.NOT_IN_STATUS));
    }

    @Test
    void records_of_a_clean_draft_equal_those_of_a_clean_file_but_for_their_place() {
        UsageFileId other = Scene.RESALE.at(UsageFileStatus.READY, world).id();
        List<ReportedRecord> reported =
                world.records(other).stream().map(UsageRecord::reported).toList();
        id = world.ladder().command(Scene.RESALE.command()).id(UsageFileStatus.DRAFT);
        world.files.delete(other, Parties.OWNER);

        append(reported);
        process();

        assertThat(world.file(id).status()).isEqualTo(UsageFileStatus.READY);
        assertThat(world.records(id)).extracting(UsageRecord::reported).isEqualTo(reported);
        assertThat(world.records(id))
                .extracting(each -> each.subscription().id())
                .containsOnly(Parties.RESOLD.id());
    }

    @Test
    void many_records_are_appended_and_judged_in_batches() {
        List<ReportedRecord> all = new ArrayList<>();
        for (int batch = 0; batch < 5; batch++) {
            int from = batch * 700;
            List<ReportedRecord> records = IntStream.range(from, from + 700)
                    .mapToObj(i -> world.rows.good("R-" + i))
                    .toList();
            append(records);
            all.addAll(records);
        }

        process();

        assertThat(world.file(id).counts().of(RecordStatus.VALIDATED)).isEqualTo(3_500);
        assertThat(world.records(id)).extracting(UsageRecord::reported).isEqualTo(all);
        assertThat(world.records(id))
                .extracting(UsageRecord::id)
                .isEqualTo(IntStream.rangeClosed(1, 3_500)
                        .mapToObj(i -> UsageRecordId.of(id, i))
                        .toList());
    }

    @Test
    void a_draft_without_records_is_not_processed() {
        assertThatThrownBy(this::process)
                .isInstanceOfSatisfying(
                        ActionRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.NOT_IN_STATUS));
        assertThat(world.file(id).status()).isEqualTo(UsageFileStatus.DRAFT);
    }

    @Test
    void the_system_does_not_end_the_appending() {
        append(world.rows.all("A"));

        assertThatThrownBy(() -> world.files.process(id, ProgressListener.NONE, Parties.SYSTEM))
                .isInstanceOf(ActionRefusedException.class);
        assertThat(world.file(id).status()).isEqualTo(UsageFileStatus.DRAFT);
    }

    @Test
    void an_upload_takes_the_place_of_what_was_appended() {
        append(world.rows.all("A", "B"));

        world.files.upload(id, world.rows.upload(world.rows.good("C")), Parties.OWNER);

        assertThat(world.records(id))
                .singleElement()
                .satisfies(each -> assertThat(each.key().value()).isEqualTo("C"))
                .satisfies(each -> assertThat(each.id()).isEqualTo(UsageRecordId.of(id, 3)));
    }

    @Test
    void a_file_that_was_appended_goes_all_the_way() {
        append(world.rows.all("A", "B"));
        process();
        world.files.submit(id, Parties.OWNER);
        world.files.accept(id, null, Parties.BUYER);

        UsageFile closed = world.files.close(id, "INV-1", Parties.BUYER);

        assertThat(closed.counts().of(RecordStatus.CLOSED)).isEqualTo(2);
    }
}
