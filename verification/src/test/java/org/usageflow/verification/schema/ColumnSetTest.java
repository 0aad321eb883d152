package org.usageflow.verification.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.model.Capabilities;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.SchemaCode;
import org.usageflow.schema.Column;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.ColumnType;
import org.usageflow.schema.ColumnUse;
import org.usageflow.schema.Columns;

/** Rules §3.1, §3.4. */
class ColumnSetTest {

    private static final Capabilities PLAIN = new Capabilities(false, PayAsYouGo.of(new SchemaCode("QT")));
    private static final Capabilities DYNAMIC =
            new Capabilities(false, new PayAsYouGo(new SchemaCode("QT"), true, false, false, false));

    private final ColumnSet columns = ColumnSet.standard(PLAIN);

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    @Test
    void required_columns_are_those_of_the_rules() {
        assertThat(columns.columns())
                .filteredOn(column -> column.use() == ColumnUse.REQUIRED)
                .extracting(Column::name)
                .containsExactly(
                        "record_id",
                        "item_search_criteria",
                        "item_search_value",
                        "quantity",
                        "start_time_utc",
                        "end_time_utc",
                        "asset_search_criteria",
                        "asset_search_value");
    }

    @Test
    void written_columns_are_those_that_may_have_values() {
        assertThat(names(columns.written()))
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
                        "asset_recon_id",
                        "corrects_record_id");
    }

    @Test
    void dynamic_items_add_their_description() {
        assertThat(names(ColumnSet.standard(DYNAMIC).written()))
                .contains("item_name", "item_mpn", "item_unit", "item_precision");
        assertThat(columns.find("item_mpn").orElseThrow().use()).isEqualTo(ColumnUse.IGNORED);
    }

    @Test
    void columns_of_the_processed_file_are_known() {
        assertThat(Columns.ADDED_BY_PROCESSED_FILE)
                .allSatisfy(name -> assertThat(columns.find(name)).isPresent());
        assertThat(columns.find("status").orElseThrow().use()).isEqualTo(ColumnUse.IGNORED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"record_id", " Record_ID ", "\u00A0RECORD_ID\t", "usage_record_id", "Usage_Record_Id"})
    void a_header_is_compared_without_case_and_surrounding_blanks(String header) {
        assertThat(columns.findByHeader(header).map(Column::name)).contains("record_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "record", "record id", "v.region", "p.private"})
    void another_header_names_no_column(String header) {
        assertThat(columns.findByHeader(header)).isEmpty();
    }

    @Test
    void headers_are_all_names_and_aliases() {
        assertThat(List.copyOf(columns.headers()))
                .contains("record_id", "usage_record_id", "tier")
                .isSorted();
    }

    @Test
    void folding_blanks_alone_gives_nothing() {
        assertThat(ColumnSet.fold(" \u00A0 ")).isEmpty();
    }

    @Nested
    class Changes {

        @Test
        void another_use_leaves_the_first_set_as_it_was() {
            ColumnSet changed = columns.use(Columns.AMOUNT, ColumnUse.EXPECTED);

            assertThat(changed.find(Columns.AMOUNT).orElseThrow().use()).isEqualTo(ColumnUse.EXPECTED);
            assertThat(columns.find(Columns.AMOUNT).orElseThrow().use()).isEqualTo(ColumnUse.BLANK);
            assertThatIllegalArgumentException().isThrownBy(() -> columns.use("discount", ColumnUse.OPTIONAL));
        }

        @Test
        void one_more_column_comes_at_the_end() {
            Column discount = Column.decimal("discount", ColumnUse.OPTIONAL, 8, "A discount.");

            ColumnSet changed = columns.with(discount);

            assertThat(changed.columns())
                    .endsWith(discount)
                    .hasSize(columns.columns().size() + 1);
        }

        @Test
        void a_column_of_the_same_name_takes_its_place() {
            Column note = Column.text("record_note", ColumnUse.REQUIRED, 10, "A short note.");

            ColumnSet changed = columns.with(note);

            assertThat(changed.columns()).hasSameSizeAs(columns.columns());
            assertThat(List.copyOf(changed.columns()).get(1)).isEqualTo(note);
        }

        @Test
        void a_name_that_is_an_alias_already_is_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> columns.with(Column.identifier("usage_record_id", ColumnUse.OPTIONAL, "Another.")))
                    .withMessageContaining("usage_record_id");
        }
    }

    @Nested
    class OneColumn {

        @ParameterizedTest
        @ValueSource(strings = {"", " a", "A", "v.region", "p.private"})
        void a_name_is_folded_and_no_parameter(String name) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Column.identifier(name, ColumnUse.OPTIONAL, "Whatever."));
        }

        @Test
        void a_choice_has_words() {
            assertThat(Column.choice("size", ColumnUse.REQUIRED, List.of("s", "l"), "The size.")
                            .accepted())
                    .containsExactly("s", "l");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Column.choice("size", ColumnUse.REQUIRED, List.of(), "The size."));
        }

        @Test
        void an_alias_is_added_to_those_before() {
            Column column = Column.time("at", ColumnUse.REQUIRED, "When.")
                    .withAlias("when")
                    .withAlias("moment");

            assertThat(column.aliases()).containsExactly("when", "moment");
        }

        @Test
        void text_identifier_and_choice_hold_text() {
            assertThat(ColumnType.values())
                    .filteredOn(ColumnType::isText)
                    .containsExactly(ColumnType.TEXT, ColumnType.IDENTIFIER, ColumnType.CHOICE);
        }
    }
}
