package org.usageflow.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.TextRules;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;

class UsageArbitrariesTest {

    private static final CatalogWorld WORLD = UsageFixtures.world(UsageFixtures.TR);

    @TestFactory
    Stream<DynamicTest> arbitraries_of_values_make_values() {
        return Stream.<Arbitrary<?>>of(
                        UsageArbitraries.plainText(),
                        UsageArbitraries.recordKeys(),
                        UsageArbitraries.categoryIds(),
                        UsageArbitraries.accountIds(),
                        UsageArbitraries.subscriptionIds(),
                        UsageArbitraries.contractIds(),
                        UsageArbitraries.marketplaceIds(),
                        UsageArbitraries.listingIds(),
                        UsageArbitraries.hubIds(),
                        UsageArbitraries.usageRecordIds(),
                        UsageArbitraries.partFileIds(),
                        UsageArbitraries.reconciliationFileIds(),
                        UsageArbitraries.quantities(),
                        UsageArbitraries.quantities(ItemPrecision.DECIMAL_4),
                        UsageArbitraries.amounts(),
                        UsageArbitraries.money(),
                        UsageArbitraries.tiers(),
                        UsageArbitraries.chains(),
                        UsageArbitraries.capabilities(),
                        UsageArbitraries.products(),
                        UsageArbitraries.items(),
                        UsageArbitraries.dynamicItems(),
                        UsageArbitraries.subscriptions(),
                        UsageArbitraries.records(WORLD),
                        UsageArbitraries.categorisedRecords(WORLD, 4),
                        UsageArbitraries.tables(WORLD, 4))
                .map(arbitrary -> DynamicTest.dynamicTest(
                        arbitrary.toString(),
                        () -> assertThat(arbitrary.list().ofSize(200).sample()).doesNotContainNull()));
    }

    @Test
    void texts_that_are_blank_or_forbidden_are_so() {
        assertThat(UsageArbitraries.blankText().list().ofSize(50).sample()).allMatch(TextRules::isBlank);
        assertThat(UsageArbitraries.forbiddenText().list().ofSize(50).sample())
                .allMatch(text -> TextRules.firstForbidden(text) >= 0);
    }

    @Test
    void table_that_is_changed_differs_in_that_cell_alone() {
        List<ReportedRecord> records = List.of(
                UsageFixtures.record("R-1").build(), UsageFixtures.record("R-2").build());
        UploadTable table = UsageArbitraries.tables(WORLD, records).sample();

        UploadTable changed = table.withCell(1, "quantity", "many");

        assertThat(changed.cell(1, "quantity")).isEqualTo("many");
        assertThat(changed.rows().get(0)).isEqualTo(table.rows().get(0));
        assertThat(changed.withCell(1, "quantity", table.cell(1, "quantity"))).isEqualTo(table);
        assertThat(table.reversed().reversed()).isEqualTo(table);
        assertThat(table.withColumn("v.new", "x").withoutColumn("v.new")).isEqualTo(table);
        assertThat(table.withRowAgain(0).rows()).hasSize(3);
        assertThatThrownBy(() -> table.cell(0, "unknown")).isInstanceOf(IllegalArgumentException.class);
    }
}
