package org.usageflow.verification.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.model.AccountId;
import org.usageflow.model.Actor;
import org.usageflow.model.CategoryId;
import org.usageflow.model.ContractId;
import org.usageflow.model.HubId;
import org.usageflow.model.ItemId;
import org.usageflow.model.ListingId;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.PartFileId;
import org.usageflow.model.Party;
import org.usageflow.model.ProductId;
import org.usageflow.model.ReconciliationFileId;
import org.usageflow.model.RecordKey;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.SubscriptionId;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.UserId;
import org.usageflow.model.Version;

class IdentifiersTest {

    private static final UsageFileId FILE = new UsageFileId("UF-2026-07-0001-0002");

    static Stream<Arguments> hostIds() {
        return Stream.<Function<String, Comparable<?>>>of(
                        AccountId::new,
                        CategoryId::new,
                        ContractId::new,
                        HubId::new,
                        ItemId::new,
                        ListingId::new,
                        MarketplaceId::new,
                        ProductId::new,
                        RecordKey::new,
                        SubscriptionId::new,
                        UserId::new)
                .map(each -> Arguments.of(each.apply("x").getClass().getSimpleName(), each));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostIds")
    void an_id_of_the_host_is_kept_as_given_but_for_nfc(String type, Function<String, Comparable<?>> make) {
        assertThat(make.apply(" A-1 ")).hasToString(" A-1 ");
        assertThat(make.apply("e\u0301")).isEqualTo(make.apply("\u00E9")).hasToString("\u00E9");
        assertThat(make.apply("x".repeat(255))).isNotNull();
        assertThat(make.apply("a")).isNotEqualTo(make.apply("A"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostIds")
    void blank_long_or_broken_text_is_no_id(String type, Function<String, Comparable<?>> make) {
        for (String text : List.of("", " ", "\u00A0", "x".repeat(256), "a\u0000", "a\nb\u0007", "\uD83D")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> make.apply(text))
                    .withMessageStartingWith(type);
        }
    }

    @Test
    void ids_are_ordered_by_their_text() {
        assertThat(Stream.of("b", "a", "C").map(RecordKey::new).sorted().map(RecordKey::value))
                .containsExactly("C", "a", "b");
        assertThat(new AccountId("a")).isLessThan(new AccountId("b"));
        assertThat(new CategoryId("a")).isLessThan(new CategoryId("b"));
        assertThat(new ContractId("a")).isLessThan(new ContractId("b"));
        assertThat(new HubId("a")).isLessThan(new HubId("b"));
        assertThat(new ItemId("a")).isLessThan(new ItemId("b"));
        assertThat(new ListingId("a")).isLessThan(new ListingId("b"));
        assertThat(new MarketplaceId("a")).isLessThan(new MarketplaceId("b"));
        assertThat(new ProductId("a")).isLessThan(new ProductId("b"));
        assertThat(new SubscriptionId("a")).isLessThan(new SubscriptionId("b"));
        assertThat(new UserId("a")).isLessThan(new UserId("b"));
        assertThat(FILE).isLessThan(new UsageFileId("UF-2026-07-0001-0003"));
    }

    @Nested
    class LibraryIds {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "UF-2026-07-0001",
                    "uf-2026-07-0001-0002",
                    "UF-2026-07-0001-00021",
                    " UF-2026-07-0001-0002",
                    "UF-2026-07-0001-000\u0662"
                })
        void a_file_id_of_another_shape_is_refused(String text) {
            assertThatIllegalArgumentException().isThrownBy(() -> new UsageFileId(text));
        }

        @Test
        void a_record_id_is_the_files_digits_and_a_running_number() {
            UsageRecordId first = UsageRecordId.of(FILE, 1);
            UsageRecordId last = UsageRecordId.of(FILE, 99_999_999);

            assertThat(first).hasToString("UR-2026-07-0001-0002-0000-0001").isLessThan(last);
            assertThat(last).hasToString("UR-2026-07-0001-0002-9999-9999");
            assertThat(first.file()).isEqualTo(FILE);
            assertThat(new UsageRecordId(first.value())).isEqualTo(first);
        }

        @ParameterizedTest
        @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 100_000_000})
        void a_running_number_has_eight_digits(int number) {
            assertThatIllegalArgumentException().isThrownBy(() -> UsageRecordId.of(FILE, number));
        }

        @Test
        void a_record_id_is_told_by_its_shape() {
            assertThat(UsageRecordId.isShaped("UR-2026-07-0001-0002-0000-0001")).isTrue();
            assertThat(UsageRecordId.isShaped("row-1")).isFalse();
            assertThatIllegalArgumentException().isThrownBy(() -> new UsageRecordId("row-1"));
        }

        @Test
        void part_and_reconciliation_ids_have_three_more_digits() {
            assertThat(new PartFileId("UFC-2026-07-0001-0002-001"))
                    .hasToString("UFC-2026-07-0001-0002-001")
                    .isLessThan(new PartFileId("UFC-2026-07-0001-0002-002"));
            assertThat(new ReconciliationFileId("RCF-2026-07-0001-0002-001"))
                    .hasToString("RCF-2026-07-0001-0002-001")
                    .isLessThan(new ReconciliationFileId("RCF-2026-07-0001-0002-002"));
            assertThatIllegalArgumentException().isThrownBy(() -> new PartFileId("UFC-2026-07-0001-0002-01"));
            assertThatIllegalArgumentException().isThrownBy(() -> new ReconciliationFileId("RCF-2026-07-0001-0002"));
        }
    }

    @Nested
    class Others {

        @Test
        void a_schema_code_is_kept_in_upper_case() {
            assertThat(new SchemaCode(" qt ")).isEqualTo(new SchemaCode("QT")).hasToString("QT");
            assertThat(new SchemaCode("CR")).isLessThan(new SchemaCode("QT"));
            assertThatIllegalArgumentException().isThrownBy(() -> new SchemaCode(""));
            assertThatIllegalArgumentException().isThrownBy(() -> new SchemaCode("a b"));
            assertThatIllegalArgumentException().isThrownBy(() -> new SchemaCode("x".repeat(17)));
        }

        @Test
        void versions_start_at_1_and_grow_by_1() {
            assertThat(Version.FIRST.next()).isEqualTo(new Version(2)).isGreaterThan(Version.FIRST);
            assertThatIllegalArgumentException().isThrownBy(() -> new Version(0));
        }

        @ParameterizedTest
        @ValueSource(strings = {"vendor:VA-674-253", "distributor:PA-080-719:u-17", "reseller:RE-1:u:17"})
        void an_actor_reads_back_to_the_same(String text) {
            assertThat(Actor.parse(text)).hasToString(text);
        }

        @Test
        void an_actor_has_a_role_and_an_account() {
            assertThat(Actor.parse("provider:PA-1")).isEqualTo(Actor.of(Party.DISTRIBUTOR, "PA-1"));
            assertThatIllegalArgumentException().isThrownBy(() -> Actor.parse("vendor"));
            assertThatIllegalArgumentException().isThrownBy(() -> Actor.parse("buyer:PA-1"));
            assertThatIllegalArgumentException().isThrownBy(() -> Actor.parse("vendor:"));
        }
    }
}
