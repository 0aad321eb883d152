package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.core.Intake;
import org.usageflow.core.UploadRequest;
import org.usageflow.core.ValidationReport;
import org.usageflow.error.SourceException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.error.StoreException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.EventAction;
import org.usageflow.model.Party;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.RowCounts;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageTotals;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.format.UploadSource;

/** Rules §4.1, row 14: an upload that came to nothing for a reason of its own leaves nothing behind, and may be tried again. */
class FileAbortTest {

    @TempDir
    Path directory;

    private DeskWorld world;

    @BeforeEach
    void wire() {
        world = DeskWorld.in(directory);
    }

    /** Nothing of the failed try is there, and the vendor is told why. */
    private void leftNothing(UsageFileId id, UsageFileStatus from) {
        UsageFile file = world.file(id);
        assertThat(file.status()).isEqualTo(UsageFileStatus.INVALID);
        assertThat(file.counts()).isEqualTo(RecordCounts.NONE);
        assertThat(file.upload()).isNull();
        assertThat(file.notes().error()).isNotBlank();
        assertThat(world.records(id)).isEmpty();
        assertThat(world.problems(id)).isEmpty();
        assertThat(world.files.report(id, Parties.OWNER))
                .isEqualTo(new ValidationReport(false, RowCounts.NONE, UsageTotals.NONE, null, 0, Map.of(), List.of()));
        assertThat(world.files.progress(id, Parties.OWNER)).isEmpty();
        UsageEvent last = world.history(id).get(world.history(id).size() - 1);
        assertThat(last.action()).isEqualTo(EventAction.ABORT);
        assertThat(last.from()).isEqualTo(from);
        assertThat(last.by().role()).isEqualTo(Party.SYSTEM);
        assertThat(last.note()).isEqualTo(file.notes().error());
    }

    /** The same bytes are judged now, as if nothing had been before; and its ids are free. */
    private void mayBeTriedAgain(UsageFileId id, UploadSource upload) {
        Intake again = world.files.upload(id, upload, Parties.OWNER);

        assertThat(again.repeated()).isFalse();
        assertThat(again.file().status()).isEqualTo(UsageFileStatus.READY);
        assertThat(again.file().notes().error()).isNull();
        assertThat(again.file().counts().of(RecordStatus.VALIDATED))
                .isEqualTo(world.records(id).size())
                .isPositive();
    }

    @ParameterizedTest(name = "from {0}")
    @ValueSource(strings = {"DRAFT", "INVALID", "READY", "REJECTED"})
    void row_14_a_content_store_that_fails_leaves_an_upload_invalid(UsageFileStatus from) {
        UsageFileId id = world.ladder().id(from);
        UploadSource upload = world.rows.upload(world.rows.good("A"));
        world.watch.on("content.put", () -> {
            throw new IOException("the disk is full");
        });

        assertThatThrownBy(() -> world.files.receive(id, UploadRequest.of(upload), Parties.OWNER))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("the disk is full");

        leftNothing(id, UsageFileStatus.UPLOADING);
        world.watch.off("content.put");
        mayBeTriedAgain(id, upload);
    }

    @Test
    void row_14_a_content_store_that_throws_something_else_leaves_an_upload_invalid_too() {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        UploadSource upload = world.rows.upload(world.rows.good("A"));
        world.watch.on("content.put", () -> {
            throw new IllegalStateException("a bug of the host's");
        });

        assertThatThrownBy(() -> world.files.upload(id, upload, Parties.OWNER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug of the host's");

        leftNothing(id, UsageFileStatus.UPLOADING);
        world.watch.off("content.put");
        mayBeTriedAgain(id, upload);
    }

    /** Each call that judging makes, failing: the first rows are with the store by then, where the call is one of the last. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "content.open",
                "reference.listings",
                "reference.findItems",
                "reference.findSubscriptions",
                "records.findLive",
                "records.append",
                "records.claimKeys",
                "problems.append",
                "files.update",
                "leases.release"
            })
    void row_14_a_call_that_fails_while_judging_leaves_the_file_invalid_and_without_records(String call) {
        List<ReportedRecord> rows = IntStream.range(0, 1_500)
                .mapToObj(i -> world.rows.good("R-" + i))
                .toList();
        UploadSource upload = world.rows.upload(rows);
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        UploadSource faulty = call.equals("problems.append") ? world.rows.upload(world.rows.wrong("W")) : upload;
        world.files.receive(id, UploadRequest.of(faulty), Parties.OWNER);
        // Judging begins with the product
        world.watch.on(
                "reference.findProduct",
                () -> world.watch.on(call, () -> {
                    world.watch.off(call);
                    throw new StoreException("broken: " + call, null);
                }));

        assertThatThrownBy(() -> world.files.process(id, ProgressListener.NONE, Parties.SYSTEM))
                .isInstanceOf(StoreException.class)
                .hasMessage("broken: " + call);

        world.watch.off("reference.findProduct");
        leftNothing(id, UsageFileStatus.PROCESSING);
        mayBeTriedAgain(id, upload);
    }

    @Test
    void row_14_a_progress_listener_that_throws_leaves_the_file_invalid() {
        UsageFileId id = world.ladder().id(UsageFileStatus.UPLOADING);

        assertThatThrownBy(() -> world.files.process(
                        id,
                        progress -> {
                            throw new IllegalStateException("the listener is broken");
                        },
                        Parties.SYSTEM))
                .hasMessage("the listener is broken");

        leftNothing(id, UsageFileStatus.PROCESSING);
        mayBeTriedAgain(id, world.rows.upload(world.rows.good("A")));
    }

    @Test
    void row_14_an_error_of_the_machine_leaves_the_file_invalid() {
        UsageFileId id = world.ladder().id(UsageFileStatus.UPLOADING);

        assertThatThrownBy(() -> world.files.process(
                        id,
                        progress -> {
                            throw new OutOfMemoryError("in a test");
                        },
                        Parties.SYSTEM))
                .isInstanceOf(OutOfMemoryError.class);

        leftNothing(id, UsageFileStatus.PROCESSING);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"UPLOADING", "PROCESSING"})
    void row_14_the_system_aborts_what_a_lost_process_left(UsageFileStatus status) {
        UsageFileId id = world.ladder().id(status);

        UsageFile aborted = world.files.abort(id, "the worker was lost", Parties.SYSTEM);

        assertThat(aborted.notes().error()).isEqualTo("the worker was lost");
        leftNothing(id, status);
        mayBeTriedAgain(id, world.rows.upload(world.rows.good("A")));
    }

    @Test
    void row_14_the_system_aborts_an_upload_whose_bytes_never_came() {
        UsageFile lost = world.ladder().lostInUploading();

        world.files.abort(lost.id(), "the connection was lost", Parties.SYSTEM);

        assertThat(lost.upload().isReceived()).isFalse();
        leftNothing(lost.id(), UsageFileStatus.UPLOADING);
        mayBeTriedAgain(lost.id(), world.rows.upload(world.rows.good("A")));
    }

    @Test
    void row_14_an_upload_that_ends_after_it_was_aborted_changes_nothing_any_more() {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        UploadSource upload = world.rows.upload(world.rows.good("A"));
        world.watch.on("content.put", () -> {
            world.watch.off("content.put");
            world.files.abort(id, "it took too long", Parties.SYSTEM);
        });

        Outcome<UsageFile> late = Outcome.of(() -> world.files.receive(id, UploadRequest.of(upload), Parties.OWNER));

        late.failedWith(StaleVersionException.class);
        leftNothing(id, UsageFileStatus.UPLOADING);
        assertThat(world.file(id).notes().error()).isEqualTo("it took too long");
        mayBeTriedAgain(id, upload);
    }

    @Test
    void row_14_a_judgement_that_ends_after_it_was_aborted_keeps_nothing() throws Exception {
        UsageFileId id = world.ladder().id(UsageFileStatus.UPLOADING);
        world.watch.on("records.claimKeys", () -> {
            world.watch.off("records.claimKeys");
            Thread system = new Thread(() -> world.files.abort(id, "it took too long", Parties.SYSTEM));
            system.start();
            system.join();
        });

        Outcome<Intake> late = Outcome.of(() -> world.files.process(id, ProgressListener.NONE, Parties.SYSTEM));

        late.failedWith(StaleVersionException.class);
        leftNothing(id, UsageFileStatus.PROCESSING);
        mayBeTriedAgain(id, world.rows.upload(world.rows.good("A")));
    }
}
