package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.usageflow.command.CreateFile;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Environment;
import org.usageflow.model.EventAction;
import org.usageflow.model.FileKind;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.policy.AcceptancePolicy;
import org.usageflow.policy.Policies;
import org.usageflow.policy.RecordIdReuse;
import org.usageflow.query.RecordQuery;
import org.usageflow.testkit.UsageFixtures;

/** A suspended row is recycled, corrected, into a later file of the same product and contract, once and only once (rules §4.2). */
class RecyclingTest {

    @TempDir
    Path directory;

    private DeskWorld world;
    private UsageFileId former;
    private UsageRecordId suspended;

    @BeforeEach
    void wire() {
        wire(Policies.DEFAULTS.with(AcceptancePolicy.PARTIAL));
    }

    /** The former file's row S is suspended. */
    private void wire(Policies policies) {
        world = DeskWorld.setup(directory).policies(policies).build();
        former =
                world.ladder().rows(world.rows.good("A"), world.rows.wrong("S")).id(UsageFileStatus.ACCEPTED);
        suspended = world.records(former).get(1).id();
    }

    private UsageRecord suspended() {
        return world.records.record(suspended, Parties.OWNER);
    }

    private void isSuspendedStill() {
        assertThat(suspended().isRetired()).isFalse();
        assertThat(suspended().status()).isEqualTo(RecordStatus.SUSPENDED);
        assertThat(world.file(former).counts().of(RecordStatus.SUSPENDED)).isEqualTo(1);
    }

    @Test
    void a_suspended_row_is_retired_when_a_later_file_with_it_is_accepted() {
        UsageFileId later = world.ladder().rows(world.rows.good("S")).id(UsageFileStatus.PENDING);
        isSuspendedStill();

        world.files.accept(later, null, Parties.BUYER);

        UsageRecord successor = world.records(later).get(0);
        assertThat(suspended().successor()).isEqualTo(successor.id());
        assertThat(successor.id()).isNotEqualTo(suspended);
        assertThat(world.records(former)).extracting(UsageRecord::id).doesNotContain(suspended);
        assertThat(world.records
                        .list(RecordQuery.of(former).withCount(), Parties.BUYER)
                        .total())
                .isEqualTo(1);
        UsageFile file = world.file(former);
        assertThat(file.counts().of(RecordStatus.SUSPENDED)).isZero();
        assertThat(file.counts().total()).isEqualTo(1);
        UsageEvent event = world.history(former).get(world.history(former).size() - 1);
        assertThat(event.action()).isEqualTo(EventAction.RECYCLE);
        assertThat(event.record()).isEqualTo(suspended);
        assertThat(event.note()).isEqualTo(successor.id().value());
        assertThat(event.by()).isEqualTo(Parties.BUYER);
    }

    @Test
    void a_suspended_row_of_a_closed_file_is_recycled_too() {
        world.files.close(former, "INV-1", Parties.BUYER);

        UsageFileId later = world.ladder().rows(world.rows.good("S")).id(UsageFileStatus.ACCEPTED);

        assertThat(suspended().successor())
                .isEqualTo(world.records(later).get(0).id());
        assertThat(world.file(former).status()).isEqualTo(UsageFileStatus.CLOSED);
    }

    @ParameterizedTest(name = "where the later file is {0}")
    @EnumSource(
            value = UsageFileStatus.class,
            names = {"READY", "PENDING", "REJECTED", "DELETED"})
    void a_suspended_row_waits_until_the_later_file_is_accepted(UsageFileStatus status) {
        world.ladder().rows(world.rows.good("S")).at(status);

        isSuspendedStill();
    }

    @Test
    void a_row_that_is_in_error_again_recycles_nothing_and_is_suspended_itself() {
        UsageFileId later =
                world.ladder().rows(world.rows.good("B"), world.rows.wrong("S")).id(UsageFileStatus.ACCEPTED);

        isSuspendedStill();
        assertThat(world.records(later))
                .extracting(UsageRecord::status)
                .containsExactly(RecordStatus.ACCEPTED, RecordStatus.SUSPENDED);
    }

    @Test
    void rows_of_one_id_that_are_suspended_in_several_files_are_all_recycled_into_one() {
        UsageFileId second =
                world.ladder().rows(world.rows.good("B"), world.rows.wrong("S")).id(UsageFileStatus.ACCEPTED);
        UsageRecordId again = world.records(second).get(1).id();

        UsageFileId later = world.ladder().rows(world.rows.good("S")).id(UsageFileStatus.ACCEPTED);

        UsageRecordId successor = world.records(later).get(0).id();
        assertThat(suspended().successor()).isEqualTo(successor);
        assertThat(world.records.record(again, Parties.OWNER).successor()).isEqualTo(successor);
    }

    @Test
    void a_row_that_was_recycled_is_not_recycled_again() {
        wire(Policies.DEFAULTS.with(AcceptancePolicy.PARTIAL).with(RecordIdReuse.ALLOW));
        world.ladder().rows(world.rows.good("S")).at(UsageFileStatus.ACCEPTED);
        UsageRecord recycled = suspended();
        List<UsageEvent> history = world.history(former);

        world.ladder().rows(world.rows.good("S")).at(UsageFileStatus.ACCEPTED);

        assertThat(suspended()).isEqualTo(recycled);
        assertThat(world.history(former)).isEqualTo(history);
    }

    @Test
    void a_row_that_was_recycled_leaves_its_id_to_its_successor() {
        world.ladder().rows(world.rows.good("S")).at(UsageFileStatus.ACCEPTED);

        UsageFileId third = world.ladder().id(UsageFileStatus.DRAFT);
        world.files.upload(third, world.rows.upload(world.rows.good("B"), world.rows.good("S")), Parties.OWNER);

        assertThat(world.records(third))
                .extracting(UsageRecord::status)
                .containsExactly(RecordStatus.VALIDATED, RecordStatus.SUSPENDED);
    }

    @Test
    void another_contract_recycles_nothing() {
        CreateFile resale = CreateFile.of(
                "Resale", UsageFixtures.PRODUCT, Parties.RESALE, UsageFixtures.MARKETPLACE, UsageFixtures.PERIOD_JULY);

        world.ladder()
                .command(resale)
                .buyer(Parties.BUYING_RESELLER)
                .rows(world.rows.of("S", Parties.RESOLD.id().value()))
                .at(UsageFileStatus.ACCEPTED);

        isSuspendedStill();
    }

    @Test
    void a_preview_recycles_nothing() {
        world.ladder()
                .command(Ladder.july("Preview").in(Environment.PREVIEW))
                .rows(world.rows.good("S"))
                .at(UsageFileStatus.ACCEPTED);

        isSuspendedStill();
    }

    @Test
    void an_estimate_recycles_nothing() {
        world.ladder()
                .command(Ladder.july("Estimate").as(FileKind.ESTIMATE))
                .rows(world.rows.good("S"))
                .at(UsageFileStatus.ACCEPTED);

        isSuspendedStill();
    }

    @Test
    void many_rows_are_recycled_each_into_its_own() {
        List<String> keys = IntStream.range(0, 2_100).mapToObj(i -> "M-" + i).toList();
        UsageFileId first = world.ladder()
                .rows(keys.stream().map(world.rows::wrong).toList())
                .id(UsageFileStatus.ACCEPTED);
        List<UsageRecordId> before =
                world.records(first).stream().map(UsageRecord::id).toList();

        UsageFileId later = world.ladder()
                .rows(keys.stream().map(world.rows::good).toList())
                .id(UsageFileStatus.ACCEPTED);

        assertThat(before)
                .extracting(id -> world.records.record(id, Parties.OWNER).successor())
                .isEqualTo(world.records(later).stream().map(UsageRecord::id).toList());
        assertThat(world.records(first)).isEmpty();
        assertThat(world.file(first).counts().total()).isZero();
        assertThat(world.history(first).stream()
                        .filter(each -> each.action() == EventAction.RECYCLE)
                        .count())
                .isEqualTo(2_100);
    }

    @RepeatedTest(20)
    void of_two_files_that_are_accepted_at_a_time_one_recycles_the_row_and_both_are_accepted() {
        wire(Policies.DEFAULTS.with(AcceptancePolicy.PARTIAL).with(RecordIdReuse.ALLOW));
        UsageFileId one = world.ladder().rows(world.rows.good("S")).id(UsageFileStatus.PENDING);
        UsageFileId other = world.ladder().rows(world.rows.good("S")).id(UsageFileStatus.PENDING);
        // Both have found the suspended row when the first one changes its file
        world.watch.on("files.update", Race.meeting(2));

        List<Outcome<UsageFile>> outcomes = assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> Race.run(List.of(
                        () -> world.files.accept(one, null, Parties.BUYER),
                        () -> world.files.accept(other, null, Parties.BUYER))));

        assertThat(outcomes).allMatch(Outcome::isDone);
        assertThat(world.history(former))
                .filteredOn(each -> each.action() == EventAction.RECYCLE)
                .hasSize(1);
        assertThat(suspended().successor())
                .isIn(
                        world.records(one).get(0).id(),
                        world.records(other).get(0).id());
        assertThat(world.file(former).counts().of(RecordStatus.SUSPENDED)).isZero();
    }
}
