package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.usageflow.core.Intake;
import org.usageflow.core.RetentionService;
import org.usageflow.core.UploadRequest;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.error.ContentException;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.SourceException;
import org.usageflow.lifecycle.ReconciliationStatus;
import org.usageflow.lifecycle.RefusalReason;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.EventAction;
import org.usageflow.model.ReconciliationFile;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecordId;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.format.UploadSource;

/** Erasing the bytes of uploads, and personal data (rules §8, retention). */
class RetentionTest {

    private static final Actor HOST = Parties.SYSTEM;

    @TempDir
    Path directory;

    private DeskWorld world;
    private RetentionService retention;

    @BeforeEach
    void wire() {
        world = DeskWorld.in(directory);
        retention = world.usage.retention();
    }

    private List<String> kept(UsageFileId id) {
        Path folder = directory.resolve("content").resolve(id.value());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<EventAction> erasures(UsageFileId id, Actor actor) {
        return world.files.history(id, actor).stream()
                .map(UsageEvent::action)
                .filter(each -> each.name().startsWith("ERASE"))
                .toList();
    }

    private UploadSource reconciling(UsageFileId id, String billingId) {
        String row = UsageRecordId.of(id, 1) + "," + billingId + ",for Ada\n";
        return world.rows.bytes(("system_record_id,external_billing_id,external_billing_note\n" + row)
                .getBytes(StandardCharsets.UTF_8));
    }

    @Nested
    class OfContent {

        @ParameterizedTest
        @EnumSource(
                value = UsageFileStatus.class,
                names = {"UPLOADING", "PROCESSING", "DRAFT"},
                mode = EnumSource.Mode.EXCLUDE)
        void the_vendor_erases_the_bytes_and_all_else_stays(UsageFileStatus status) {
            UsageFileId id = world.ladder().id(status);
            DeskWorld.Snapshot before = world.snapshot(id);
            assertThat(kept(id)).hasSize(1);

            boolean erased = retention.eraseContent(id, Parties.OWNER);

            assertThat(erased).isTrue();
            assertThat(kept(id)).isEmpty();
            assertThat(world.file(id)).isEqualTo(before.file());
            assertThat(world.file(id).upload().sha256()).isNotNull();
            assertThat(world.records(id)).isEqualTo(before.records());
            assertThat(world.problems(id)).isEqualTo(before.problems());
            assertThat(erasures(id, Parties.OWNER)).containsExactly(EventAction.ERASE_CONTENT);
            UsageEvent told = world.history(id).get(before.history().size());
            assertThat(told.by()).isEqualTo(Parties.OWNER);
            assertThat(told.from()).isEqualTo(status).isEqualTo(told.to());
            assertThat(world.heard).contains(told);
        }

        @Test
        void what_is_erased_is_erased_once_and_told_once() {
            UsageFileId id = world.ladder().id(UsageFileStatus.READY);

            assertThat(retention.eraseContent(id, HOST)).isTrue();
            assertThat(retention.eraseContent(id, HOST)).isFalse();
            assertThat(retention.eraseContent(id, Parties.OWNER)).isFalse();

            assertThat(erasures(id, HOST)).containsExactly(EventAction.ERASE_CONTENT);
        }

        @Test
        void former_uploads_categories_and_what_broke_off_go_too() throws IOException {
            UsageFileId id = world.ladder().id(UsageFileStatus.INVALID);
            UploadSource categories = world.rows.bytes("category_id\nC-1\n".getBytes(StandardCharsets.UTF_8));
            UploadSource upload = world.rows.upload(world.rows.good("A"));
            world.files.upload(id, UploadRequest.of(upload).withCategories(categories), Parties.OWNER);
            Path folder = directory.resolve("content").resolve(id.value());
            Files.writeString(folder.resolve("0123456789abcdef".repeat(4) + ".77.part"), "half");
            assertThat(kept(id)).hasSize(4);

            retention.eraseContent(id, Parties.OWNER);

            assertThat(kept(id)).isEmpty();
        }

        @Test
        void the_processed_file_is_asked_for_in_vain() {
            UsageFileId id = world.ladder().id(UsageFileStatus.READY);
            retention.eraseContent(id, Parties.OWNER);

            assertThatThrownBy(() -> world.files.writeProcessed(id, OutputStream.nullOutputStream(), Parties.OWNER))
                    .isInstanceOf(ContentException.class);
        }

        @Test
        void the_same_bytes_give_the_first_outcome_where_ready_and_are_judged_anew_where_rejected() {
            UploadSource upload = world.rows.upload(world.rows.good("A"));
            UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
            Intake first = world.files.upload(id, upload, Parties.OWNER);
            retention.eraseContent(id, Parties.OWNER);

            Intake again = world.files.upload(id, upload, Parties.OWNER);

            assertThat(again.repeated()).isTrue();
            assertThat(again.report()).isEqualTo(first.report());
            world.files.submit(id, Parties.OWNER);
            world.files.reject(id, "no", Parties.BUYER);
            assertThat(world.files.upload(id, upload, Parties.OWNER).file().status())
                    .isEqualTo(UsageFileStatus.READY);
            assertThat(kept(id)).hasSize(1);
        }

        @ParameterizedTest
        @EnumSource(
                value = UsageFileStatus.class,
                names = {"UPLOADING", "PROCESSING"})
        void nothing_is_erased_while_it_is_worked_on(UsageFileStatus status) {
            UsageFileId id = world.ladder().id(status);

            for (Actor actor : List.of(HOST, Parties.OWNER)) {
                assertThatThrownBy(() -> retention.eraseContent(id, actor))
                        .isInstanceOfSatisfying(ActionRefusedException.class, refused -> {
                            assertThat(refused.reason()).isEqualTo(RefusalReason.NOT_IN_STATUS);
                            assertThat(refused.action()).isEqualTo("ERASE_CONTENT");
                            assertThat(refused.status()).isEqualTo(status);
                        });
            }
            assertThat(kept(id)).hasSize(1);
        }

        @Test
        void an_upload_whose_bytes_are_gone_when_it_is_judged_can_be_uploaded_again() throws IOException {
            UsageFileId id = world.ladder().id(UsageFileStatus.UPLOADING);
            for (String each : kept(id)) {
                Files.delete(directory.resolve("content").resolve(id.value()).resolve(each));
            }

            assertThatThrownBy(() -> world.files.process(id, ProgressListener.NONE, HOST))
                    .isInstanceOf(ContentException.class);

            assertThat(world.file(id).status()).isEqualTo(UsageFileStatus.INVALID);
            assertThat(world.files
                            .upload(id, world.rows.upload(world.rows.good("A")), Parties.OWNER)
                            .file()
                            .status())
                    .isEqualTo(UsageFileStatus.READY);
        }

        @Test
        void the_buyer_may_not_and_to_a_stranger_there_is_no_file() {
            UsageFileId id = world.ladder().id(UsageFileStatus.ACCEPTED);

            for (Actor actor : List.of(Parties.BUYER, Parties.LOWER_RESELLER)) {
                assertThatThrownBy(() -> retention.eraseContent(id, actor))
                        .isInstanceOfSatisfying(
                                ActionRefusedException.class,
                                refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.NOT_ALLOWED_TO_ACTOR));
            }
            assertThatThrownBy(() -> retention.eraseContent(id, Parties.FOREIGN_VENDOR))
                    .isInstanceOf(NotFoundException.class);
            assertThat(kept(id)).hasSize(1);
        }

        @Test
        void the_buyers_reconciliation_files_are_left_by_the_vendor_and_erased_by_the_system() {
            UsageFileId id = world.ladder().id(UsageFileStatus.ACCEPTED);
            world.usage.reconciliations().apply(id, reconciling(id, "INV-1"), Parties.BUYER);
            ReconciliationFile waiting =
                    world.usage.reconciliations().upload(id, reconciling(id, "INV-2"), Parties.BUYER);
            assertThat(kept(id)).hasSize(3);

            assertThat(retention.eraseContent(id, Parties.OWNER)).isTrue();
            assertThat(kept(id)).hasSize(2);
            assertThat(retention.eraseContent(id, Parties.OWNER)).isFalse();
            assertThat(retention.eraseContent(id, HOST)).isTrue();

            assertThat(kept(id)).isEmpty();
            assertThat(erasures(id, Parties.OWNER)).containsExactly(EventAction.ERASE_CONTENT);
            assertThat(erasures(id, Parties.BUYER))
                    .containsExactly(EventAction.ERASE_CONTENT, EventAction.ERASE_RECONCILIATIONS);
            assertThatThrownBy(() -> world.usage.reconciliations().process(waiting.id(), HOST))
                    .isInstanceOf(ContentException.class);
            assertThat(world.usage.reconciliations().file(waiting.id(), HOST).status())
                    .isEqualTo(ReconciliationStatus.FAILED);
        }

        @Test
        void what_the_content_store_could_not_erase_is_erased_by_the_next_call() {
            UsageFileId id = world.ladder().id(UsageFileStatus.READY);
            world.watch.on("content.erase", () -> {
                throw new IOException("the disk is gone");
            });

            assertThatThrownBy(() -> retention.eraseContent(id, Parties.OWNER))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("the disk is gone");
            world.watch.off("content.erase");
            assertThat(kept(id)).hasSize(1);

            assertThat(retention.eraseContent(id, Parties.OWNER)).isTrue();
            assertThat(kept(id)).isEmpty();
        }

        @Test
        void a_content_store_that_cannot_be_looked_into_changes_nothing() {
            UsageFileId id = world.ladder().id(UsageFileStatus.READY);
            world.watch.on("content.list", () -> {
                throw new IOException("the disk is gone");
            });

            assertThatThrownBy(() -> retention.eraseContent(id, Parties.OWNER)).isInstanceOf(SourceException.class);

            assertThat(erasures(id, HOST)).isEmpty();
        }
    }

    @Nested
    class ByAge {

        @Test
        void uploads_received_before_a_time_are_erased_and_later_ones_are_not() {
            UsageFileId old = world.ladder().id(UsageFileStatus.ACCEPTED);
            UsageFileId deleted = world.ladder().id(UsageFileStatus.DELETED);
            UsageFileId draft = world.ladder().id(UsageFileStatus.DRAFT);
            UsageFileId again = world.ladder().id(UsageFileStatus.INVALID);
            UsageFileId waiting = world.ladder().id(UsageFileStatus.UPLOADING);
            world.clock.advance(Duration.ofDays(10));
            Instant time = world.clock.instant();
            world.files.upload(again, world.rows.upload(world.rows.good("AGAIN")), Parties.OWNER);
            UsageFileId late = world.ladder().id(UsageFileStatus.READY);
            world.usage.reconciliations().apply(old, reconciling(old, "INV-1"), Parties.BUYER);

            assertThat(retention.eraseContentBefore(time, HOST)).isEqualTo(2);

            assertThat(kept(old)).hasSize(1);
            assertThat(kept(deleted)).isEmpty();
            assertThat(kept(draft)).isEmpty();
            assertThat(kept(again)).hasSize(2);
            assertThat(kept(waiting)).hasSize(1);
            assertThat(kept(late)).hasSize(1);
            assertThat(erasures(draft, HOST)).isEmpty();
            assertThat(erasures(old, HOST)).containsExactly(EventAction.ERASE_CONTENT);
            assertThat(retention.eraseContentBefore(time, HOST)).isZero();
            world.clock.advance(Duration.ofDays(1));
            assertThat(retention.eraseContentBefore(world.clock.instant(), HOST))
                    .isEqualTo(3);
            assertThat(erasures(old, HOST))
                    .containsExactly(EventAction.ERASE_CONTENT, EventAction.ERASE_RECONCILIATIONS);
        }

        @Test
        void an_upload_received_at_the_time_itself_stays() {
            UsageFileId id = world.ladder().id(UsageFileStatus.READY);

            assertThat(retention.eraseContentBefore(world.clock.instant(), HOST))
                    .isZero();
            assertThat(retention.eraseContentBefore(world.clock.instant().plusNanos(1_000), HOST))
                    .isEqualTo(1);
            assertThat(kept(id)).isEmpty();
        }

        @Test
        void all_pages_of_files_are_gone_through() {
            for (int i = 0; i < 205; i++) {
                world.ladder().id(UsageFileStatus.INVALID);
            }
            world.clock.advance(Duration.ofDays(1));

            assertThat(retention.eraseContentBefore(world.clock.instant(), HOST))
                    .isEqualTo(205);
        }

        @Test
        void nobody_but_the_system_may() {
            UsageFileId id = world.ladder().id(UsageFileStatus.READY);
            world.clock.advance(Duration.ofDays(1));

            for (Actor actor : List.of(Parties.OWNER, Parties.BUYER, Parties.LOWER_RESELLER)) {
                assertThatThrownBy(() -> retention.eraseContentBefore(world.clock.instant(), actor))
                        .isInstanceOfSatisfying(
                                ActionRefusedException.class,
                                refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.NOT_ALLOWED_TO_ACTOR));
            }
            assertThat(kept(id)).hasSize(1);
        }
    }
}
