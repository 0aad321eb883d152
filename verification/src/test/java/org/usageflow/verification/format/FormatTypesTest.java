package org.usageflow.verification.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.problem.Place;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.format.ContentSample;
import org.usageflow.spi.format.DateSystem;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.Locator;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.WriteOptions;

class FormatTypesTest {

    @Nested
    class Samples {

        private static final Set<String> COLUMNS = Set.of("record_id", "quantity");

        private static ContentSample sample(String text) {
            return new ContentSample(text.getBytes(StandardCharsets.UTF_8), COLUMNS);
        }

        @Test
        void beginning_bytes_are_compared_unsigned() {
            var sample = new ContentSample(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11}, COLUMNS);

            assertThat(sample.startsWith(0xD0, 0xCF)).isTrue();
            assertThat(sample.startsWith(0xD0, 0xCE)).isFalse();
            assertThat(sample.startsWith(0xD0, 0xCF, 0x11, 0xE0)).isFalse();
        }

        @Test
        void later_changes_of_the_given_bytes_do_not_matter() {
            byte[] bytes = {'{'};
            var sample = new ContentSample(bytes, COLUMNS);

            bytes[0] = 'x';

            assertThat(sample.firstCharacter()).isEqualTo('{');
        }

        @Test
        void a_byte_order_mark_is_no_text() {
            assertThat(sample("\uFEFFabc").text()).isEqualTo("abc");
            assertThat(sample("abc").text()).isEqualTo("abc");
        }

        @Test
        void first_character_is_the_first_that_is_not_white_space() {
            assertThat(sample("\uFEFF \r\n\u00A0[").firstCharacter()).isEqualTo('[');
            assertThat(sample(" \n").firstCharacter()).isEqualTo('\0');
            assertThat(sample("").firstCharacter()).isEqualTo('\0');
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "record_id",
                    "a,record_id,b",
                    "a;Record_ID;b",
                    "a\tb\t quantity ",
                    "\"a\",\"quantity\"",
                    "\n\n  \nquantity\n",
                    "\uFEFFrecord_id\r\n1"
                })
        void first_line_names_a_column(String text) {
            assertThat(sample(text).firstLineNamesColumn()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a,b,c", "a,b\nrecord_id", "record_id_2", "record id"})
        void first_line_names_none(String text) {
            assertThat(sample(text).firstLineNamesColumn()).isFalse();
        }
    }

    @Nested
    class Tables {

        @ParameterizedTest
        @CsvSource({
            "records, RECORDS",
            "' Records ', RECORDS",
            "usage_records, RECORDS",
            "CATEGORIES, CATEGORIES",
            "general, GENERAL"
        })
        void a_tab_is_known_by_name_without_case_and_blanks(String tab, TableName expected) {
            assertThat(TableName.ofTab(tab)).contains(expected);
        }

        @Test
        void other_tabs_are_not_read() {
            assertThat(TableName.ofTab("instructions")).isEmpty();
            assertThat(TableName.ofTab("summary")).isEmpty();
        }

        @Test
        void the_older_name_is_read_and_not_written() {
            assertThat(TableName.RECORDS.code()).isEqualTo("records");
            assertThat(TableName.RECORDS.isWrittenAs(" Records")).isTrue();
            assertThat(TableName.RECORDS.isWrittenAs("usage_records")).isFalse();
        }

        @Test
        void headers_are_placed_by_one_place_or_by_one_each() {
            Locator locator = (number, position, column, name) ->
                    new Place("records", number, name, column + "/" + position, null);
            SourceTable oneRow =
                    SourceTable.of(TableName.RECORDS, List.of("a", "b"), 3, locator, DateSystem.EXCEL_1900, false);
            var each = new SourceTable(
                    TableName.RECORDS,
                    List.of("a", "b"),
                    List.of(new SourceTable.HeaderPlace(1, 0), new SourceTable.HeaderPlace(2, 1)),
                    locator,
                    DateSystem.EXCEL_1900,
                    false);

            assertThat(oneRow.placeOfHeader(1, "b")).isEqualTo(new Place("records", 3L, "b", "1/-1", null));
            assertThat(each.placeOfHeader(1, "b")).isEqualTo(new Place("records", 2L, "b", "1/1", null));
        }

        @Test
        void a_table_without_any_row_has_no_place_and_others_need_theirs() {
            Function<List<String>, SourceTable> make = headers -> new SourceTable(
                    TableName.RECORDS,
                    headers,
                    List.of(),
                    (number, position, column, name) -> Place.FILE,
                    DateSystem.EXCEL_1904,
                    true);

            assertThat(make.apply(List.of()).headers()).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> make.apply(List.of("a", "b")));
        }

        @Test
        void a_written_table_has_columns() {
            var table = new OutputTable(
                    "records",
                    List.of(OutputTable.OutputColumn.text("note"), OutputTable.OutputColumn.plain("quantity")));

            assertThat(table.columns())
                    .extracting(OutputTable.OutputColumn::text)
                    .containsExactly(true, false);
            assertThatIllegalArgumentException().isThrownBy(() -> new OutputTable("records", List.of()));
        }
    }

    @Nested
    class Options {

        @Test
        void defaults_read_every_table() {
            assertThat(ReadOptions.DEFAULTS.tables()).containsExactly(TableName.values());
            assertThat(ReadOptions.DEFAULTS.limits()).isEqualTo(UploadLimits.DEFAULTS);
            assertThat(ReadOptions.DEFAULTS.temporary()).isNull();
        }

        @Test
        void a_format_with_one_table_reads_the_records_or_else_the_first_wanted() {
            ReadOptions categories = ReadOptions.DEFAULTS.withTables(TableName.CATEGORIES);

            assertThat(ReadOptions.DEFAULTS.onlyTable()).isEqualTo(TableName.RECORDS);
            assertThat(categories.onlyTable()).isEqualTo(TableName.CATEGORIES);
            assertThat(ReadOptions.DEFAULTS
                            .withTables(TableName.RECORDS, TableName.GENERAL)
                            .tables())
                    .containsExactly(TableName.GENERAL, TableName.RECORDS);
        }

        @Test
        void at_least_one_table_is_wanted() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ReadOptions(Set.of(), UploadLimits.DEFAULTS, null));
            assertThat(new ReadOptions(EnumSet.of(TableName.GENERAL), UploadLimits.DEFAULTS, null).onlyTable())
                    .isEqualTo(TableName.GENERAL);
        }

        @Test
        void other_limits_leave_the_tables() {
            UploadLimits small = UploadLimits.DEFAULTS.withBytes(1);

            assertThat(ReadOptions.DEFAULTS.withLimits(small).limits()).isEqualTo(small);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 10})
        void compression_is_1_to_9(int compression) {
            assertThatIllegalArgumentException().isThrownBy(() -> new WriteOptions(compression));
            assertThat(new WriteOptions(1).compression()).isEqualTo(1);
            assertThat(new WriteOptions(9).compression()).isEqualTo(9);
        }

        @Test
        void a_format_has_a_name_in_lower_case() {
            assertThat(new FormatId(" XLSX ")).isEqualTo(FormatId.XLSX).hasToString("xlsx");
            assertThatIllegalArgumentException().isThrownBy(() -> new FormatId(" "));
        }

        @Test
        void a_listener_that_hears_nothing_is_there() {
            var heard = new ArrayList<Long>();
            ProgressListener listener = progress -> heard.add(progress.rows());

            listener.onProgress(new ProgressListener.Progress(5, 10, 20));
            ProgressListener.NONE.onProgress(new ProgressListener.Progress(5, 10, 20));

            assertThat(heard).containsExactly(5L);
        }
    }

    @Nested
    class Limits {

        private static final long MIB = 1L << 20;

        @Test
        void defaults_are_those_of_the_rules() {
            UploadLimits limits = UploadLimits.DEFAULTS;

            assertThat(limits.bytes()).isEqualTo(1_024 * MIB);
            assertThat(limits.entries()).isEqualTo(2_000);
            assertThat(limits.entryBytes()).isEqualTo(4_096 * MIB);
            assertThat(limits.totalBytes()).isEqualTo(6_144 * MIB);
            assertThat(limits.ratioFrom()).isEqualTo(256 * MIB);
            assertThat(limits.ratio()).isEqualTo(100);
        }

        @Test
        void each_limit_is_replaced_in_its_place() {
            UploadLimits limits = UploadLimits.DEFAULTS
                    .withBytes(1)
                    .withInflation(2, 3, 4, 5, 6)
                    .withTable(7, 8, 9);

            assertThat(limits).isEqualTo(new UploadLimits(1, 2, 3, 4, 5, 6, 7, 8, 9));
        }

        @Test
        void limits_are_positive() {
            assertThatIllegalArgumentException().isThrownBy(() -> UploadLimits.DEFAULTS.withBytes(0));
            for (int zero = 0; zero < 5; zero++) {
                int[] parts = {1, 1, 1, 1, 1};
                parts[zero] = 0;
                assertThatIllegalArgumentException()
                        .isThrownBy(() ->
                                UploadLimits.DEFAULTS.withInflation(parts[0], parts[1], parts[2], parts[3], parts[4]));
            }
            assertThatIllegalArgumentException().isThrownBy(() -> UploadLimits.DEFAULTS.withTable(0, 1, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> UploadLimits.DEFAULTS.withTable(1, 0, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> UploadLimits.DEFAULTS.withTable(1, 1, 0));
        }
    }
}
