package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.AccountId;
import org.usageflow.model.ChainParty;
import org.usageflow.model.Party;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.RecordKey;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.SalesChain;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.Tier;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.query.FileQuery;
import org.usageflow.query.RecordQuery;
import org.usageflow.query.RecordSort;
import org.usageflow.spi.store.ReadScope;
import org.usageflow.testkit.UsageFixtures;

/** Who reads what down the sales chain. Source: rules §4.1, §5. */
abstract class StoreChainRules extends StoreHistoryRules {

    static final AccountId STRANGER = new AccountId("TA-9-0009");
    static final RecordSubscription DIRECT = RecordSubscription.of(UsageFixtures.SUBSCRIPTION_DIRECT);

    final Optional<UsageFile> file(UsageFileId id, ReadScope reader) {
        return ask(session -> session.files().find(id, reader));
    }

    final List<UsageFile> files(ReadScope reader) {
        return ask(session -> session.files().list(FileQuery.ALL.limit(1_000), reader));
    }

    final List<UsageRecord> records(UsageFileId file, ReadScope reader) {
        return ask(session -> session.records().list(RecordQuery.of(file), reader));
    }

    /** The reader sees all of the file, or nothing. */
    final void assertSees(boolean whole, UsageFile file, ReadScope reader) {
        List<UsageRecord> all = all(file.id());
        List<UsageRecord> expected = whole && file.status() != UsageFileStatus.DELETED ? all : List.of();
        String what = file.status() + " as " + reader.role() + " " + reader.account();
        assertThat(file(file.id(), reader)).as(what).isEqualTo(whole ? Optional.of(file) : Optional.empty());
        assertThat(files(reader).contains(file)).as(what).isEqualTo(whole);
        assertThat(records(file.id(), reader)).as(what).isEqualTo(expected);
        assertThat(askCount(session -> session.records().count(RecordQuery.of(file.id()), reader)))
                .as(what)
                .isEqualTo(expected.size());
        assertThat(askFor(session -> session.records().find(all.get(0).id(), reader)))
                .as(what)
                .isEqualTo(expected.stream().findFirst());
    }

    /** Records of the chain of four and of the chain of two, in each status. */
    private UsageFile givenOfTwoChains(GivenFile given) {
        UsageFile file = given.build();
        var records = new ArrayList<UsageRecord>();
        int number = 1;
        for (RecordStatus status : RecordStatus.values()) {
            records.add(StoreFixtures.record(file.id(), number++).status(status).build());
            records.add(StoreFixtures.record(file.id(), number++)
                    .status(status)
                    .subscription(DIRECT)
                    .build());
        }
        records.add(StoreFixtures.record(file.id(), number).inError().build());
        return given(file, records);
    }

    @Test
    @DisplayName(
            "STORE-87 MUST: a reseller down the chain sees its own accepted and closed records, and of the file what is common")
    void records_of_a_chain_are_seen_by_its_resellers() {
        UsageFile file =
                givenOfTwoChains(StoreFixtures.file(1).externalId("EXT-1").status(UsageFileStatus.ACCEPTED));
        var own = new RecordCounts(Map.of(RecordStatus.ACCEPTED, 1L, RecordStatus.CLOSED, 1L));

        for (ReadScope reader : List.of(StoreFixtures.RESELLER_1, StoreFixtures.RESELLER_2)) {
            assertThat(records(F1, reader).stream().map(UsageRecord::status))
                    .containsExactly(RecordStatus.ACCEPTED, RecordStatus.CLOSED);
            assertThat(records(F1, reader)).noneMatch(each -> DIRECT.equals(each.subscription()));
            assertThat(file(F1, reader)).contains(reader.masked(file, own));
            assertThat(files(reader)).containsExactly(reader.masked(file, own));
            assertThat(askCount(session -> session.files().count(FileQuery.ALL, reader)))
                    .isEqualTo(1);
        }
    }

    @Test
    @DisplayName("STORE-88 MUST: a reseller down the chain sees accepted and closed files alone")
    void files_are_seen_down_the_chain_once_they_are_accepted() {
        int number = 1;
        for (UsageFileStatus status : UsageFileStatus.values()) {
            UsageFile file = givenOfTwoChains(StoreFixtures.file(number++).status(status));
            boolean seen = ReadScope.CHAIN_STATUSES.contains(status);

            assertThat(file(file.id(), StoreFixtures.RESELLER_1).isPresent())
                    .as("%s", status)
                    .isEqualTo(seen);
            assertThat(records(file.id(), StoreFixtures.RESELLER_1))
                    .as("%s", status)
                    .hasSize(seen ? 2 : 0);
        }
        assertThat(files(StoreFixtures.RESELLER_1)).hasSize(ReadScope.CHAIN_STATUSES.size());
    }

    @Test
    @DisplayName("STORE-89 MUST: a file does not exist for a reseller down the chain that sees no record of it")
    void files_without_a_record_of_the_reseller_do_not_exist() {
        UsageFile file = given(
                StoreFixtures.file(1).schema(UsageFixtures.TR).status(UsageFileStatus.ACCEPTED),
                StoreFixtures.record(F1, 1)
                        .tier(UsageFixtures.TIER_2)
                        .status(RecordStatus.ACCEPTED)
                        .build(),
                StoreFixtures.record(F1, 2).status(RecordStatus.PENDING).build(),
                StoreFixtures.record(F1, 3)
                        .subscription(DIRECT)
                        .status(RecordStatus.ACCEPTED)
                        .build());

        assertSees(false, file, StoreFixtures.RESELLER_1);
        assertThat(askCount(session -> session.files().count(FileQuery.ALL, StoreFixtures.RESELLER_1)))
                .isZero();
        assertThat(file(F1, StoreFixtures.RESELLER_2)).isPresent();
    }

    /** An accepted record of each tier that a row may name, and one that names none. */
    private void givenTiers(SchemaCode schema) {
        given(
                StoreFixtures.file(1).schema(schema).status(UsageFileStatus.CLOSED),
                StoreFixtures.record(F1, 1).status(RecordStatus.CLOSED).build(),
                StoreFixtures.record(F1, 2)
                        .tier(UsageFixtures.TIER_0)
                        .status(RecordStatus.CLOSED)
                        .build(),
                StoreFixtures.record(F1, 3)
                        .tier(UsageFixtures.TIER_1)
                        .status(RecordStatus.CLOSED)
                        .build(),
                StoreFixtures.record(F1, 4)
                        .tier(UsageFixtures.TIER_2)
                        .status(RecordStatus.CLOSED)
                        .build(),
                StoreFixtures.record(F1, 5)
                        .tier(UsageFixtures.TIER_3)
                        .status(RecordStatus.CLOSED)
                        .build());
    }

    private static boolean hasAmount(UsageRecord record) {
        return record.reported() != null && record.reported().amount() != null;
    }

    @Test
    @DisplayName("STORE-90 MUST: in TR a reseller sees the rows of its tier and below, with their amounts")
    void rows_of_tiers_are_seen_from_above() {
        givenTiers(UsageFixtures.TR);

        List<UsageRecord> first = records(F1, StoreFixtures.RESELLER_1);
        List<UsageRecord> second = records(F1, StoreFixtures.RESELLER_2);

        assertThat(numbers(first)).containsExactly(1, 2, 3);
        assertThat(numbers(first.stream().filter(StoreChainRules::hasAmount).toList()))
                .containsExactly(2, 3);
        assertThat(numbers(second)).containsExactly(1, 2, 3, 4);
        assertThat(numbers(second.stream().filter(StoreChainRules::hasAmount).toList()))
                .containsExactly(2, 3, 4);
    }

    @Test
    @DisplayName(
            "STORE-91 MUST: a reseller sees the customer's price of PR, and no amount of CR, nor of a schema it has no rule for")
    void amounts_are_masked_by_schema() {
        int number = 1;
        for (SchemaCode schema : List.of(UsageFixtures.PR, UsageFixtures.CR, new SchemaCode("X1"))) {
            UsageFileId id = StoreFixtures.fileId(number);
            given(
                    StoreFixtures.file(number++).schema(schema).status(UsageFileStatus.ACCEPTED),
                    StoreFixtures.record(id, 1).status(RecordStatus.ACCEPTED).build());
            boolean shown = schema.equals(UsageFixtures.PR);

            UsageRecord listed = records(id, StoreFixtures.RESELLER_1).get(0);
            Optional<UsageRecord> found =
                    ask(session -> session.records().find(UsageRecordId.of(id, 1), StoreFixtures.RESELLER_1));

            assertThat(hasAmount(listed)).as("%s", schema).isEqualTo(shown);
            assertThat(found).as("%s", schema).contains(listed);
            assertThat(records(id, StoreFixtures.BUYER)).as("%s", schema).allMatch(StoreChainRules::hasAmount);
        }
    }

    @Test
    @DisplayName("STORE-92 MUST: whatever is asked, each reader is shown what its scope says")
    void queries_of_each_reader_agree_with_its_scope() {
        UsageFile file = givenMixed();
        List<UsageRecord> kept = all(F1);
        var deep = new AccountId("TA-7-0007");
        List<ReadScope> readers = List.of(
                StoreFixtures.SYSTEM,
                StoreFixtures.VENDOR,
                StoreFixtures.BUYER,
                StoreFixtures.RESELLER_1,
                StoreFixtures.RESELLER_2,
                StoreFixtures.reader(Party.RESELLER, deep),
                StoreFixtures.reader(Party.RESELLER, UsageFixtures.CUSTOMER.id()),
                StoreFixtures.reader(Party.DISTRIBUTOR, UsageFixtures.RESELLER_1.id()),
                StoreFixtures.reader(Party.VENDOR, STRANGER),
                new ReadScope(Party.RESELLER, UsageFixtures.RESELLER_1.id(), Map.of()));

        for (ReadScope reader : readers) {
            for (RecordQuery query : queries()) {
                List<UsageRecord> expected = expected(query, kept, file, reader);
                String what = reader.role() + " " + reader.account() + " " + query;
                assertThat(askList(session -> session.records().list(query, reader)))
                        .as(what)
                        .isEqualTo(expected.stream().limit(query.limit()).toList());
                assertThat(askCount(session -> session.records().count(query, reader)))
                        .as(what)
                        .isEqualTo(expected.size());
            }
            for (UsageRecord each : kept) {
                assertThat(askFor(session -> session.records().find(each.id(), reader)))
                        .isEqualTo(reader.view(file, each));
            }
        }
    }

    private static List<RecordQuery> queries() {
        RecordQuery all = RecordQuery.of(F1);
        return List.of(
                all,
                all.turnedRound(),
                all.limit(7),
                all.in(RecordStatus.ACCEPTED),
                all.in(RecordStatus.PENDING, RecordStatus.CLOSED),
                all.ofHub(UsageFixtures.HUB),
                all.ofSubscription(UsageFixtures.SUBSCRIPTION.id()),
                all.ofKey(new RecordKey("R-17")));
    }

    private static List<UsageRecord> expected(
            RecordQuery query, List<UsageRecord> kept, UsageFile file, ReadScope reader) {
        var expected = new ArrayList<UsageRecord>();
        for (UsageRecord each : kept) {
            if (query.accepts(each)) {
                reader.view(file, each).ifPresent(expected::add);
            }
        }
        assertThat(query.sort()).isEqualTo(RecordSort.POSITION);
        if (query.descending()) {
            Collections.reverse(expected);
        }
        return expected;
    }

    /** Records of four chains, three statuses and all tiers, mixed. */
    private UsageFile givenMixed() {
        var deep = new ChainParty(new AccountId("TA-7-0007"), "Deep Resell");
        List<SalesChain> chains = List.of(
                UsageFixtures.CHAIN_OF_FOUR,
                UsageFixtures.CHAIN_OF_TWO,
                SalesChain.of(UsageFixtures.RESELLER_1, deep),
                SalesChain.of(UsageFixtures.CUSTOMER, UsageFixtures.RESELLER_1, deep, UsageFixtures.RESELLER_1));
        List<RecordStatus> statuses = List.of(RecordStatus.ACCEPTED, RecordStatus.CLOSED, RecordStatus.PENDING);
        var records = new ArrayList<UsageRecord>();
        for (int number = 1; number <= 60; number++) {
            RecordSubscription all = RecordSubscription.of(UsageFixtures.SUBSCRIPTION);
            var subscription = new RecordSubscription(
                    all.id(), null, null, null, number % 2 == 0 ? UsageFixtures.HUB : null, chains.get(number % 4));
            records.add(StoreFixtures.record(F1, number)
                    .subscription(subscription)
                    .status(statuses.get(number % 3))
                    .tier(number % 5 == 4 ? null : new Tier(number % 5))
                    .build());
        }
        return given(
                StoreFixtures.file(1)
                        .schema(UsageFixtures.TR)
                        .status(UsageFileStatus.ACCEPTED)
                        .build(),
                records);
    }

    @Test
    @DisplayName("STORE-93 MUST: what a reader down the chain sees follows each change")
    void sight_of_a_reseller_follows_changes() {
        UsageFile pending =
                given(StoreFixtures.file(1).status(UsageFileStatus.PENDING).build(), pendingRecords());
        assertSees(false, pending, StoreFixtures.RESELLER_1);

        change(session -> {
            session.files()
                    .update(pending.change().status(UsageFileStatus.ACCEPTED).build());
            session.records().move(F1, RecordStatus.PENDING, RecordStatus.ACCEPTED);
        });
        assertThat(numbers(records(F1, StoreFixtures.RESELLER_1))).containsExactly(1, 2);
        assertThat(file(F1, StoreFixtures.RESELLER_1).orElseThrow().counts().of(RecordStatus.ACCEPTED))
                .isEqualTo(2);

        changeRecords(
                F1,
                session -> session.records()
                        .update(StoreFixtures.record(F1, 2)
                                .status(RecordStatus.PENDING)
                                .build()
                                .withStatus(RecordStatus.ACCEPTED)
                                .withClosing(StoreFixtures.CLOSING)));
        assertThat(file(F1, StoreFixtures.RESELLER_1).orElseThrow().counts())
                .isEqualTo(new RecordCounts(Map.of(RecordStatus.ACCEPTED, 1L, RecordStatus.CLOSED, 1L)));
    }

    private static List<UsageRecord> pendingRecords() {
        var records = new ArrayList<UsageRecord>();
        for (int number = 1; number <= 3; number++) {
            GivenRecord record = StoreFixtures.record(F1, number).status(RecordStatus.PENDING);
            records.add((number == 3 ? record.subscription(DIRECT) : record).build());
        }
        return records;
    }
}
