package org.usageflow.verification.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.model.BillingPeriod;
import org.usageflow.model.Capabilities;
import org.usageflow.model.Item;
import org.usageflow.model.ItemCriterion;
import org.usageflow.model.ItemId;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.ItemType;
import org.usageflow.model.Party;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.SubscriptionCriterion;
import org.usageflow.model.SubscriptionSearch;

/** The words of files, read and written. */
class VocabularyTest {

    @Nested
    class Precisions {

        @ParameterizedTest
        @CsvSource({
            "integer, INTEGER",
            "Integer, INTEGER",
            "decimal(1), DECIMAL_1",
            "decimal(2), DECIMAL_2",
            "DECIMAL(4), DECIMAL_4",
            "Decimal(8), DECIMAL_8",
            "decimal_8, DECIMAL_8",
            "Decimal_1, DECIMAL_1",
            "'  decimal(2) ', DECIMAL_2"
        })
        void spelling_is_read(String text, ItemPrecision expected) {
            assertThat(ItemPrecision.parse(text)).contains(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "decimal", "decimal(0)", "decimal(3)", "decimal_0", "decimal 8", "int", "8"})
        void anything_else_is_not(String text) {
            assertThat(ItemPrecision.parse(text)).isEmpty();
        }

        @ParameterizedTest
        @EnumSource
        void written_spelling_reads_back(ItemPrecision precision) {
            assertThat(ItemPrecision.parse(precision.code())).contains(precision);
        }

        @Test
        void decimals_are_0_1_2_4_and_8() {
            assertThat(Arrays.stream(ItemPrecision.values()).map(ItemPrecision::decimals))
                    .containsExactly(0, 1, 2, 4, 8);
        }
    }

    @Nested
    class ItemCriteria {

        @ParameterizedTest
        @CsvSource({"item.mpn, MPN", "ITEM.Global_Id, GLOBAL_ID", "' item.local_id ', LOCAL_ID"})
        void word_is_read(String text, ItemCriterion expected) {
            assertThat(ItemCriterion.parse(text)).contains(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "mpn", "item.id", "item.mpn.x", "asset.id"})
        void anything_else_is_not(String text) {
            assertThat(ItemCriterion.parse(text)).isEmpty();
        }

        @Test
        void search_reads_as_criterion_and_value() {
            assertThat(ItemSearch.byMpn("MPN-1")).hasToString("item.mpn=MPN-1");
        }
    }

    @Nested
    class SubscriptionCriteria {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "asset.id",
                    "asset.external_id",
                    "asset.external_uid",
                    "parameter.account_id",
                    "parameter.A b"
                })
        void word_reads_back_to_the_same(String text) {
            SubscriptionCriterion criterion = SubscriptionCriterion.parse(text).orElseThrow();

            assertThat(criterion.code()).isEqualTo(text);
            assertThat(criterion).hasToString(text);
            assertThat(SubscriptionCriterion.parse(criterion.code())).contains(criterion);
        }

        @Test
        void case_and_blanks_do_not_count_but_in_a_parameter_id() {
            assertThat(SubscriptionCriterion.parse(" Asset.ID ")).contains(SubscriptionCriterion.ID);
            assertThat(SubscriptionCriterion.parse("ASSET.EXTERNAL_ID")).contains(SubscriptionCriterion.EXTERNAL_ID);
            assertThat(SubscriptionCriterion.parse("asset.External_Uid")).contains(SubscriptionCriterion.EXTERNAL_UID);
            assertThat(SubscriptionCriterion.parse("PARAMETER.Account_Id"))
                    .contains(SubscriptionCriterion.parameter("Account_Id"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "asset", "asset.uid", "parameter", "parameter.", "parameter. ", "parameter.a\u0007b"})
        void anything_else_is_not(String text) {
            assertThat(SubscriptionCriterion.parse(text)).isEmpty();
        }

        @Test
        void a_parameter_id_has_at_most_255_characters() {
            assertThat(SubscriptionCriterion.parse("parameter." + "x".repeat(255)))
                    .isPresent();
            assertThat(SubscriptionCriterion.parse("parameter." + "x".repeat(256)))
                    .isEmpty();
        }

        @Test
        void a_parameter_id_is_given_for_parameters_alone() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SubscriptionCriterion(SubscriptionCriterion.Kind.PARAMETER, null));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SubscriptionCriterion(SubscriptionCriterion.Kind.ID, "account_id"));
        }

        @Test
        void search_reads_as_criterion_and_value() {
            assertThat(SubscriptionSearch.byId("AS-1")).hasToString("asset.id=AS-1");
        }
    }

    @Nested
    class Parties {

        @ParameterizedTest
        @CsvSource({
            "vendor, VENDOR",
            "DISTRIBUTOR, DISTRIBUTOR",
            "provider, DISTRIBUTOR",
            "' Reseller ', RESELLER",
            "system, SYSTEM"
        })
        void word_is_read(String text, Party expected) {
            assertThat(Party.parse(text)).contains(expected);
        }

        @Test
        void an_unknown_word_is_not() {
            assertThat(Party.parse("buyer")).isEmpty();
        }
    }

    @Nested
    class Items {

        @Test
        void a_reservation_item_counts_whole_units() {
            assertThat(item(ItemType.RESERVATION, ItemPrecision.INTEGER, BillingPeriod.YEARLY)
                            .type())
                    .isEqualTo(ItemType.RESERVATION);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> item(ItemType.RESERVATION, ItemPrecision.DECIMAL_1, BillingPeriod.YEARLY));
        }

        @Test
        void a_pay_per_use_item_is_billed_monthly() {
            assertThat(item(ItemType.PPU, ItemPrecision.DECIMAL_8, BillingPeriod.MONTHLY)
                            .period())
                    .isEqualTo(BillingPeriod.MONTHLY);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> item(ItemType.PPU, ItemPrecision.INTEGER, BillingPeriod.ONETIME));
        }

        private Item item(ItemType type, ItemPrecision precision, BillingPeriod period) {
            return new Item(new ItemId("PRD-1-0001"), "0001", "MPN-1", "Seat", "seat", precision, type, period);
        }

        @Test
        void words_are_in_lower_case() {
            assertThat(ItemType.PPU.code()).isEqualTo("ppu");
            assertThat(BillingPeriod.MONTHLY.code()).isEqualTo("monthly");
        }
    }

    @Nested
    class Settings {

        private static final SchemaCode QT = new SchemaCode("QT");

        @Test
        void everything_is_off_by_default() {
            assertThat(Capabilities.NONE.allowReporting()).isFalse();
            assertThat(Capabilities.NONE.allow(ItemType.PPU)).isFalse();
            assertThat(Capabilities.NONE.allow(ItemType.RESERVATION)).isFalse();
            assertThat(Capabilities.NONE.dynamicItems()).isFalse();
            assertThat(Capabilities.NONE.futureCharges()).isFalse();
            assertThat(Capabilities.NONE.lateCharges()).isFalse();
            assertThat(Capabilities.NONE.predictiveEstimates()).isFalse();
        }

        @Test
        void reservation_consumption_alone_allows_reservation_items_alone() {
            var capabilities = new Capabilities(true, null);

            assertThat(capabilities.allowReporting()).isTrue();
            assertThat(capabilities.allow(ItemType.RESERVATION)).isTrue();
            assertThat(capabilities.allow(ItemType.PPU)).isFalse();
        }

        @Test
        void pay_as_you_go_alone_allows_pay_per_use_items_alone() {
            var capabilities = new Capabilities(false, PayAsYouGo.of(QT));

            assertThat(capabilities.allowReporting()).isTrue();
            assertThat(capabilities.allow(ItemType.PPU)).isTrue();
            assertThat(capabilities.allow(ItemType.RESERVATION)).isFalse();
            assertThat(capabilities.dynamicItems()).isFalse();
        }

        @Test
        void each_setting_switches_itself_alone() {
            assertThat(settings(true, false, false, false)).isEqualTo("dynamic");
            assertThat(settings(false, true, false, false)).isEqualTo("future");
            assertThat(settings(false, false, true, false)).isEqualTo("late");
            assertThat(settings(false, false, false, true)).isEqualTo("estimates");
        }

        private static String settings(boolean dynamic, boolean future, boolean late, boolean estimates) {
            var capabilities = new Capabilities(false, new PayAsYouGo(QT, dynamic, future, late, estimates));
            return (capabilities.dynamicItems() ? "dynamic" : "")
                    + (capabilities.futureCharges() ? "future" : "")
                    + (capabilities.lateCharges() ? "late" : "")
                    + (capabilities.predictiveEstimates() ? "estimates" : "");
        }
    }
}
