package org.usageflow.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.model.Capabilities;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.schema.Column;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.ColumnType;
import org.usageflow.schema.ColumnUse;
import org.usageflow.schema.Columns;
import org.usageflow.schema.ReportingSchema;

/** Rules on what a schema is called, its columns, and who sees its amounts. */
abstract class SchemaColumnRules {

    private static final List<String> ALWAYS_REQUIRED = List.of(
            Columns.RECORD_ID,
            Columns.ITEM_SEARCH_CRITERIA,
            Columns.ITEM_SEARCH_VALUE,
            Columns.QUANTITY,
            Columns.START_TIME_UTC,
            Columns.END_TIME_UTC,
            Columns.ASSET_SEARCH_CRITERIA,
            Columns.ASSET_SEARCH_VALUE);
    private static final List<String> DYNAMIC =
            List.of(Columns.ITEM_NAME, Columns.ITEM_MPN, Columns.ITEM_UNIT, Columns.ITEM_PRECISION);

    protected abstract ReportingSchema schema();

    final List<Capabilities> everyCapability() {
        return SchemaSamples.capabilities(schema().code());
    }

    static boolean isUsed(Column column) {
        return column.use() != ColumnUse.BLANK && column.use() != ColumnUse.IGNORED;
    }

    /** Whether rules may name the column: one of the schema, or of the vendor's parameters. */
    final boolean isKnown(String column) {
        return column.startsWith(Columns.PARAMETER_PREFIX)
                || everyCapability().stream()
                        .allMatch(each -> schema().columns(each).find(column).isPresent());
    }

    @Test
    @DisplayName("SCHEMA-01 MUST: code and name are the same each time, and the name is not blank")
    void schema_each_time_has_one_code_and_name() {
        assertThat(schema().code()).isEqualTo(schema().code());
        assertThat(schema().name()).isNotBlank().isEqualTo(schema().name());
    }

    @Test
    @DisplayName("SCHEMA-02 MUST: the columns that rules §3.1 requires of every file are required")
    void columns_of_every_file_are_required() {
        for (Capabilities each : everyCapability()) {
            ColumnSet columns = schema().columns(each);
            assertThat(ALWAYS_REQUIRED)
                    .allSatisfy(name -> assertThat(columns.find(name))
                            .as(name)
                            .map(Column::use)
                            .contains(ColumnUse.REQUIRED));
        }
    }

    @Test
    @DisplayName("SCHEMA-03 MUST: the same capabilities have the same columns each time")
    void columns_of_the_same_capabilities_are_the_same() {
        for (Capabilities each : everyCapability()) {
            assertThat(schema().columns(each).columns())
                    .containsExactlyElementsOf(schema().columns(each).columns());
        }
    }

    @Test
    @DisplayName("SCHEMA-04 MUST: every column that must be there is written, and says what it means")
    void columns_that_must_be_there_are_written() {
        for (Capabilities each : everyCapability()) {
            ColumnSet columns = schema().columns(each);
            assertThat(columns.columns())
                    .filteredOn(column -> column.use() == ColumnUse.REQUIRED || column.use() == ColumnUse.EXPECTED)
                    .isSubsetOf(columns.written());
            assertThat(columns.written())
                    .allSatisfy(column ->
                            assertThat(column.definition()).as(column.name()).isNotBlank());
        }
    }

    @Test
    @DisplayName("SCHEMA-05 MUST: what the processed file adds is known, so that it can be uploaded again (rules §3.4)")
    void columns_of_the_processed_file_are_known() {
        for (Capabilities each : everyCapability()) {
            assertThat(Columns.ADDED_BY_PROCESSED_FILE)
                    .allMatch(name -> schema().columns(each).find(name).isPresent());
        }
    }

    @Test
    @DisplayName(
            "SCHEMA-06 MUST: dynamic items are described where the capabilities have them, and not asked for elsewhere")
    void columns_of_dynamic_items_go_with_the_capability() {
        for (Capabilities each : everyCapability()) {
            ColumnSet columns = schema().columns(each);
            for (String name : DYNAMIC) {
                Column column = columns.find(name).orElseThrow(() -> new AssertionError("no column " + name));
                assertThat(column.use()).as(name).isNotIn(ColumnUse.REQUIRED, ColumnUse.EXPECTED);
                assertThat(isUsed(column)).as("%s with %s", name, each).isEqualTo(each.dynamicItems());
            }
        }
    }

    @Test
    @DisplayName("SCHEMA-07 MUST: the columns of amounts that are seen by some are used columns of numbers")
    void columns_of_visible_amounts_are_used() {
        Capabilities plain = new Capabilities(false, PayAsYouGo.of(schema().code()));

        assertThat(schema().visibility()).isEqualTo(schema().visibility());
        assertThat(schema().visibility().amounts().keySet())
                .allSatisfy(name -> assertThat(schema().columns(plain).find(name))
                        .as(name)
                        .hasValueSatisfying(column -> {
                            assertThat(column.type()).isEqualTo(ColumnType.DECIMAL);
                            assertThat(isUsed(column)).isTrue();
                        }));
    }

    @Test
    @DisplayName(
            "SCHEMA-08 MUST: amounts that are reported have their readers named, so that nobody else sees them (rules §5)")
    void columns_of_reported_amounts_are_in_the_visibility() {
        Capabilities plain = new Capabilities(false, PayAsYouGo.of(schema().code()));
        Column amount = schema().columns(plain).find(Columns.AMOUNT).orElse(null);
        assumeThat(amount != null && isUsed(amount)).as("amounts are reported").isTrue();

        assertThat(schema().visibility().amounts()).containsKey(Columns.AMOUNT);
    }
}
