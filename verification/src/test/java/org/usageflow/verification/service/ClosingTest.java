package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.command.CloseRecord;
import org.usageflow.core.CloseResult;
import org.usageflow.core.CloseResult.Outcome;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.error.InvalidCommandException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.RefusalReason;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.EventAction;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.Version;

/** Closing one record and many, and correcting how one was closed (rules §8). */
class ClosingTest {

    @TempDir
    Path directory;

    private DeskWorld world;
    private UsageFileId id;
    private List<UsageRecordId> ids;

    @BeforeEach
    void wire() {
        world = DeskWorld.in(directory);
        id = world.ladder().rows(world.rows.all("A", "B", "C")).id(UsageFileStatus.ACCEPTED);
        ids = world.records(id).stream().map(UsageRecord::id).toList();
    }

    private List<EventAction> actions() {
        return world.history(id).stream().map(UsageEvent::action).toList();
    }

    @Test
    void closing_again_with_another_billing_id_corrects_it_and_is_audited() {
        world.records.close(CloseRecord.of(ids.get(0), "INV-1"), Parties.BUYER);
        world.clock.advance(Duration.ofDays(40));

        UsageRecord corrected =
                world.records.close(new CloseRecord(ids.get(0), null, "INV-2", "a slip"), Parties.BUYER);

        assertThat(corrected.closing().billingId()).isEqualTo("INV-2");
        assertThat(corrected.closing().note()).isEqualTo("a slip");
        assertThat(corrected.closing().at()).isEqualTo(world.clock.instant());
        assertThat(actions()).endsWith(EventAction.CLOSE_RECORDS, EventAction.CORRECT_BILLING);
        assertThat(world.history(id).get(world.history(id).size() - 1).record()).isEqualTo(ids.get(0));
        assertThat(world.file(id).counts().of(RecordStatus.CLOSED)).isEqualTo(1);
    }

    @Test
    void closing_again_with_the_same_billing_id_and_note_changes_nothing() {
        UsageRecord first = world.records.close(CloseRecord.of(ids.get(0), "INV-1"), Parties.BUYER);
        UsageFile file = world.file(id);
        List<UsageEvent> history = world.history(id);

        UsageRecord again = world.records.close(CloseRecord.of(ids.get(0), "INV-1"), Parties.BUYER);

        assertThat(again).isEqualTo(first);
        assertThat(world.file(id)).isEqualTo(file);
        assertThat(world.history(id)).isEqualTo(history);
    }

    @Test
    void a_record_of_a_closed_file_may_be_corrected() {
        world.files.close(id, "INV-ALL", Parties.BUYER);

        world.records.close(CloseRecord.of(ids.get(1), "INV-OWN"), Parties.BUYER);

        assertThat(world.records.record(ids.get(1), Parties.BUYER).closing().billingId())
                .isEqualTo("INV-OWN");
        assertThat(world.file(id).status()).isEqualTo(UsageFileStatus.CLOSED);
        assertThat(actions()).endsWith(EventAction.CORRECT_BILLING);
    }

    @Test
    void what_another_party_closed_is_not_corrected() {
        world.files.close(id, "INV-ALL", Parties.SYSTEM);

        assertThatThrownBy(() -> world.records.close(CloseRecord.of(ids.get(0), "INV-2"), Parties.BUYER))
                .isInstanceOfSatisfying(
                        ActionRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.CLOSED_BY_ANOTHER));
        assertThat(world.records.record(ids.get(0), Parties.BUYER).closing().billingId())
                .isEqualTo("INV-ALL");
    }

    @Test
    void many_records_are_closed_each_for_itself() {
        world.records.close(CloseRecord.of(ids.get(0), "INV-1"), Parties.BUYER);
        UsageFile other = world.ladder().at(UsageFileStatus.PENDING);
        UsageRecordId pending = world.records(other.id()).get(0).id();
        UsageRecordId absent = UsageRecordId.of(id, 99);

        List<CloseResult> results = world.records.closeAll(
                List.of(
                        CloseRecord.of(ids.get(0), "INV-1"),
                        CloseRecord.of(pending, "INV-1"),
                        CloseRecord.of(absent, "INV-1"),
                        CloseRecord.of(ids.get(1), " "),
                        new CloseRecord(ids.get(1), new Version(77), "INV-1", null),
                        CloseRecord.of(ids.get(1), "INV-2"),
                        CloseRecord.of(ids.get(0), "INV-3")),
                Parties.BUYER);

        assertThat(results)
                .extracting(CloseResult::outcome)
                .containsExactly(
                        Outcome.UNCHANGED,
                        Outcome.REFUSED,
                        Outcome.REFUSED,
                        Outcome.REFUSED,
                        Outcome.REFUSED,
                        Outcome.CLOSED,
                        Outcome.CORRECTED);
        assertThat(results)
                .extracting(CloseResult::code)
                .containsExactly(null, "NOT_IN_STATUS", "NOT_FOUND", "INVALID_COMMAND", "STALE_VERSION", null, null);
        assertThat(results)
                .extracting(CloseResult::record)
                .containsExactly(ids.get(0), pending, absent, ids.get(1), ids.get(1), ids.get(1), ids.get(0));
        assertThat(world.file(id).counts().of(RecordStatus.CLOSED)).isEqualTo(2);
        assertThat(world.file(id).status()).isEqualTo(UsageFileStatus.ACCEPTED);
        assertThat(world.file(other.id())).isEqualTo(other);
    }

    @Test
    void one_record_twice_in_a_call_is_closed_and_then_corrected() {
        List<CloseResult> results = world.records.closeAll(
                List.of(CloseRecord.of(ids.get(0), "INV-1"), CloseRecord.of(ids.get(0), "INV-2")), Parties.BUYER);

        assertThat(results).extracting(CloseResult::outcome).containsExactly(Outcome.CLOSED, Outcome.CORRECTED);
        UsageRecord record = world.records.record(ids.get(0), Parties.BUYER);
        assertThat(record.closing().billingId()).isEqualTo("INV-2");
        assertThat(world.file(id).counts().of(RecordStatus.CLOSED)).isEqualTo(1);
        assertThat(world.file(id).counts().of(RecordStatus.ACCEPTED)).isEqualTo(2);
    }

    @Test
    void the_last_of_many_closes_the_file_over_several_batches() {
        UsageFileId big = world.ladder()
                .rows(IntStream.range(0, 2_300)
                        .mapToObj(i -> world.rows.good("R-" + i))
                        .toList())
                .id(UsageFileStatus.ACCEPTED);
        List<CloseRecord> commands = new ArrayList<>();
        world.records(big).forEach(each -> commands.add(CloseRecord.of(each.id(), "INV-" + each.position())));

        List<CloseResult> results = world.records.closeAll(commands, Parties.BUYER);

        assertThat(results).hasSize(2_300).extracting(CloseResult::outcome).containsOnly(Outcome.CLOSED);
        assertThat(world.file(big).status()).isEqualTo(UsageFileStatus.CLOSED);
        assertThat(world.file(big).counts().of(RecordStatus.CLOSED)).isEqualTo(2_300);
        assertThat(world.records(big))
                .allSatisfy(each -> assertThat(each.closing().billingId()).isEqualTo("INV-" + each.position()));
    }

    @Test
    void a_command_that_names_no_record_fails_as_a_whole() {
        List<CloseRecord> commands =
                List.of(CloseRecord.of(ids.get(0), "INV-1"), new CloseRecord(null, null, "INV-1", null));

        assertThatThrownBy(() -> world.records.closeAll(commands, Parties.BUYER))
                .isInstanceOf(InvalidCommandException.class);
        assertThat(world.file(id).counts().of(RecordStatus.CLOSED)).isZero();
    }
}
