package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.command.AppendRecords;
import org.usageflow.command.CloseRecord;
import org.usageflow.core.RetentionService;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.error.NotFoundException;
import org.usageflow.lifecycle.RefusalReason;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.EventAction;
import org.usageflow.model.PartFile;
import org.usageflow.model.ReconciliationFile;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.policy.AcceptancePolicy;
import org.usageflow.policy.Policies;
import org.usageflow.problem.Problem;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.format.UploadSource;

/** Erasing the personal data of a record on request (rules §8, retention). */
class PersonalDataTest {

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

    private ReportedRecord personal(String key) {
        ReportedRecord base = world.rows.good(key);
        return new ReportedRecord(
                base.key(),
                "called by Ada",
                base.item(),
                base.quantity(),
                base.window(),
                base.subscription(),
                base.category(),
                base.amount(),
                base.tier(),
                base.dynamicItem(),
                base.assetReconId(),
                base.corrects(),
                Map.of("user", "ada@example.org"));
    }

    /** Two records with personal data, the first of them closed with a note. */
    private UsageFileId closed() {
        UsageFileId id = world.ladder().rows(personal("P-1"), personal("P-2")).id(UsageFileStatus.ACCEPTED);
        world.usage.reconciliations().apply(id, reconciling(id, "INV-1"), Parties.BUYER);
        return id;
    }

    @Test
    void a_record_is_without_it_and_all_else_stays() {
        UsageFileId id = closed();
        UsageRecord before = world.records(id).get(0);
        UsageRecord other = world.records(id).get(1);
        UsageFile file = world.file(id);
        assertThat(before.closing().note()).isEqualTo("for Ada");

        UsageRecord erased = retention.erasePersonalData(before.id(), Parties.OWNER);

        assertThat(erased.reported().note()).isNull();
        assertThat(erased.reported().parameters()).isEmpty();
        assertThat(erased.subscription().chain().customer().name()).isEmpty();
        assertThat(erased.subscription().chain().customer().id())
                .isEqualTo(before.subscription().chain().customer().id());
        assertThat(erased.subscription().chain().parties().subList(1, 3))
                .isEqualTo(before.subscription().chain().parties().subList(1, 3));
        assertThat(erased.closing().note()).isNull();
        assertThat(erased.closing().billingId()).isEqualTo("INV-1");
        assertThat(erased.version()).isEqualTo(before.version().next());
        assertThat(erased.reported().amount()).isEqualTo(before.reported().amount());
        assertThat(world.records(id)).containsExactly(erased, other);
        assertThat(world.file(id)).isEqualTo(file.change().build());
        assertThat(kept(id)).isEmpty();
        UsageEvent told = world.history(id).get(world.history(id).size() - 1);
        assertThat(told.action()).isEqualTo(EventAction.ERASE_PERSONAL_DATA);
        assertThat(told.record()).isEqualTo(before.id());
        assertThat(world.usage.parts().list(id, Parties.BUYER)).allMatch(PartFile::outdated);
    }

    @Test
    void the_values_that_problems_of_its_row_quote_are_gone_and_those_of_others_are_not() {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        world.files.upload(
                id,
                world.rows.upload(world.rows.wrong("W-1"), world.rows.wrong("W-2"), world.rows.good("G")),
                Parties.OWNER);
        List<Problem> before = world.problems(id);
        UsageRecord record = world.records(id).get(1);

        retention.erasePersonalData(record.id(), Parties.OWNER);

        List<Problem> after = world.problems(id);
        assertThat(before).hasSize(2);
        assertThat(after.get(0)).isEqualTo(before.get(0));
        assertThat(before.get(1).value()).isNotNull();
        assertThat(after.get(1))
                .isEqualTo(new Problem(
                        before.get(1).code(),
                        before.get(1).severity(),
                        before.get(1).place(),
                        null,
                        Map.of()));
        assertThat(world.files.report(id, Parties.OWNER).countByCode())
                .isEqualTo(Map.of(before.get(0).code(), 2L));
    }

    @Test
    void the_values_that_problems_of_reconciliation_files_quote_are_gone() {
        UsageFileId id = closed();
        ReconciliationFile file = world.usage
                .reconciliations()
                .apply(id, reconciling(id, "INV-2"), Parties.BUYER)
                .file();
        assertThat(world.usage
                        .reconciliations()
                        .problems(file.id(), null, 10, Parties.BUYER)
                        .items())
                .hasSize(1)
                .allMatch(each -> each.value() != null);

        retention.erasePersonalData(UsageRecordId.of(id, 2), HOST);

        assertThat(world.usage
                        .reconciliations()
                        .problems(file.id(), null, 10, Parties.BUYER)
                        .items())
                .hasSize(1)
                .allMatch(each -> each.value() == null && each.arguments().isEmpty());
    }

    @Test
    void asked_for_twice_it_is_told_twice_and_the_record_changes_once() {
        UsageFileId id = closed();
        UsageRecordId record = UsageRecordId.of(id, 1);

        UsageRecord first = retention.erasePersonalData(record, Parties.OWNER);
        UsageRecord second = retention.erasePersonalData(record, HOST);

        assertThat(second).isEqualTo(first);
        assertThat(erasures(id, HOST))
                .containsExactly(EventAction.ERASE_PERSONAL_DATA, EventAction.ERASE_PERSONAL_DATA);
    }

    @Test
    void the_file_goes_on_as_before() {
        UsageFileId id = closed();
        retention.erasePersonalData(UsageRecordId.of(id, 2), Parties.OWNER);

        world.records.close(CloseRecord.of(UsageRecordId.of(id, 2), "INV-3"), Parties.BUYER);

        assertThat(world.file(id).status()).isEqualTo(UsageFileStatus.CLOSED);
    }

    @Test
    void a_record_of_a_deleted_file_is_without_it_too() {
        UsageFileId id = world.ladder().rows(personal("P-1"), personal("P-2")).id(UsageFileStatus.DELETED);

        UsageRecord erased = retention.erasePersonalData(UsageRecordId.of(id, 2), Parties.OWNER);

        assertThat(erased.hasPersonalData()).isFalse();
        List<UsageRecord> all =
                world.store.inTransaction(session -> session.records().slice(id, -1, 10));
        assertThat(all).extracting(UsageRecord::hasPersonalData).containsExactly(true, false);
        assertThatThrownBy(() -> retention.erasePersonalData(UsageRecordId.of(id, 3), Parties.OWNER))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> retention.erasePersonalData(UsageRecordId.of(id, 2), Parties.FOREIGN_VENDOR))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_record_that_was_recycled_is_without_it_too() {
        DeskWorld partial = DeskWorld.setup(directory)
                .policies(Policies.DEFAULTS.with(AcceptancePolicy.PARTIAL))
                .build();
        UsageFileId first = partial.ladder()
                .rows(partial.rows.wrong("S-1"), partial.rows.good("S-2"))
                .id(UsageFileStatus.ACCEPTED);
        partial.ladder().rows(partial.rows.good("S-1")).id(UsageFileStatus.ACCEPTED);
        UsageRecordId retired = UsageRecordId.of(first, 1);
        UsageRecord before = partial.records.record(retired, HOST);
        assertThat(before.isRetired()).isTrue();

        UsageRecord erased = partial.usage.retention().erasePersonalData(retired, Parties.OWNER);

        assertThat(erased.successor()).isEqualTo(before.successor());
        assertThat(erased.hasPersonalData()).isFalse();
        assertThat(partial.files.problems(first, null, 10, HOST).items()).allMatch(each -> each.value() == null);
    }

    @Test
    void the_buyer_may_not_and_to_a_stranger_there_is_no_record() {
        UsageRecordId record = UsageRecordId.of(closed(), 1);

        for (Actor actor : List.of(Parties.BUYER, Parties.LOWER_RESELLER)) {
            assertThatThrownBy(() -> retention.erasePersonalData(record, actor))
                    .isInstanceOfSatisfying(
                            ActionRefusedException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.NOT_ALLOWED_TO_ACTOR));
        }
        assertThatThrownBy(() -> retention.erasePersonalData(record, Parties.FOREIGN_VENDOR))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("there is no usage record " + record);
    }

    @Test
    void a_record_that_was_appended_to_a_draft_is_without_it_and_judged_so() {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        world.files.append(new AppendRecords(id, null, List.of(personal("A"), personal("B"))), Parties.OWNER);

        retention.erasePersonalData(UsageRecordId.of(id, 1), Parties.OWNER);
        world.files.process(id, ProgressListener.NONE, Parties.OWNER);

        assertThat(world.records(id)).extracting(each -> each.reported().note()).containsExactly(null, "called by Ada");
    }

    @Test
    void nothing_is_erased_while_the_file_is_worked_on() {
        UsageFileId id = world.ladder().id(UsageFileStatus.DRAFT);
        world.files.append(new AppendRecords(id, null, List.of(personal("A"))), Parties.OWNER);
        var refused = new ArrayList<Outcome<UsageRecord>>();
        world.watch.on(
                "reference.findSubscriptions",
                () -> refused.add(CompletableFuture.supplyAsync(
                                () -> Outcome.of(() -> retention.erasePersonalData(UsageRecordId.of(id, 1), HOST)))
                        .get(60, TimeUnit.SECONDS)));

        world.files.process(id, ProgressListener.NONE, Parties.OWNER);

        assertThat(refused)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(
                                each.failedWith(ActionRefusedException.class).reason())
                        .isEqualTo(RefusalReason.NOT_IN_STATUS));
        assertThat(world.records(id)).allMatch(UsageRecord::hasPersonalData);
    }

    @Test
    void a_record_that_is_closed_at_the_same_time_is_closed_and_without_it() throws Exception {
        for (int round = 0; round < 10; round++) {
            UsageFileId id = world.ladder()
                    .rows(personal("C-" + round), personal("D-" + round))
                    .id(UsageFileStatus.ACCEPTED);
            UsageRecordId record = UsageRecordId.of(id, 1);

            List<Outcome<UsageRecord>> both = Race.run(List.of(
                    () -> retention.erasePersonalData(record, Parties.OWNER),
                    () -> world.records.close(CloseRecord.of(record, "INV-1"), Parties.BUYER)));

            assertThat(both).allMatch(Outcome::isDone);
            UsageRecord now = world.records.record(record, HOST);
            assertThat(now.closing().billingId()).isEqualTo("INV-1");
            assertThat(now.hasPersonalData()).isFalse();
        }
    }
}
