package org.usageflow.verification.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.command.CloseRecord;
import org.usageflow.command.RejectFile;
import org.usageflow.command.SubmitFile;
import org.usageflow.core.Intake;
import org.usageflow.core.UploadRequest;
import org.usageflow.error.InvalidCommandException;
import org.usageflow.error.NotFoundException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.Capabilities;
import org.usageflow.model.EventAction;
import org.usageflow.model.Party;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.format.UploadSource;

/** Rules §4.1, rows 1 to 13; row 14 is {@link FileAbortTest}. */
class FileRowsTest {

    @TempDir
    Path directory;

    private DeskWorld world;

    @BeforeEach
    void wire() {
        world = DeskWorld.in(directory);
    }

    /** The last event that moved the file; making part files does not. */
    private UsageEvent last(UsageFileId id) {
        return world.history(id).stream()
                .filter(each -> each.from() != each.to())
                .reduce((former, next) -> next)
                .orElseThrow();
    }

    private void happened(UsageFileId id, EventAction action, UsageFileStatus from, UsageFileStatus to, Actor by) {
        UsageEvent event = last(id);
        assertThat(event.action()).isEqualTo(action);
        assertThat(event.from()).isEqualTo(from);
        assertThat(event.to()).isEqualTo(to);
        assertThat(event.by().role()).isEqualTo(by.role());
        assertThat(by.role() == Party.SYSTEM || event.by().equals(by)).isTrue();
        assertThat(event.at()).isEqualTo(world.clock.instant());
        assertThat(event.version().number())
                .isLessThanOrEqualTo(world.file(id).version().number());
        assertThat(world.file(id).status()).isEqualTo(to);
    }

    @Test
    void row_1_create_makes_a_draft_of_the_vendor() {
        UsageFile file = world.files.create(Ladder.july("July"), Parties.OWNER);

        happened(file.id(), EventAction.CREATE, null, UsageFileStatus.DRAFT, Parties.OWNER);
        assertThat(world.file(file.id())).isEqualTo(file);
        assertThat(file.counts()).isEqualTo(RecordCounts.NONE);
        assertThat(file.upload()).isNull();
        assertThat(file.buyer()).isEqualTo(Parties.BUYER.account());
        assertThat(file.id().value()).matches("UF-2021-07-\\d{4}-\\d{4}");
    }

    @Test
    void row_2_upload_from_draft_leaves_it_uploading() {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);

        UsageFile received =
                world.files.receive(id, UploadRequest.of(world.rows.upload(world.rows.good("A"))), Parties.OWNER);

        happened(id, EventAction.UPLOAD, UsageFileStatus.DRAFT, UsageFileStatus.UPLOADING, Parties.OWNER);
        assertThat(received.upload().isReceived()).isTrue();
        assertThat(world.records(id)).isEmpty();
    }

    @Test
    void row_3_process_takes_what_is_stored_whole_with_its_sha_256() throws Exception {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        UploadSource upload = world.rows.upload(world.rows.good("A"));
        var atWork = new UsageFile[1];
        world.watch.on("records.append", () -> {
            world.watch.off("records.append");
            Thread looker = new Thread(() -> atWork[0] = world.file(id));
            looker.start();
            looker.join();
        });

        world.files.upload(id, upload, Parties.OWNER);

        UsageEvent event = world.history(id).get(2);
        assertThat(event.action()).isEqualTo(EventAction.PROCESS);
        assertThat(event.from()).isEqualTo(UsageFileStatus.UPLOADING);
        assertThat(event.to()).isEqualTo(UsageFileStatus.PROCESSING);
        assertThat(event.by().role()).isEqualTo(Party.SYSTEM);
        assertThat(atWork[0].status()).isEqualTo(UsageFileStatus.PROCESSING);
        String sha256 = atWork[0].upload().sha256();
        Path kept = directory.resolve("content").resolve(id.value()).resolve(sha256);
        assertThat(kept).hasSameBinaryContentAs(upload.path());
    }

    @Test
    void row_4_an_unreadable_upload_makes_it_invalid() {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);

        Intake intake = world.files.upload(id, world.rows.bytes("nothing known".getBytes(UTF_8)), Parties.OWNER);

        happened(id, EventAction.FAIL, UsageFileStatus.PROCESSING, UsageFileStatus.INVALID, Parties.SYSTEM);
        assertThat(intake.report().isValid()).isFalse();
        assertThat(intake.report().countByCode()).containsOnlyKeys(ProblemCode.FILE_UNREADABLE);
        assertThat(world.problems(id)).isEqualTo(intake.report().problems());
        assertThat(world.file(id).counts()).isEqualTo(RecordCounts.NONE);
    }

    @Test
    void row_4_one_record_in_error_makes_it_invalid() {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);

        world.files.upload(id, world.rows.upload(world.rows.good("A"), world.rows.wrong("B")), Parties.OWNER);

        happened(id, EventAction.FAIL, UsageFileStatus.PROCESSING, UsageFileStatus.INVALID, Parties.SYSTEM);
        assertThat(world.file(id).counts().of(RecordStatus.VALIDATED)).isEqualTo(1);
        assertThat(world.file(id).counts().of(RecordStatus.INVALID)).isEqualTo(1);
        assertThat(world.problems(id)).singleElement().satisfies(each -> {
            assertThat(each.code()).isEqualTo(ProblemCode.ITEM_UNKNOWN);
            assertThat(each.place().row()).isEqualTo(3);
        });
    }

    @Test
    void row_4_a_file_is_invalid_where_the_vendor_may_not_report_any_more() {
        UsageFileId id = world.ladder().id(UsageFileStatus.UPLOADING);
        world.host.become(Parties.reference(Capabilities.NONE).build());

        Intake intake = world.files.process(id, ProgressListener.NONE, Parties.SYSTEM);

        assertThat(intake.file().status()).isEqualTo(UsageFileStatus.INVALID);
        assertThat(intake.report().countByCode()).containsKey(ProblemCode.PREREQUISITE_CAPABILITY);
    }

    @ParameterizedTest(name = "rows 5, 7, 10: from {0}")
    @EnumSource(
            value = UsageFileStatus.class,
            names = {"INVALID", "READY", "REJECTED"})
    void rows_5_7_10_another_upload_replaces_the_former_one(UsageFileStatus from) {
        UsageFileId id = world.ladder().id(from);
        UsageRecordId former = world.records(id).get(0).id();

        UsageFile received =
                world.files.receive(id, UploadRequest.of(world.rows.upload(world.rows.good("NEW"))), Parties.OWNER);

        happened(id, EventAction.UPLOAD, from, UsageFileStatus.UPLOADING, Parties.OWNER);
        assertThat(received.counts()).isEqualTo(RecordCounts.NONE);
        assertThat(world.records(id)).isEmpty();
        assertThat(world.problems(id)).isEmpty();
        assertThatThrownBy(() -> world.records.record(former, Parties.OWNER)).isInstanceOf(NotFoundException.class);
        world.files.process(id, ProgressListener.NONE, Parties.SYSTEM);
        assertThat(world.records(id)).extracting(each -> each.key().value()).containsExactly("NEW");
    }

    @Test
    void row_6_a_clean_upload_makes_it_ready() {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);

        Intake intake = world.files.upload(id, world.rows.upload(world.rows.all("A", "B")), Parties.OWNER);

        happened(id, EventAction.PASS, UsageFileStatus.PROCESSING, UsageFileStatus.READY, Parties.SYSTEM);
        assertThat(intake.repeated()).isFalse();
        assertThat(intake.file()).isEqualTo(world.file(id));
        assertThat(intake.report()).isEqualTo(world.files.report(id, Parties.OWNER));
        assertThat(world.file(id).counts().of(RecordStatus.VALIDATED)).isEqualTo(2);
        assertThat(world.file(id).upload().rows().valid()).isEqualTo(2);
    }

    @Test
    void row_8_submit_hands_it_to_the_buyer() {
        UsageFileId id = world.ladder().id(UsageFileStatus.READY);

        world.files.submit(new SubmitFile(id, world.file(id).version()), Parties.OWNER);

        happened(id, EventAction.SUBMIT, UsageFileStatus.READY, UsageFileStatus.PENDING, Parties.OWNER);
        assertThat(world.records(id)).extracting(UsageRecord::status).containsOnly(RecordStatus.PENDING);
    }

    @Test
    void row_9_reject_by_the_buyer_keeps_its_note() {
        UsageFileId id = world.ladder().id(UsageFileStatus.PENDING);

        UsageFile file = world.files.reject(id, "one row is missing", Parties.BUYER);

        happened(id, EventAction.REJECT, UsageFileStatus.PENDING, UsageFileStatus.REJECTED, Parties.BUYER);
        assertThat(file.notes().rejection()).isEqualTo("one row is missing");
        assertThat(last(id).note()).isEqualTo("one row is missing");
    }

    @Test
    void row_9_reject_requires_a_note() {
        UsageFileId id = world.ladder().id(UsageFileStatus.PENDING);

        assertThatThrownBy(() -> world.files.reject(new RejectFile(id, null, " "), Parties.BUYER))
                .isInstanceOf(InvalidCommandException.class);
        assertThat(world.file(id).status()).isEqualTo(UsageFileStatus.PENDING);
    }

    @ParameterizedTest(name = "note: {0}")
    @NullSource
    @ValueSource(strings = "as agreed")
    void row_11_accept_by_the_buyer_with_or_without_a_note(String note) {
        UsageFileId id = world.ladder().id(UsageFileStatus.PENDING);

        UsageFile file = world.files.accept(id, note, Parties.BUYER);

        happened(id, EventAction.ACCEPT, UsageFileStatus.PENDING, UsageFileStatus.ACCEPTED, Parties.BUYER);
        assertThat(file.notes().acceptance()).isEqualTo(note);
        assertThat(world.records(id)).extracting(UsageRecord::status).containsOnly(RecordStatus.ACCEPTED);
    }

    @Test
    void row_12_close_by_the_buyer_closes_all_open_records_with_the_billing_id() {
        UsageFileId id = world.ladder().id(UsageFileStatus.ACCEPTED);
        UsageRecordId first = world.records(id).get(0).id();
        world.records.close(CloseRecord.of(first, "INV-OWN"), Parties.BUYER);

        world.files.close(id, "INV-ALL", Parties.BUYER);

        happened(id, EventAction.CLOSE, UsageFileStatus.ACCEPTED, UsageFileStatus.CLOSED, Parties.BUYER);
        assertThat(world.records(id))
                .extracting(each -> each.closing().billingId())
                .containsExactly("INV-OWN", "INV-ALL");
    }

    @Test
    void row_12_the_file_closes_by_itself_with_its_last_record() {
        UsageFileId id = world.ladder().id(UsageFileStatus.ACCEPTED);
        UsageRecordId first = world.records(id).get(0).id();
        UsageRecordId second = world.records(id).get(1).id();

        world.records.close(CloseRecord.of(first, "INV-1"), Parties.BUYER);
        UsageFileStatus between = world.file(id).status();
        world.records.close(CloseRecord.of(second, "INV-2"), Parties.BUYER);

        assertThat(between).isEqualTo(UsageFileStatus.ACCEPTED);
        happened(id, EventAction.CLOSE, UsageFileStatus.ACCEPTED, UsageFileStatus.CLOSED, Parties.SYSTEM);
    }

    @Test
    void row_12_the_system_may_close_it() {
        UsageFileId id = world.ladder().id(UsageFileStatus.ACCEPTED);

        world.files.close(id, "INV-1", Parties.SYSTEM);

        happened(id, EventAction.CLOSE, UsageFileStatus.ACCEPTED, UsageFileStatus.CLOSED, Parties.SYSTEM);
    }
}
