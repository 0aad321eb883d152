package org.usageflow.verification.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.AccountId;
import org.usageflow.model.Actor;
import org.usageflow.model.ChainParty;
import org.usageflow.model.Environment;
import org.usageflow.model.FileDetails;
import org.usageflow.model.FileKind;
import org.usageflow.model.FileNotes;
import org.usageflow.model.Party;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.SalesChain;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.Tier;
import org.usageflow.model.Upload;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.Version;
import org.usageflow.schema.Visibility;
import org.usageflow.spi.store.ReadScope;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.store.GivenRecord;
import org.usageflow.testkit.store.StoreFixtures;

/** Rules §4.1, §5: who reads which files, records and amounts. */
class ReadScopeTest {

    private static final UsageFileId FILE = StoreFixtures.fileId(1);
    private static final AccountId STRANGER = new AccountId("TA-9-0009");

    private static UsageFile file(UsageFileStatus status, Environment environment, FileKind kind) {
        return StoreFixtures.file(1)
                .status(status)
                .environment(environment)
                .kind(kind)
                .build();
    }

    private static UsageFile production(UsageFileStatus status) {
        return file(status, Environment.PRODUCTION, FileKind.ACTUAL);
    }

    /** An accepted record of the chain of four. */
    private static GivenRecord accepted() {
        return StoreFixtures.record(FILE, 1).status(RecordStatus.ACCEPTED);
    }

    @Test
    void scope_of_an_actor_is_its_role_and_account() {
        Map<SchemaCode, Visibility> amounts = new HashMap<>(StoreFixtures.AMOUNTS);

        ReadScope scope = ReadScope.of(Actor.of(Party.RESELLER, "TA-1-0001"), amounts);
        amounts.clear();

        assertThat(scope).isEqualTo(StoreFixtures.RESELLER_1);
    }

    @Nested
    class WholeFiles {

        @ParameterizedTest
        @EnumSource
        void file_in_any_status_is_seen_by_its_vendor_and_the_system_alone(UsageFileStatus status) {
            for (Environment environment : Environment.values()) {
                for (FileKind kind : FileKind.values()) {
                    UsageFile file = file(status, environment, kind);

                    assertThat(StoreFixtures.SYSTEM.seesWhole(file)).isTrue();
                    assertThat(StoreFixtures.VENDOR.seesWhole(file)).isTrue();
                    assertThat(StoreFixtures.reader(Party.VENDOR, STRANGER).seesWhole(file))
                            .isFalse();
                    assertThat(StoreFixtures.RESELLER_1.seesWhole(file)).isFalse();
                }
            }
        }

        @ParameterizedTest
        @EnumSource
        void file_of_production_is_seen_by_its_buyer_from_pending_on(UsageFileStatus status) {
            boolean late = List.of("PENDING", "REJECTED", "ACCEPTED", "CLOSED").contains(status.name());

            for (Party role : List.of(Party.DISTRIBUTOR, Party.RESELLER)) {
                ReadScope buyer = StoreFixtures.reader(role, UsageFixtures.DISTRIBUTOR);
                assertThat(buyer.seesWhole(production(status))).isEqualTo(late);
                assertThat(buyer.seesWhole(file(status, Environment.PRODUCTION, FileKind.ESTIMATE)))
                        .isEqualTo(late);
                assertThat(buyer.seesWhole(file(status, Environment.PREVIEW, FileKind.ACTUAL)))
                        .isFalse();
                assertThat(buyer.seesParts(production(UsageFileStatus.ACCEPTED)))
                        .isFalse();
            }
        }

        @Test
        void account_in_another_role_sees_nothing() {
            UsageFile file = production(UsageFileStatus.ACCEPTED);

            assertThat(StoreFixtures.reader(Party.VENDOR, UsageFixtures.DISTRIBUTOR)
                            .seesWhole(file))
                    .isFalse();
            assertThat(StoreFixtures.reader(Party.DISTRIBUTOR, UsageFixtures.VENDOR)
                            .seesWhole(file))
                    .isFalse();
        }
    }

    @Nested
    class PartsOfFiles {

        @ParameterizedTest
        @EnumSource
        void file_is_seen_in_parts_once_it_is_accepted_and_counts(UsageFileStatus status) {
            boolean accepted = status == UsageFileStatus.ACCEPTED || status == UsageFileStatus.CLOSED;

            assertThat(StoreFixtures.RESELLER_1.seesParts(production(status))).isEqualTo(accepted);
            assertThat(StoreFixtures.RESELLER_1.seesParts(file(status, Environment.PREVIEW, FileKind.ACTUAL)))
                    .isFalse();
            assertThat(StoreFixtures.RESELLER_1.seesParts(file(status, Environment.PRODUCTION, FileKind.ESTIMATE)))
                    .isFalse();
        }

        @Test
        void file_is_seen_in_parts_by_resellers_alone() {
            UsageFile file = production(UsageFileStatus.ACCEPTED);

            assertThat(StoreFixtures.SYSTEM.seesParts(file)).isFalse();
            assertThat(StoreFixtures.VENDOR.seesParts(file)).isFalse();
            assertThat(StoreFixtures.BUYER.seesParts(file)).isFalse();
            assertThat(StoreFixtures.reader(Party.DISTRIBUTOR, UsageFixtures.RESELLER_1.id())
                            .seesParts(file))
                    .isFalse();
        }

        @Test
        void masked_file_shows_what_is_common_and_nothing_of_the_vendors_and_buyers_own() {
            FileDetails details = production(UsageFileStatus.ACCEPTED).details();
            var secret = new FileDetails(
                    details.name(),
                    "for the buyer",
                    "for the vendor",
                    "EXT-1",
                    details.product(),
                    details.contract(),
                    details.marketplace(),
                    details.vendor(),
                    details.buyer(),
                    details.schema(),
                    details.period(),
                    details.currency(),
                    details.environment(),
                    details.kind());
            UsageFile whole = production(UsageFileStatus.ACCEPTED)
                    .change()
                    .details(secret)
                    .counts(new RecordCounts(Map.of(RecordStatus.ACCEPTED, 1_000L)))
                    .upload(Upload.announced("ab".repeat(32), 10, null))
                    .notes(new FileNotes("well done", null, null))
                    .supersededBy(StoreFixtures.fileId(2))
                    .lastRecordNumber(1_000)
                    .build();
            var own = new RecordCounts(Map.of(RecordStatus.CLOSED, 2L));

            UsageFile masked = StoreFixtures.RESELLER_1.masked(whole, own);

            assertThat(masked.details()).isEqualTo(details);
            assertThat(masked.counts()).isEqualTo(own);
            assertThat(masked.id()).isEqualTo(whole.id());
            assertThat(masked.status()).isEqualTo(whole.status());
            assertThat(masked.createdAt()).isEqualTo(whole.createdAt());
            assertThat(masked.upload()).isNull();
            assertThat(masked.notes()).isEqualTo(FileNotes.NONE);
            assertThat(masked.supersededBy()).isNull();
            assertThat(masked.lastRecordNumber()).isZero();
            assertThat(masked.version()).isEqualTo(Version.FIRST);
            assertThat(masked.toString()).doesNotContain("for the", "EXT-1", "well done", "1000");
        }
    }

    @Nested
    class Records {

        @Test
        void record_of_a_deleted_file_is_seen_by_nobody() {
            UsageFile deleted = production(UsageFileStatus.DELETED);

            for (ReadScope reader : List.of(StoreFixtures.SYSTEM, StoreFixtures.VENDOR, StoreFixtures.BUYER)) {
                assertThat(reader.view(deleted, accepted().build())).isEmpty();
            }
        }

        @Test
        void record_is_seen_as_it_is_by_those_who_see_the_whole_file_retired_or_not() {
            UsageRecord record = accepted().successor(UsageRecordId.of(FILE, 9)).build();

            for (ReadScope reader : List.of(StoreFixtures.SYSTEM, StoreFixtures.VENDOR, StoreFixtures.BUYER)) {
                assertThat(reader.view(production(UsageFileStatus.CLOSED), record))
                        .containsSame(record);
            }
        }

        @ParameterizedTest
        @EnumSource
        void record_down_the_chain_is_seen_once_it_is_accepted_or_closed(RecordStatus status) {
            boolean shown = status == RecordStatus.ACCEPTED || status == RecordStatus.CLOSED;
            UsageRecord record = StoreFixtures.record(FILE, 1).status(status).build();

            assertThat(StoreFixtures.RESELLER_1
                            .view(production(UsageFileStatus.ACCEPTED), record)
                            .isPresent())
                    .isEqualTo(shown);
            assertThat(StoreFixtures.RESELLER_1.view(production(UsageFileStatus.PENDING), record))
                    .isEmpty();
        }

        @Test
        void record_of_another_chain_or_none_is_not_seen() {
            UsageFile file = production(UsageFileStatus.ACCEPTED);
            UsageRecord direct = accepted()
                    .subscription(RecordSubscription.of(UsageFixtures.SUBSCRIPTION_DIRECT))
                    .build();
            UsageRecord none = accepted().subscription(null).build();

            assertThat(StoreFixtures.RESELLER_1.view(file, direct)).isEmpty();
            assertThat(StoreFixtures.RESELLER_1.view(file, none)).isEmpty();
            assertThat(StoreFixtures.reader(Party.RESELLER, STRANGER)
                            .view(file, accepted().build()))
                    .isEmpty();
        }

        @Test
        void customer_is_no_reseller() {
            UsageFile file = production(UsageFileStatus.ACCEPTED);

            assertThat(StoreFixtures.reader(Party.RESELLER, UsageFixtures.CUSTOMER.id())
                            .view(file, accepted().build()))
                    .isEmpty();
        }

        @Test
        void account_that_stands_twice_in_a_chain_sees_from_its_higher_place() {
            ChainParty twice = UsageFixtures.RESELLER_1;
            SalesChain chain = SalesChain.of(UsageFixtures.CUSTOMER, twice, UsageFixtures.RESELLER_2, twice);
            RecordSubscription all = RecordSubscription.of(UsageFixtures.SUBSCRIPTION);
            UsageRecord record = accepted()
                    .subscription(new RecordSubscription(all.id(), null, null, null, null, chain))
                    .tier(UsageFixtures.TIER_3)
                    .build();
            UsageFile file = StoreFixtures.file(1)
                    .schema(UsageFixtures.TR)
                    .status(UsageFileStatus.ACCEPTED)
                    .build();

            assertThat(StoreFixtures.RESELLER_1.view(file, record)).contains(record);
            assertThat(StoreFixtures.RESELLER_2.view(file, record)).isEmpty();
        }
    }

    @Nested
    class Amounts {

        private static boolean showsAmount(ReadScope reader, String schema, Tier tier) {
            UsageFile file = StoreFixtures.file(1)
                    .schema(new SchemaCode(schema))
                    .status(UsageFileStatus.ACCEPTED)
                    .build();
            UsageRecord record = accepted().tier(tier).build();
            UsageRecord seen = reader.view(file, record).orElseThrow();
            boolean shown = seen.reported().amount() != null;
            assertThat(seen).isEqualTo(shown ? record : record.withoutAmount());
            return shown;
        }

        @ParameterizedTest
        @CsvSource({"PR, true", "CR, false", "QT, false", "X1, false"})
        void amount_is_seen_down_the_chain_as_the_schema_says(String schema, boolean shown) {
            assertThat(showsAmount(StoreFixtures.RESELLER_1, schema, null)).isEqualTo(shown);
            assertThat(showsAmount(StoreFixtures.RESELLER_2, schema, null)).isEqualTo(shown);
        }

        @Test
        void amount_of_a_tier_is_seen_from_that_tier_and_above() {
            assertThat(showsAmount(StoreFixtures.RESELLER_1, "TR", UsageFixtures.TIER_0))
                    .isTrue();
            assertThat(showsAmount(StoreFixtures.RESELLER_1, "TR", UsageFixtures.TIER_1))
                    .isTrue();
            assertThat(showsAmount(StoreFixtures.RESELLER_2, "TR", UsageFixtures.TIER_2))
                    .isTrue();
            assertThat(showsAmount(StoreFixtures.RESELLER_2, "TR", null)).isFalse();
        }

        @Test
        void row_of_a_tier_above_is_not_seen_at_all() {
            UsageFile file = StoreFixtures.file(1)
                    .schema(UsageFixtures.TR)
                    .status(UsageFileStatus.ACCEPTED)
                    .build();
            UsageRecord record = accepted().tier(UsageFixtures.TIER_2).build();

            assertThat(StoreFixtures.RESELLER_1.view(file, record)).isEmpty();
            assertThat(StoreFixtures.RESELLER_2.view(file, record)).contains(record);
        }
    }
}
