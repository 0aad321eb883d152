package org.usageflow.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.usageflow.model.Capabilities;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.Tier;
import org.usageflow.policy.Policies;
import org.usageflow.schema.Column;
import org.usageflow.schema.ColumnUse;
import org.usageflow.schema.FileRule;
import org.usageflow.schema.KeyPart;
import org.usageflow.schema.ReportingSchema;
import org.usageflow.schema.SchemaRegistry;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.schema.ReportingSchemaContract;

/** What each schema asks for, against tables written by hand (rules §3.1, §5). */
class StandardSchemasTest {

    private static final List<String> WITHOUT_AMOUNTS = List.of(
            "record_id REQUIRED",
            "record_note OPTIONAL",
            "item_search_criteria REQUIRED",
            "item_search_value REQUIRED",
            "quantity REQUIRED",
            "start_time_utc REQUIRED",
            "end_time_utc REQUIRED",
            "asset_search_criteria REQUIRED",
            "asset_search_value REQUIRED",
            "category_id OPTIONAL",
            "amount BLANK",
            "tier BLANK",
            "item_name IGNORED",
            "item_mpn IGNORED",
            "item_unit IGNORED",
            "item_precision IGNORED",
            "asset_recon_id OPTIONAL",
            "corrects_record_id OPTIONAL",
            "status IGNORED",
            "system_record_id IGNORED",
            "item_id IGNORED",
            "item_type IGNORED",
            "item_period IGNORED",
            "asset_id IGNORED",
            "asset_external_id IGNORED",
            "customer_account_id IGNORED",
            "customer_company_name IGNORED",
            "errors IGNORED",
            "external_billing_id IGNORED",
            "external_billing_note IGNORED");

    private static List<String> with(String... changed) {
        var table = new ArrayList<>(WITHOUT_AMOUNTS);
        for (String line : changed) {
            String name = line.substring(0, line.indexOf(' ') + 1);
            table.replaceAll(each -> each.startsWith(name) ? line : each);
        }
        return table;
    }

    private static ReportingSchema schema(String code) {
        return SchemaRegistry.of(StandardSchemas.all())
                .find(new org.usageflow.model.SchemaCode(code))
                .orElseThrow();
    }

    private static Capabilities capabilities(ReportingSchema schema, boolean dynamic) {
        return new Capabilities(true, new PayAsYouGo(schema.code(), dynamic, false, false, false));
    }

    private static List<String> columns(String code, boolean dynamic) {
        ReportingSchema schema = schema(code);
        return schema.columns(capabilities(schema, dynamic)).columns().stream()
                .map(column -> column.name() + " " + column.use())
                .toList();
    }

    @Test
    @DisplayName("rules §3.1: the table of columns")
    void columns_of_each_schema_are_those_of_the_rulebook() {
        assertThat(columns("QT", false)).containsExactlyElementsOf(WITHOUT_AMOUNTS);
        assertThat(columns("PR", false)).containsExactlyElementsOf(with("amount EXPECTED"));
        assertThat(columns("CR", false)).containsExactlyElementsOf(with("amount EXPECTED"));
        assertThat(columns("TR", false)).containsExactlyElementsOf(with("amount EXPECTED", "tier EXPECTED"));
    }

    @ParameterizedTest
    @CsvSource({"QT", "PR", "CR", "TR"})
    @DisplayName("rules §2: dynamic items add their description")
    void description_of_dynamic_items_is_optional_where_they_are_on(String code) {
        var expected = new ArrayList<>(columns(code, false));
        expected.replaceAll(
                line -> line.matches("item_(name|mpn|unit|precision) .*") ? line.replace("IGNORED", "OPTIONAL") : line);

        assertThat(columns(code, true)).containsExactlyElementsOf(expected);
    }

    @Test
    @DisplayName("rules §3.6: exactly the columns of its schema and capabilities are written")
    void written_columns_are_those_that_may_have_values() {
        ReportingSchema schema = schema("TR");

        assertThat(schema.columns(capabilities(schema, true)).written())
                .extracting(Column::name)
                .containsExactly(
                        "record_id",
                        "record_note",
                        "item_search_criteria",
                        "item_search_value",
                        "quantity",
                        "start_time_utc",
                        "end_time_utc",
                        "asset_search_criteria",
                        "asset_search_value",
                        "category_id",
                        "amount",
                        "tier",
                        "item_name",
                        "item_mpn",
                        "item_unit",
                        "item_precision",
                        "asset_recon_id",
                        "corrects_record_id");
        assertThat(schema("QT").columns(Capabilities.NONE).written())
                .noneMatch(column -> column.use() == ColumnUse.EXPECTED)
                .hasSize(12);
    }

    @ParameterizedTest
    @CsvSource({
        // Schema, highest reseller, tier of the row, lowest tier that sees the amount
        "QT, 2, , ",
        "PR, 0, , 0",
        "PR, 2, , 0",
        "CR, 0, , 1",
        "CR, 1, , 2",
        "CR, 2, , 3",
        "TR, 2, 0, 0",
        "TR, 2, 1, 1",
        "TR, 2, 3, 3",
        "TR, 2, , "
    })
    @DisplayName(
            "rules §5: a reseller at tier 1 sees tiers 0 and 1 of TR, the customer price of PR, and no amount of CR")
    void amount_is_seen_from_a_tier_upwards(
            String code, int resellers, @Nullable Integer ofRow, @Nullable Integer lowest) {
        var chain = resellers == 0
                ? org.usageflow.model.SalesChain.of(UsageFixtures.CUSTOMER)
                : new org.usageflow.model.SalesChain(
                        UsageFixtures.CHAIN_OF_FOUR.parties().subList(0, resellers + 1));

        Optional<Tier> seen =
                schema(code).visibility().lowestTier("amount", chain, ofRow == null ? null : new Tier(ofRow));

        assertThat(seen).isEqualTo(Optional.ofNullable(lowest).map(Tier::new));
        assertThat(schema(code).visibility().lowestTier("quantity", chain, Tier.CUSTOMER))
                .isEmpty();
    }

    @Test
    @DisplayName("rules §7: the four, in their order")
    void schemas_are_known_by_code_and_name() {
        assertThat(StandardSchemas.all())
                .containsExactly(
                        StandardSchemas.qt(), StandardSchemas.pr(), StandardSchemas.cr(), StandardSchemas.tr());
        assertThat(StandardSchemas.all())
                .extracting(schema -> schema.code() + " " + schema.name())
                .containsExactly("QT Quantity", "PR Price rated", "CR Cost rated", "TR Tiers rated");
    }

    @Test
    @DisplayName("rules §6.4, §7: TR groups by everything; QT is rated by subscription and item")
    void keys_of_groups_are_those_of_the_rulebook() {
        assertThat(schema("TR").fileRule().key()).isEqualTo(Set.of(KeyPart.values()));
        assertThat(schema("TR").ratingKey()).isEqualTo(Set.of(KeyPart.values()));
        assertThat(schema("QT").ratingKey()).isEqualTo(Set.of(KeyPart.SUBSCRIPTION, KeyPart.ITEM));
        assertThat(List.of("QT", "PR", "CR"))
                .allSatisfy(code -> assertThat(schema(code).fileRule()).isSameAs(FileRule.NONE));
        assertThat(schema("QT").recordRules(Policies.DEFAULTS)).isEmpty();
    }

    @Nested
    class Qt extends ReportingSchemaContract {
        @Override
        protected ReportingSchema schema() {
            return StandardSchemas.qt();
        }
    }

    @Nested
    class Pr extends ReportingSchemaContract {
        @Override
        protected ReportingSchema schema() {
            return StandardSchemas.pr();
        }
    }

    @Nested
    class Cr extends ReportingSchemaContract {
        @Override
        protected ReportingSchema schema() {
            return StandardSchemas.cr();
        }
    }

    @Nested
    class Tr extends ReportingSchemaContract {
        @Override
        protected ReportingSchema schema() {
            return StandardSchemas.tr();
        }
    }
}
