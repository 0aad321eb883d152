package org.usageflow.verification.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.usageflow.core.Intake;
import org.usageflow.core.UploadRequest;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.lifecycle.RefusalReason;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.CategoryId;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.UsageFixtures;

/** Uploading the same bytes to the same file again is recognised, where the state is one of those of rules §10. */
class RepeatedUploadTest {

    @TempDir
    Path directory;

    private DeskWorld world;
    private List<ReportedRecord> rows;

    @BeforeEach
    void wire() {
        world = DeskWorld.in(directory);
        rows = world.rows.all("A", "B");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = UsageFileStatus.class,
            names = {"UPLOADING", "PROCESSING", "READY"})
    void the_same_bytes_change_nothing_and_give_the_first_outcome(UsageFileStatus status) {
        UsageFile file = world.ladder().rows(rows).at(status);
        DeskWorld.Snapshot before = world.snapshot(file.id());

        Intake again = world.files.upload(file.id(), world.rows.upload(rows), Parties.OWNER);
        UsageFile received = world.files.receive(file.id(), UploadRequest.of(world.rows.upload(rows)), Parties.OWNER);

        assertThat(again.repeated()).isTrue();
        assertThat(again.file()).isEqualTo(file);
        assertThat(again.report()).isEqualTo(world.files.report(file.id(), Parties.OWNER));
        assertThat(received).isEqualTo(file);
        assertThat(world.snapshot(file.id())).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = UsageFileStatus.class,
            names = {"INVALID", "REJECTED"})
    void the_same_bytes_are_judged_anew(UsageFileStatus status) {
        List<ReportedRecord> same = status == UsageFileStatus.INVALID ? List.of(world.rows.wrong("W")) : rows;
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        world.files.upload(id, world.rows.upload(same), Parties.OWNER);
        if (status == UsageFileStatus.REJECTED) {
            world.files.submit(id, Parties.OWNER);
            world.files.reject(id, "no", Parties.BUYER);
        }
        List<UsageRecordId> former =
                world.records(id).stream().map(UsageRecord::id).toList();

        Intake again = world.files.upload(id, world.rows.upload(same), Parties.OWNER);

        assertThat(again.repeated()).isFalse();
        assertThat(world.records(id))
                .hasSameSizeAs(former)
                .extracting(UsageRecord::id)
                .doesNotContainAnyElementsOf(former);
        assertThat(again.file().status())
                .isEqualTo(status == UsageFileStatus.INVALID ? UsageFileStatus.INVALID : UsageFileStatus.READY);
    }

    @Test
    void the_same_bytes_are_judged_by_what_the_host_knows_now() {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        ReportedRecord unknown = world.rows.ofItem("A", "MPN-LATER");
        Intake first = world.files.upload(id, world.rows.upload(unknown), Parties.OWNER);
        world.host.register(
                UsageFixtures.PRODUCT,
                Set.of(world.rows.describing("X", "MPN-LATER").dynamicItem()));

        Intake again = world.files.upload(id, world.rows.upload(unknown), Parties.OWNER);

        assertThat(first.file().status()).isEqualTo(UsageFileStatus.INVALID);
        assertThat(again.file().status()).isEqualTo(UsageFileStatus.READY);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = UsageFileStatus.class,
            names = {"PENDING", "ACCEPTED", "CLOSED", "DELETED"})
    void elsewhere_an_upload_is_refused_without_a_byte_being_read(UsageFileStatus status) {
        UsageFile file = world.ladder().rows(rows).at(status);
        UploadSource unreadable = UploadSource.of(directory.resolve("there-is-no-such-file"));

        assertThatThrownBy(() -> world.files.upload(file.id(), unreadable, Parties.OWNER))
                .isInstanceOfSatisfying(
                        ActionRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.NOT_IN_STATUS));
        assertThatThrownBy(() -> world.files.upload(file.id(), world.rows.upload(rows), Parties.OWNER))
                .isInstanceOf(ActionRefusedException.class);
        assertThat(world.file(file.id())).isEqualTo(file);
    }

    @Test
    void the_same_bytes_of_somebody_else_are_refused_where_the_file_is_ready() {
        UsageFile file = world.ladder().rows(rows).at(UsageFileStatus.READY);

        assertThatThrownBy(() -> world.files.upload(file.id(), world.rows.upload(rows), Parties.SYSTEM))
                .isInstanceOfSatisfying(
                        ActionRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.NOT_ALLOWED_TO_ACTOR));
    }

    @Test
    void the_same_bytes_are_another_upload_of_another_file() {
        world.ladder().rows(rows).at(UsageFileStatus.READY);
        UsageFileId other = world.ladder().id(UsageFileStatus.DRAFT);

        Intake intake = world.files.upload(other, world.rows.upload(rows), Parties.OWNER);

        assertThat(intake.repeated()).isFalse();
        assertThat(intake.report().countByCode()).containsOnlyKeys(ProblemCode.RECORD_ID_ALREADY_REPORTED);
    }

    private UploadRequest categorised(String id) {
        ReportedRecord row = UsageFixtures.record("A")
                .amount(BigDecimal.TEN)
                .category(new CategoryId("C1"))
                .build();
        byte[] categories = ("category_id,category_name\n" + id + ",One\n").getBytes(UTF_8);
        return UploadRequest.of(world.rows.upload(row)).withCategories(world.rows.bytes(categories));
    }

    @Test
    void categories_come_as_a_second_file() {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);

        Intake unresolved = world.files.upload(id, categorised("C2"), Parties.OWNER);
        Intake resolved = world.files.upload(id, categorised("C1"), Parties.OWNER);

        assertThat(unresolved.report().countByCode()).containsOnlyKeys(ProblemCode.CATEGORY_UNKNOWN);
        assertThat(resolved.file().status()).isEqualTo(UsageFileStatus.READY);
        assertThat(resolved.file().upload().categories()).matches("[0-9a-f]{64}");
    }

    @Test
    void the_same_bytes_with_other_categories_are_another_upload() {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        world.files.upload(id, categorised("C1"), Parties.OWNER);

        Intake same = world.files.upload(id, categorised("C1"), Parties.OWNER);
        Intake other = world.files.upload(id, categorised("C2"), Parties.OWNER);

        assertThat(same.repeated()).isTrue();
        assertThat(other.repeated()).isFalse();
        assertThat(other.file().status()).isEqualTo(UsageFileStatus.INVALID);
    }

    @Test
    void receiving_and_processing_may_be_steps_of_their_own() {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);

        UsageFile received = world.files.receive(id, categorised("C1"), Parties.OWNER);
        Intake processed = world.files.process(id, ProgressListener.NONE, Parties.SYSTEM);

        assertThat(received.status()).isEqualTo(UsageFileStatus.UPLOADING);
        assertThat(processed.file().status()).isEqualTo(UsageFileStatus.READY);
    }
}
