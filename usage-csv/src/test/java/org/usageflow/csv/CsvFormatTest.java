package org.usageflow.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.problem.Place;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.ContentSample;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.testkit.format.RecordingSink;
import org.usageflow.testkit.format.RecordingSink.RecordedCell;
import org.usageflow.testkit.format.RecordingSink.RecordedRow;

class CsvFormatTest {

    @Nested
    class Recognising {

        @Test
        void text_with_a_known_column_is_recognised() {
            assertThat(isCsv("\uFEFF\r\n \"Record_ID\" ;x\r\n")).isTrue();
        }

        @Test
        void text_without_a_known_column_is_not_recognised() {
            assertThat(isCsv("name,address\r\n")).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"[record_id,x", " {\"x\":1,record_id,", "PK\u0003\u0004,record_id,"})
        void content_of_other_formats_is_not_recognised(String content) {
            assertThat(isCsv(content)).isFalse();
        }

        private static boolean isCsv(String text) {
            return new CsvFormat()
                    .recognises(new ContentSample(text.getBytes(StandardCharsets.UTF_8), Set.of("record_id")));
        }
    }

    @Nested
    class Reading {

        @Test
        void table_has_header_line_and_apostrophes() {
            RecordingSink sink = CsvReading.read("\n , \na,b \n1,2\n");

            SourceTable table = CsvReading.records(sink).source();

            assertThat(table.headers()).containsExactly("a", "b ");
            assertThat(table.apostrophes()).isTrue();
            assertThat(table.placeOfHeader(1, "b")).isEqualTo(new Place(null, 3L, "b", null, null));
            assertThat(table.locator().locate(7, 4, 1, "b")).isEqualTo(new Place(null, 7L, "b", null, null));
        }

        @Test
        void rows_that_are_blank_are_counted_but_not_pushed() {
            List<RecordedRow> rows = CsvReading.rows("a,b\n1,2\n\n , \n\"\",\n3,4\n");

            assertThat(rows).extracting(RecordedRow::number).containsExactly(2L, 6L);
            assertThat(rows).extracting(RecordedRow::position).containsExactly(0L, 4L);
        }

        @Test
        void row_after_cells_of_several_lines_has_its_physical_line() {
            List<RecordedRow> rows = CsvReading.rows("a,b\r\n\"1\r\n2\n3\r4\",x\r5,\"\r\r\n\"\n6,7\r\n\r\n8,9");

            assertThat(rows).extracting(RecordedRow::number).containsExactly(2L, 6L, 9L, 11L);
            assertThat(rows.get(0).cell(0).text()).isEqualTo("1\r\n2\n3\r4");
            assertThat(rows.get(1).cell(1).text()).isEqualTo("\r\r\n");
        }

        @Test
        void cells_that_are_empty_are_blank_and_white_space_is_kept() {
            RecordedRow row = CsvReading.rows("a,b,c,d\n,\"\", x ,\n").get(0);

            assertThat(row.cells())
                    .containsExactly(RecordedCell.BLANK, RecordedCell.BLANK, new RecordedCell(CellKind.TEXT, " x "));
        }

        @Test
        void row_that_begins_with_a_hash_is_a_row() {
            assertThat(CsvReading.texts(CsvReading.rows("a,b\n#1,2\n").get(0))).containsExactly("#1", "2");
        }

        @Test
        void row_longer_than_the_header_keeps_its_first_surplus_value() {
            List<RecordedRow> rows = CsvReading.rows("a,b\n1,2,,,x,y\n1,2, ,\n1\n");

            assertThat(CsvReading.texts(rows.get(0))).containsExactly("1", "2", "", "", "x");
            assertThat(CsvReading.texts(rows.get(1))).containsExactly("1", "2");
            assertThat(CsvReading.texts(rows.get(2))).containsExactly("1");
        }

        @Test
        void byte_order_mark_is_no_part_of_the_header() {
            RecordingSink sink = CsvReading.read(CsvReading.bytes(0xEF, 0xBB, 0xBF, "a,b\n1,2\n"));

            assertThat(CsvReading.records(sink).source().headers()).containsExactly("a", "b");
        }

        @ParameterizedTest
        @ValueSource(chars = {';', '\t'})
        void other_delimiters_divide_cells(char delimiter) {
            RecordingSink sink = RecordingSink.all();
            byte[] content = ("a" + delimiter + "b\n1,0" + delimiter + "\"2" + delimiter + "\"\n")
                    .getBytes(StandardCharsets.UTF_8);

            CsvReading.read(CsvFormat.delimitedBy(delimiter), content, UploadLimits.DEFAULTS, sink);

            assertThat(CsvReading.texts(CsvReading.records(sink).rows().get(0)))
                    .containsExactly("1,0", "2" + delimiter);
        }

        @Test
        void delimiter_of_another_kind_is_refused() {
            assertThatThrownBy(() -> CsvFormat.delimitedBy('|')).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void progress_ends_at_the_number_of_bytes() {
            String text = "a\n" + "0123456789\n".repeat(200_000);

            RecordingSink sink = CsvReading.read(text);

            assertThat(sink.progress()).hasSizeGreaterThan(3).isSorted();
            assertThat(sink.progress().get(sink.progress().size() - 1)).isEqualTo(text.length());
        }

        @Test
        void sink_that_stops_gets_nothing_more() {
            RecordingSink sink = RecordingSink.stoppingAfter(2);

            CsvReading.read(
                    new CsvFormat(), "a\n1\n2\n3\n\"".getBytes(StandardCharsets.UTF_8), UploadLimits.DEFAULTS, sink);

            assertThat(sink.rows()).isEqualTo(2);
            assertThat(sink.violations()).isEmpty();
        }

        @Test
        void sink_that_wants_no_rows_gets_none() {
            RecordingSink sink = RecordingSink.stoppingAfter(0);

            CsvReading.read(
                    new CsvFormat(), "a\n1\n2\n3\n\"".getBytes(StandardCharsets.UTF_8), UploadLimits.DEFAULTS, sink);

            assertThat(sink.rows()).isZero();
            assertThat(sink.faults()).isEmpty();
        }
    }

    @Nested
    class Limits {

        @Test
        void cell_beyond_the_limit_keeps_its_beginning() {
            RecordingSink sink =
                    CsvReading.read("a,b\n12345,\"1\"\"345\"\n", UploadLimits.DEFAULTS.withTable(10, 3, 100));

            assertThat(CsvReading.texts(CsvReading.records(sink).rows().get(0))).containsExactly("123", "1\"3");
        }

        @Test
        void headers_beyond_the_limit_are_pushed_up_to_one_more() {
            RecordingSink sink =
                    CsvReading.read("a,b,c,d,e,f\n1,2,3,4,5,6\n", UploadLimits.DEFAULTS.withTable(3, 10, 100));

            assertThat(CsvReading.records(sink).source().headers()).containsExactly("a", "b", "c", "d");
            assertThat(CsvReading.texts(CsvReading.records(sink).rows().get(0)))
                    .containsExactly("1", "2", "3", "4", "5");
        }

        @Test
        void columns_by_the_million_are_read_in_bounded_memory() {
            String wide = ",".repeat(3_000_000);

            RecordingSink sink = CsvReading.read("a\n1" + wide + " \n2" + wide + "\" x\",y\n" + wide + "\nz\n");

            List<RecordedRow> rows = CsvReading.records(sink).rows();
            assertThat(rows).extracting(RecordedRow::number).containsExactly(2L, 3L, 5L);
            assertThat(rows.get(0).cells()).hasSize(1);
            assertThat(rows.get(1).cells()).hasSize(1_002);
            assertThat(rows.get(1).cell(1_001).text()).isEqualTo("x");
        }

        @Test
        void header_of_a_million_columns_does_not_throw() {
            RecordingSink sink = CsvReading.read("a,".repeat(1_000_000) + "\n1\n");

            assertThat(CsvReading.records(sink).source().headers()).hasSize(1_001);
            assertThat(sink.rows()).isEqualTo(1);
        }

        @Test
        void cells_beyond_the_limit_in_quotes_and_lines_keep_rows_apart() {
            RecordingSink sink = CsvReading.read(
                    "a,b\n1,2,3,4,\"5,\n\"\"5\",\"6\n\",7\n8,9,,, ,\"\n \",\"\"\"x\"\n10,11\n",
                    UploadLimits.DEFAULTS.withTable(2, 10, 100));

            List<RecordedRow> rows = CsvReading.records(sink).rows();
            assertThat(rows).extracting(RecordedRow::number).containsExactly(2L, 5L, 7L);
            assertThat(CsvReading.texts(rows.get(0))).containsExactly("1", "2", "3");
            assertThat(CsvReading.texts(rows.get(1))).containsExactly("8", "9", "", "x");
            assertThat(CsvReading.texts(rows.get(2))).containsExactly("10", "11");
        }

        @Test
        void row_up_to_the_limit_is_read() {
            RecordingSink sink =
                    CsvReading.read("a,b,c\n1234,\"\"\"\",67890\n", UploadLimits.DEFAULTS.withTable(10, 10, 10));

            assertThat(sink.faults()).isEmpty();
            assertThat(sink.rows()).isEqualTo(1);
        }
    }
}
