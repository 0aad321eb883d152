package org.usageflow.verification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.usageflow.command.CloseRecord;
import org.usageflow.error.NotFoundException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.EventAction;
import org.usageflow.model.FileNotes;
import org.usageflow.model.Party;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.Tier;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.policy.AcceptancePolicy;
import org.usageflow.policy.Policies;
import org.usageflow.query.RecordQuery;
import org.usageflow.testkit.UsageFixtures;

/** What each party sees of a file and its records (rules §5). Who sees the file at all is in {@link RefusedActionsTest}, lists are in {@link ListsTest}. */
class VisibilityTest {

    private static final Actor CUSTOMER =
            Actor.of(Party.RESELLER, UsageFixtures.CUSTOMER.id().value());

    @TempDir
    Path directory;

    private DeskWorld world;

    private UsageFileId mixed(UsageFileStatus status) {
        world = DeskWorld.in(directory);
        return world.ladder()
                .command(Ladder.july("July").withTexts("what it is", "between us"))
                .rows(
                        world.rows.good("THROUGH-1"),
                        world.rows.of(
                                "DIRECT", UsageFixtures.SUBSCRIPTION_DIRECT.id().value()),
                        world.rows.good("THROUGH-2"))
                .id(status);
    }

    private List<String> keys(UsageFileId id, Actor actor) {
        return world.records.list(RecordQuery.of(id), actor).items().stream()
                .map(each -> each.key().value())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = UsageFileStatus.class,
            names = {"ACCEPTED", "CLOSED"})
    void a_reseller_down_the_chain_sees_the_records_of_its_own_subscriptions(UsageFileStatus status) {
        UsageFileId id = mixed(status);

        List<String> own = keys(id, Parties.LOWER_RESELLER);

        assertThat(own).containsExactly("THROUGH-1", "THROUGH-2");
        assertThat(keys(id, Parties.UPPER_RESELLER)).isEqualTo(own);
        assertThat(keys(id, Parties.BUYER)).containsExactly("THROUGH-1", "DIRECT", "THROUGH-2");
        assertThat(keys(id, Parties.OWNER)).containsExactly("THROUGH-1", "DIRECT", "THROUGH-2");
        assertThatThrownBy(() -> keys(id, Parties.STRANGE_RESELLER)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> keys(id, CUSTOMER)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_reseller_down_the_chain_sees_of_the_file_what_is_not_between_vendor_and_buyer() {
        UsageFileId id = mixed(UsageFileStatus.PENDING);
        world.files.accept(id, "between us too", Parties.BUYER);

        UsageFile seen = world.files.file(id, Parties.LOWER_RESELLER);

        assertThat(seen.status()).isEqualTo(UsageFileStatus.ACCEPTED);
        assertThat(seen.counts()).isEqualTo(RecordCounts.NONE.moved(2, null, RecordStatus.ACCEPTED));
        assertThat(seen.details().note()).isNull();
        assertThat(seen.details().description()).isNull();
        assertThat(seen.notes()).isEqualTo(FileNotes.NONE);
        assertThat(seen.upload()).isNull();
        assertThat(seen.toString()).doesNotContain("between us", "what it is");
        assertThat(world.files.file(id, Parties.BUYER)).isEqualTo(world.file(id));
    }

    /** Neither the buyer's other rows nor what becomes of them may show: two worlds that are equal in what the reseller may see look the same to it. */
    @Test
    void what_becomes_of_other_records_does_not_show_to_a_reseller() {
        UsageFileId id = mixed(UsageFileStatus.ACCEPTED);
        UsageFile before = world.files.file(id, Parties.LOWER_RESELLER);
        List<UsageRecord> records =
                world.records.list(RecordQuery.of(id), Parties.LOWER_RESELLER).items();
        List<UsageEvent> history = world.files.history(id, Parties.LOWER_RESELLER);

        world.records.close(CloseRecord.of(world.records(id).get(1).id(), "INV-1"), Parties.BUYER);

        assertThat(world.files.file(id, Parties.LOWER_RESELLER)).isEqualTo(before);
        assertThat(world.records
                        .list(RecordQuery.of(id), Parties.LOWER_RESELLER)
                        .items())
                .isEqualTo(records);
        assertThat(world.files.history(id, Parties.LOWER_RESELLER)).isEqualTo(history);
    }

    @ParameterizedTest(name = "{0}: tier 1 {1}, tier 2 {2}")
    @CsvSource({"PR, true, true", "CR, false, false", "QT, false, false"})
    void reported_amounts_are_masked_by_the_sales_chain(String schema, boolean tier1, boolean tier2) {
        world = DeskWorld.setup(directory).schema(new SchemaCode(schema)).build();
        UsageFileId id = world.ladder().rows(world.rows.good("A")).id(UsageFileStatus.ACCEPTED);
        ReportedRecord whole = world.records(id).get(0).reported();

        assertThat(reported(id, Parties.LOWER_RESELLER)).isEqualTo(tier1 ? whole : whole.withoutAmount());
        assertThat(reported(id, Parties.UPPER_RESELLER)).isEqualTo(tier2 ? whole : whole.withoutAmount());
        assertThat(reported(id, Parties.BUYER)).isEqualTo(whole);
        assertThat(reported(id, Parties.OWNER)).isEqualTo(whole);
    }

    /** Listed and looked up alike. */
    private ReportedRecord reported(UsageFileId id, Actor actor) {
        UsageRecord listed =
                world.records.list(RecordQuery.of(id), actor).items().get(0);
        assertThat(world.records.record(listed.id(), actor)).isEqualTo(listed);
        return listed.reported();
    }

    @Test
    void of_tr_each_tier_sees_the_rows_of_its_own_tier_and_below() {
        world = DeskWorld.setup(directory).schema(UsageFixtures.TR).build();
        List<ReportedRecord> tiers = new ArrayList<>();
        for (int tier = 0; tier <= 3; tier++) {
            tiers.add(UsageFixtures.record("TIER-" + tier)
                    .tier(new Tier(tier))
                    .amount(BigDecimal.valueOf(100 - 10L * tier))
                    .build());
        }
        UsageFileId id = world.ladder().rows(tiers).id(UsageFileStatus.ACCEPTED);

        List<UsageRecord> lower =
                world.records.list(RecordQuery.of(id), Parties.LOWER_RESELLER).items();
        List<UsageRecord> upper =
                world.records.list(RecordQuery.of(id), Parties.UPPER_RESELLER).items();

        assertThat(lower).extracting(UsageRecord::reported).isEqualTo(tiers.subList(0, 2));
        assertThat(upper).extracting(UsageRecord::reported).isEqualTo(tiers.subList(0, 3));
        assertThat(keys(id, Parties.BUYER)).hasSize(4);
        assertThat(world.files.file(id, Parties.LOWER_RESELLER).counts().total())
                .isEqualTo(2);
    }

    @Test
    void a_record_that_is_closed_is_shown_down_the_chain_with_what_the_buyer_did() {
        UsageFileId id = mixed(UsageFileStatus.CLOSED);

        UsageRecord seen = world.records
                .list(RecordQuery.of(id), Parties.LOWER_RESELLER)
                .items()
                .get(0);

        assertThat(seen.status()).isEqualTo(RecordStatus.CLOSED);
    }

    private static List<EventAction> actions(List<UsageEvent> events) {
        return events.stream().map(UsageEvent::action).toList();
    }

    @Test
    void the_history_begins_where_a_party_comes_to_see_the_file() {
        UsageFileId id = mixed(UsageFileStatus.PENDING);
        world.files.reject(id, "one is missing", Parties.BUYER);
        world.files.upload(id, world.rows.upload(world.rows.good("AGAIN")), Parties.OWNER);
        world.files.submit(id, Parties.OWNER);
        world.files.accept(id, "as agreed", Parties.BUYER);

        List<UsageEvent> buyers = world.files.history(id, Parties.BUYER);
        List<UsageEvent> resellers = world.files.history(id, Parties.LOWER_RESELLER);

        assertThat(moves(world.files.history(id, Parties.OWNER))).isEqualTo(moves(world.history(id)));
        assertThat(actions(moves(buyers)))
                .containsExactly(EventAction.SUBMIT, EventAction.REJECT, EventAction.SUBMIT, EventAction.ACCEPT);
        assertThat(actions(resellers)).containsExactly(EventAction.ACCEPT);
        assertThat(resellers.get(0).note()).isNull();
        assertThat(buyers).extracting(UsageEvent::number).isEqualTo(numbers(buyers.size()));
        assertThat(resellers).extracting(UsageEvent::number).isEqualTo(numbers(1));
        assertThat(buyers.get(1).note()).isEqualTo("one is missing");
    }

    private static List<UsageEvent> moves(List<UsageEvent> events) {
        return events.stream().filter(each -> each.from() != each.to()).toList();
    }

    private static List<Long> numbers(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    /** The versions and numbers that a reseller is given must not tell how often others did something. */
    @Test
    void the_history_of_a_reseller_does_not_tell_of_what_it_does_not_see() {
        UsageFileId quick = mixed(UsageFileStatus.ACCEPTED);
        List<UsageEvent> ofQuick = world.files.history(quick, Parties.LOWER_RESELLER);
        UsageFileId slow = world.ladder().id(UsageFileStatus.REJECTED);
        world.files.upload(slow, world.rows.upload(world.rows.good("SLOW")), Parties.OWNER);
        world.files.submit(slow, Parties.OWNER);
        world.files.accept(slow, null, Parties.BUYER);

        List<UsageEvent> ofSlow = world.files.history(slow, Parties.LOWER_RESELLER);

        assertThat(ofSlow)
                .extracting(each -> each.toString().replace(slow.value(), ""))
                .isEqualTo(ofQuick.stream()
                        .map(each -> each.toString().replace(quick.value(), ""))
                        .toList());
    }

    @Test
    void problems_are_for_vendor_and_buyer() {
        world = DeskWorld.setup(directory)
                .policies(Policies.DEFAULTS.with(AcceptancePolicy.PARTIAL))
                .problemLimit(1)
                .build();
        UsageFileId id = world.ladder()
                .rows(world.rows.good("A"), world.rows.wrong("B"), world.rows.wrong("C"))
                .id(UsageFileStatus.ACCEPTED);

        assertThat(world.files.problems(id, null, 10, Parties.OWNER).items()).hasSize(2);
        assertThat(world.files.problems(id, null, 10, Parties.BUYER).items()).hasSize(2);
        assertThat(world.files.problems(id, null, 10, Parties.LOWER_RESELLER).items())
                .isEmpty();
        assertThat(world.files.report(id, Parties.BUYER).problemCount()).isEqualTo(2);
        assertThat(world.files.report(id, Parties.BUYER).problems()).hasSize(1);
        assertThat(world.files.report(id, Parties.LOWER_RESELLER).problemCount())
                .isZero();
        assertThat(world.files.report(id, Parties.LOWER_RESELLER).rows().read()).isZero();
    }
}
