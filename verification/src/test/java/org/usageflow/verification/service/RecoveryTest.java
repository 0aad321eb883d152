package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.usageflow.core.Recovered;
import org.usageflow.core.UploadRequest;
import org.usageflow.error.StaleVersionException;
import org.usageflow.error.StoreException;
import org.usageflow.lifecycle.PartFileStatus;
import org.usageflow.lifecycle.ReconciliationStatus;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.EventAction;
import org.usageflow.model.PartFile;
import org.usageflow.model.ReconciliationFile;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.store.Lease;

/** Leases, and what is settled when their process was lost (rules §4.1 row 14, §4.3, §4.4). */
class RecoveryTest {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Recovered NOTHING = new Recovered(List.of(), List.of(), List.of());

    @TempDir
    Path directory;

    private DeskWorld world;
    private DeskWorld other;

    @BeforeEach
    void wire() {
        world = DeskWorld.setup(directory).withoutListeners().build();
        other = DeskWorld.setup(directory).beside(world).withoutListeners().build();
    }

    private Optional<Lease> lease(Object subject) {
        return world.store.inTransaction(session -> session.leases().find(subject.toString()));
    }

    private Recovered recovered() {
        return other.usage.recovery().recover();
    }

    /** What another process does while this one is at work. */
    private static <T> T elsewhere(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work).get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("another process failed", e);
        }
    }

    /** From the n-th transaction on nothing of this process reaches the store. */
    private void loseAt(int transaction) {
        var begun = new AtomicInteger();
        world.watch.on("transaction", () -> {
            if (begun.incrementAndGet() >= transaction) {
                throw new StoreException("the process is lost", null);
            }
        });
    }

    private UploadSource upload(int rows) {
        return upload(rows, "R-");
    }

    private UploadSource upload(int rows, String prefix) {
        List<ReportedRecord> records = IntStream.range(0, rows)
                .mapToObj(i -> world.rows.good(prefix + i))
                .toList();
        return world.rows.upload(records);
    }

    @Test
    void a_file_whose_upload_lost_its_process_is_settled_once_its_lease_has_run_out() {
        UsageFile lost = world.ladder().lostInUploading();

        world.clock.advance(LEASE.minusNanos(1_000));
        assertThat(recovered()).isEqualTo(NOTHING);
        world.clock.advance(Duration.ofNanos(1_000));
        Recovered settled = recovered();

        assertThat(settled).isEqualTo(new Recovered(List.of(lost.id()), List.of(), List.of()));
        UsageFile file = world.file(lost.id());
        assertThat(file.status()).isEqualTo(UsageFileStatus.INVALID);
        assertThat(file.notes().error())
                .isEqualTo("the process that stored the upload was lost before it was complete");
        assertThat(file.upload()).isNull();
        assertThat(last(lost.id()).action()).isEqualTo(EventAction.ABORT);
        assertThat(last(lost.id()).by().role()).isEqualTo(Parties.SYSTEM.role());
        assertThat(lease(lost.id())).isEmpty();
        assertThat(recovered()).isEqualTo(NOTHING);
    }

    private UsageEvent last(UsageFileId id) {
        List<UsageEvent> history = world.history(id);
        return history.get(history.size() - 1);
    }

    @Test
    void a_file_whose_judging_lost_its_process_is_settled_and_can_be_uploaded_again() {
        UsageFileId lost = world.ladder().id(UsageFileStatus.PROCESSING);
        world.clock.advance(LEASE);

        assertThat(recovered().files()).containsExactly(lost);

        assertThat(world.file(lost).status()).isEqualTo(UsageFileStatus.INVALID);
        assertThat(world.file(lost).notes().error())
                .isEqualTo("the process that judged the upload was lost before it was done");
        assertThat(world.records(lost)).isEmpty();
        assertThat(other.files.upload(lost, upload(3), Parties.OWNER).file().status())
                .isEqualTo(UsageFileStatus.READY);
    }

    @Test
    void an_upload_that_is_received_waits_for_its_processing_however_long() {
        UsageFileId waiting = world.ladder().id(UsageFileStatus.UPLOADING);
        world.clock.advance(LEASE.multipliedBy(100));

        assertThat(recovered()).isEqualTo(NOTHING);
        assertThat(lease(waiting)).isEmpty();
        assertThat(other.files
                        .process(waiting, ProgressListener.NONE, Parties.SYSTEM)
                        .file()
                        .status())
                .isEqualTo(UsageFileStatus.READY);
    }

    @Test
    void a_file_that_is_judged_slowly_is_left_alone_as_long_as_there_is_progress() {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        world.files.receive(id, UploadRequest.of(upload(9_000)), Parties.OWNER);
        var seen = new ArrayList<Recovered>();

        UsageFile judged = world.files
                .process(
                        id,
                        progress -> {
                            world.clock.advance(Duration.ofMinutes(4));
                            seen.add(elsewhere(this::recovered));
                        },
                        Parties.SYSTEM)
                .file();

        assertThat(seen).hasSizeGreaterThan(8).containsOnly(NOTHING);
        assertThat(judged.status()).isEqualTo(UsageFileStatus.READY);
        assertThat(lease(id)).isEmpty();
    }

    @Test
    void a_lease_is_prolonged_at_most_every_third_of_its_length() {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        world.files.receive(id, UploadRequest.of(upload(9_000)), Parties.OWNER);
        world.watch.forget();

        world.files.process(id, progress -> world.clock.advance(Duration.ofSeconds(50)), Parties.SYSTEM);

        // Nine batches, 50 seconds each, and 100 seconds are a third
        assertThat(world.watch.calls("prolong")).isBetween(3L, 5L);
    }

    @Test
    void a_process_that_was_only_slow_is_refused_in_the_end_and_spoils_nothing() {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        world.files.receive(id, UploadRequest.of(upload(2_500)), Parties.OWNER);
        var seen = new ArrayList<Recovered>();

        assertThatThrownBy(() -> world.files.process(
                        id,
                        progress -> {
                            if (seen.isEmpty()) {
                                world.clock.advance(LEASE);
                                seen.add(elsewhere(this::recovered));
                                elsewhere(() -> other.files.upload(id, upload(7), Parties.OWNER));
                            }
                        },
                        Parties.SYSTEM))
                .isInstanceOf(StaleVersionException.class);

        assertThat(seen).containsExactly(new Recovered(List.of(id), List.of(), List.of()));
        assertThat(world.file(id).status()).isEqualTo(UsageFileStatus.READY);
        assertThat(world.records(id)).hasSize(7);
        assertThat(lease(id)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = UsageFileStatus.class,
            names = {"UPLOADING", "PROCESSING"})
    void a_file_that_the_host_aborted_has_no_lease_left(UsageFileStatus status) {
        UsageFileId id = world.ladder().id(status);

        world.files.abort(id, "the worker was lost", Parties.SYSTEM);

        assertThat(lease(id)).isEmpty();
        assertThat(recovered()).isEqualTo(NOTHING);
    }

    @Test
    void bytes_that_come_slowly_prolong_the_lease() {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        world.watch.on("content.put", () -> world.clock.advance(Duration.ofMinutes(4)));
        world.watch.forget();

        world.files.receive(id, UploadRequest.of(upload(3)), Parties.OWNER);

        assertThat(world.watch.calls("prolong")).isEqualTo(1);
        assertThat(lease(id)).isEmpty();
    }

    @Test
    void a_reconciliation_that_lost_its_process_fails_and_what_it_closed_stays_closed() {
        UsageFile accepted = accepted(1_500);
        UploadSource rows = billed(accepted, "INV-1");
        ReconciliationFile uploaded = world.usage.reconciliations().upload(accepted.id(), rows, Parties.BUYER);
        // Taking it, a batch, and then no more
        loseAt(3);
        assertThatThrownBy(() -> world.usage.reconciliations().process(uploaded.id(), Parties.SYSTEM))
                .isInstanceOf(StoreException.class);
        world.watch.off("transaction");

        assertThat(recovered()).isEqualTo(NOTHING);
        world.clock.advance(LEASE);
        assertThat(recovered().reconciliations()).containsExactly(uploaded.id());

        ReconciliationFile failed = world.usage.reconciliations().file(uploaded.id(), Parties.BUYER);
        assertThat(failed.status()).isEqualTo(ReconciliationStatus.FAILED);
        assertThat(failed.error()).contains("lost");
        assertThat(world.file(accepted.id()).counts().of(RecordStatus.CLOSED)).isEqualTo(1_000);
        assertThat(lease(uploaded.id())).isEmpty();
        assertThat(recovered()).isEqualTo(NOTHING);
        assertThat(other.usage
                        .reconciliations()
                        .apply(accepted.id(), rows, Parties.BUYER)
                        .file()
                        .counts()
                        .closed())
                .isEqualTo(500);
    }

    private UsageFile accepted(int rows) {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        world.files.upload(id, upload(rows), Parties.OWNER);
        world.files.submit(id, Parties.OWNER);
        return world.files.accept(id, null, Parties.BUYER);
    }

    private UploadSource billed(UsageFile file, String billingId) {
        var csv = new StringBuilder("system_record_id,external_billing_id\n");
        for (UsageRecord each : world.records(file.id())) {
            csv.append(each.id()).append(',').append(billingId).append('\n');
        }
        return world.rows.bytes(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_part_whose_completing_lost_its_process_is_completed() {
        UsageFileId id = world.ladder().id(UsageFileStatus.PENDING);
        // The acceptance, and nothing after it
        world.watch.on("transaction", () -> {
            if (world.watch.calls("parts.insert") > 0) {
                throw new StoreException("the process is lost", null);
            }
        });
        world.watch.forget();
        world.files.accept(id, null, Parties.BUYER);
        world.watch.off("transaction");
        PartFile draft = part(id);
        assertThat(draft.status()).isEqualTo(PartFileStatus.DRAFT);

        assertThat(recovered()).isEqualTo(NOTHING);
        world.clock.advance(LEASE);
        assertThat(recovered().parts()).containsExactly(draft.id());

        assertThat(part(id).status()).isEqualTo(PartFileStatus.READY);
        assertThat(lease(draft.id())).isEmpty();
        assertThat(recovered()).isEqualTo(NOTHING);
    }

    private PartFile part(UsageFileId id) {
        return world.usage.parts().list(id, Parties.BUYER).get(0);
    }

    @Test
    void a_part_may_be_completed_by_hand_before_its_lease_has_run_out() {
        UsageFileId id = world.ladder().id(UsageFileStatus.PENDING);
        world.watch.on("transaction", () -> {
            if (world.watch.calls("parts.insert") > 0) {
                throw new StoreException("the process is lost", null);
            }
        });
        world.watch.forget();
        world.files.accept(id, null, Parties.BUYER);
        world.watch.off("transaction");

        PartFile completed = other.usage.parts().complete(part(id).id(), Parties.SYSTEM);

        assertThat(completed.status()).isEqualTo(PartFileStatus.READY);
        assertThat(lease(completed.id())).isEmpty();
    }

    @Test
    void many_lost_files_are_settled_page_by_page() {
        var lost = new ArrayList<UsageFileId>();
        for (int i = 0; i < 230; i++) {
            lost.add(world.ladder().lostInUploading().id());
        }
        world.clock.advance(LEASE);

        assertThat(recovered().files())
                .containsExactlyElementsOf(lost.stream().sorted().toList());
    }

    @Test
    void of_two_that_recover_at_a_time_each_thing_is_settled_by_one() throws Exception {
        for (int i = 0; i < 40; i++) {
            world.ladder().lostInUploading();
        }
        world.clock.advance(LEASE);

        List<Outcome<Recovered>> both = Race.run(List.of(
                () -> world.usage.recovery().recover(),
                () -> other.usage.recovery().recover()));

        var settled = new ArrayList<UsageFileId>();
        both.forEach(each -> settled.addAll(each.value().files()));
        assertThat(settled).hasSize(40).doesNotHaveDuplicates();
    }

    /** Uploads, judges, submits, accepts and reconciles; each step that was acknowledged is kept in what happened. */
    private List<UsageFileStatus> life(UsageFileId id, UploadSource upload) {
        var acknowledged = new ArrayList<UsageFileStatus>();
        acknowledged.add(world.files.upload(id, upload, Parties.OWNER).file().status());
        acknowledged.add(world.files.submit(id, Parties.OWNER).status());
        acknowledged.add(world.files.accept(id, null, Parties.BUYER).status());
        world.usage.reconciliations().apply(id, billed(world.file(id), "INV-1"), Parties.BUYER);
        acknowledged.add(world.file(id).status());
        return acknowledged;
    }

    @Test
    void wherever_a_process_dies_recovery_leaves_a_file_that_says_what_happened_and_goes_on() {
        boolean died = true;
        for (int transaction = 1; died; transaction++) {
            UploadSource upload = upload(1_200, transaction + "-");
            UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
            loseAt(transaction);
            Outcome<List<UsageFileStatus>> outcome = Outcome.of(() -> life(id, upload));
            world.watch.off("transaction");
            died = outcome.failure() != null;
            assertThat(died || transaction > 15).isTrue();
            world.clock.advance(LEASE);

            recovered();

            settled(id, transaction);
            goesOn(id, upload);
        }
    }

    private void settled(UsageFileId id, int transaction) {
        UsageFile file = world.file(id);
        int records = world.records(id).size();
        switch (file.status()) {
            case DRAFT, INVALID ->
                assertThat(records).as("lost at %s", transaction).isZero();
            case READY, PENDING, ACCEPTED, CLOSED ->
                assertThat(records).as("lost at %s", transaction).isEqualTo(1_200);
            // Received and not yet taken for processing
            case UPLOADING -> assertThat(file.upload().isReceived()).isTrue();
            default -> throw new AssertionError("lost at " + transaction + ": " + file);
        }
        assertThat(world.usage.parts().list(id, Parties.SYSTEM))
                .allSatisfy(each -> assertThat(each.status()).isEqualTo(PartFileStatus.READY));
        assertThat(world.usage.reconciliations().list(id, Parties.SYSTEM))
                .allSatisfy(each -> assertThat(each.status()).isNotEqualTo(ReconciliationStatus.PROCESSING));
        // Whoever listens is told all of it, in order
        other.usage.events().drain(event -> {});
        assertThat(world.history(id)).extracting(UsageEvent::number).isSorted().doesNotHaveDuplicates();
    }

    private void goesOn(UsageFileId id, UploadSource upload) {
        UsageFileStatus status = world.file(id).status();
        if (status == UsageFileStatus.UPLOADING) {
            other.files.process(id, ProgressListener.NONE, Parties.SYSTEM);
        }
        if (status == UsageFileStatus.DRAFT || status == UsageFileStatus.INVALID) {
            other.files.upload(id, upload, Parties.OWNER);
        }
        if (world.file(id).status() == UsageFileStatus.READY) {
            other.files.submit(id, Parties.OWNER);
        }
        if (world.file(id).status() == UsageFileStatus.PENDING) {
            other.files.accept(id, null, Parties.BUYER);
        }
        if (world.file(id).status() == UsageFileStatus.ACCEPTED) {
            other.usage.reconciliations().apply(id, billed(world.file(id), "INV-1"), Parties.BUYER);
        }
        assertThat(world.file(id).status()).isEqualTo(UsageFileStatus.CLOSED);
        assertThat(world.file(id).counts().of(RecordStatus.CLOSED)).isEqualTo(1_200);
    }
}
