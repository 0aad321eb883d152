package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.usageflow.command.AppendRecords;
import org.usageflow.command.CloseRecord;
import org.usageflow.error.InvalidCommandException;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.SourceException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Closing;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.Version;
import org.usageflow.policy.AcceptancePolicy;
import org.usageflow.policy.Policies;
import org.usageflow.spi.event.ProgressListener;

/** Rules §4.2, but for recycling, which is {@link RecyclingTest}. */
class RecordRowsTest {

    @TempDir
    Path directory;

    private DeskWorld world;

    @BeforeEach
    void wire() {
        world = DeskWorld.in(directory);
    }

    private DeskWorld partial() {
        return DeskWorld.setup(directory)
                .policies(Policies.DEFAULTS.with(AcceptancePolicy.PARTIAL))
                .build();
    }

    private List<RecordStatus> statuses(UsageFileId id) {
        return world.records(id).stream().map(UsageRecord::status).toList();
    }

    private List<UsageRecordId> ids(UsageFileId id) {
        return world.records(id).stream().map(UsageRecord::id).toList();
    }

    @Test
    void uploaded_records_become_validated_or_invalid() {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        world.files.append(
                new AppendRecords(id, null, List.of(world.rows.good("A"), world.rows.wrong("B"))), Parties.OWNER);
        List<RecordStatus> appended = statuses(id);

        world.files.process(id, ProgressListener.NONE, Parties.OWNER);

        assertThat(appended).containsExactly(RecordStatus.UPLOADED, RecordStatus.UPLOADED);
        assertThat(statuses(id)).containsExactly(RecordStatus.VALIDATED, RecordStatus.INVALID);
    }

    @Test
    void records_in_error_are_suspended_under_partial_acceptance_and_stay_so_while_the_rest_moves() {
        world = partial();
        UsageFileId id = world.ladder()
                .rows(world.rows.good("A"), world.rows.wrong("B"), world.rows.good("C"))
                .id(UsageFileStatus.READY);
        List<RecordStatus> ready = statuses(id);
        world.files.submit(id, Parties.OWNER);
        List<RecordStatus> pending = statuses(id);
        world.files.accept(id, null, Parties.BUYER);
        List<RecordStatus> accepted = statuses(id);

        UsageFile closed = world.files.close(id, "INV-1", Parties.BUYER);

        assertThat(ready).containsExactly(RecordStatus.VALIDATED, RecordStatus.SUSPENDED, RecordStatus.VALIDATED);
        assertThat(pending).containsExactly(RecordStatus.PENDING, RecordStatus.SUSPENDED, RecordStatus.PENDING);
        assertThat(accepted).containsExactly(RecordStatus.ACCEPTED, RecordStatus.SUSPENDED, RecordStatus.ACCEPTED);
        assertThat(statuses(id)).containsExactly(RecordStatus.CLOSED, RecordStatus.SUSPENDED, RecordStatus.CLOSED);
        assertThat(closed.status()).isEqualTo(UsageFileStatus.CLOSED);
        assertThat(closed.counts().of(RecordStatus.SUSPENDED)).isEqualTo(1);
    }

    @Test
    void a_file_closes_with_its_last_open_record_though_others_are_suspended() {
        world = partial();
        UsageFileId id =
                world.ladder().rows(world.rows.good("A"), world.rows.wrong("B")).id(UsageFileStatus.ACCEPTED);

        world.records.close(CloseRecord.of(ids(id).get(0), "INV-1"), Parties.BUYER);

        assertThat(world.file(id).status()).isEqualTo(UsageFileStatus.CLOSED);
    }

    @Test
    void records_in_error_up_to_the_share_are_suspended() {
        world = DeskWorld.setup(directory)
                .policies(Policies.DEFAULTS.with(AcceptancePolicy.upTo(new BigDecimal("0.25"))))
                .build();

        UsageFileId id = world.ladder()
                .rows(world.rows.good("A"), world.rows.good("B"), world.rows.good("C"), world.rows.wrong("D"))
                .id(UsageFileStatus.READY);

        assertThat(statuses(id)).last().isEqualTo(RecordStatus.SUSPENDED);
    }

    @Test
    void records_in_error_above_the_share_make_the_file_invalid_and_none_is_suspended() {
        world = DeskWorld.setup(directory)
                .policies(Policies.DEFAULTS.with(AcceptancePolicy.upTo(new BigDecimal("0.25"))))
                .build();
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);

        world.files.upload(
                id,
                world.rows.upload(world.rows.good("A"), world.rows.good("B"), world.rows.wrong("C")),
                Parties.OWNER);

        assertThat(world.file(id).status()).isEqualTo(UsageFileStatus.INVALID);
        assertThat(statuses(id)).containsExactly(RecordStatus.VALIDATED, RecordStatus.VALIDATED, RecordStatus.INVALID);
    }

    @Test
    void pending_records_are_rejected_with_their_file() {
        UsageFileId id = world.ladder().id(UsageFileStatus.REJECTED);

        assertThat(statuses(id)).containsOnly(RecordStatus.REJECTED);
        assertThat(world.file(id).counts().of(RecordStatus.REJECTED)).isEqualTo(2);
    }

    @Test
    void an_accepted_record_is_closed_with_its_billing_id_and_an_optional_note() {
        UsageFileId id = world.ladder().id(UsageFileStatus.ACCEPTED);
        UsageRecord open = world.records(id).get(0);

        UsageRecord closed =
                world.records.close(new CloseRecord(open.id(), open.version(), "INV-7", "July's"), Parties.BUYER);

        assertThat(closed.status()).isEqualTo(RecordStatus.CLOSED);
        assertThat(closed.closing()).isEqualTo(new Closing("INV-7", "July's", world.clock.instant(), Parties.BUYER));
        assertThat(closed.version()).isEqualTo(open.version().next());
        assertThat(world.records.record(open.id(), Parties.BUYER)).isEqualTo(closed);
        assertThat(world.file(id).counts().of(RecordStatus.ACCEPTED)).isEqualTo(1);
        assertThat(world.file(id).counts().of(RecordStatus.CLOSED)).isEqualTo(1);
    }

    @Test
    void a_record_is_not_closed_without_a_billing_id() {
        UsageFileId id = world.ladder().id(UsageFileStatus.ACCEPTED);

        assertThatThrownBy(() -> world.records.close(CloseRecord.of(ids(id).get(0), " "), Parties.BUYER))
                .isInstanceOf(InvalidCommandException.class);
        assertThat(statuses(id)).containsOnly(RecordStatus.ACCEPTED);
    }

    @ParameterizedTest(name = "of a file that is {0}")
    @EnumSource(
            value = UsageFileStatus.class,
            names = {"INVALID", "READY", "REJECTED"})
    void another_upload_retires_the_records_and_the_new_ones_have_new_ids(UsageFileStatus status) {
        world = status == UsageFileStatus.INVALID ? world : partial();
        UsageFileId id =
                world.ladder().rows(world.rows.good("A"), world.rows.wrong("B")).id(status);
        List<UsageRecordId> former = ids(id);
        UsageRecordId highest = UsageRecordId.of(id, world.file(id).lastRecordNumber());

        world.files.upload(id, world.rows.upload(world.rows.good("A"), world.rows.good("B")), Parties.OWNER);

        assertThat(ids(id))
                .hasSize(2)
                .doesNotContainAnyElementsOf(former)
                .allSatisfy(each -> assertThat(each).isGreaterThan(highest));
        for (UsageRecordId each : former) {
            assertThatThrownBy(() -> world.records.record(each, Parties.OWNER)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void running_numbers_go_on_over_any_number_of_uploads() {
        UsageFileId id = world.ladder().rows(world.rows.all("A", "B")).id(UsageFileStatus.READY);

        for (int upload = 1; upload <= 3; upload++) {
            world.files.upload(id, world.rows.upload(world.rows.all("A" + upload, "B" + upload)), Parties.OWNER);
        }

        assertThat(ids(id)).containsExactly(UsageRecordId.of(id, 7), UsageRecordId.of(id, 8));
        assertThat(world.file(id).lastRecordNumber()).isEqualTo(8);
    }

    @Test
    void ids_of_records_that_were_appended_are_not_used_again_though_processing_them_failed() {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        world.files.append(new AppendRecords(id, null, world.rows.all("A", "B")), Parties.OWNER);
        world.watch.on("reference.findSubscriptions", () -> {
            throw new SourceException("broken", new IOException("broken"));
        });
        Outcome.of(() -> world.files.process(id, ProgressListener.NONE, Parties.OWNER))
                .failedWith(SourceException.class);
        world.watch.off("reference.findSubscriptions");

        world.files.upload(id, world.rows.upload(world.rows.all("A", "B")), Parties.OWNER);

        assertThat(ids(id)).containsExactly(UsageRecordId.of(id, 3), UsageRecordId.of(id, 4));
    }

    @Test
    void records_keep_their_ids_and_count_their_versions_on_their_way() {
        UsageFileId id = world.ladder()
                .rows(IntStream.range(0, 1_200)
                        .mapToObj(i -> world.rows.good("R-" + i))
                        .toList())
                .id(UsageFileStatus.READY);
        List<UsageRecord> ready = world.records(id);

        world.files.submit(id, Parties.OWNER);
        world.files.accept(id, null, Parties.BUYER);

        assertThat(ids(id)).isEqualTo(ready.stream().map(UsageRecord::id).toList());
        assertThat(world.records(id))
                .extracting(UsageRecord::version)
                .isEqualTo(ready.stream()
                        .map(each -> new Version(each.version().number() + 2))
                        .toList());
        assertThat(world.file(id).counts().of(RecordStatus.ACCEPTED)).isEqualTo(1_200);
    }
}
