package org.usageflow.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.problem.Place;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.ContentSample;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.SourceTable.HeaderPlace;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.testkit.format.RecordingSink;
import org.usageflow.testkit.format.RecordingSink.RecordedCell;
import org.usageflow.testkit.format.RecordingSink.RecordedRow;

class JsonFormatTest {

    @Test
    void formats_are_named_by_what_they_write() {
        assertThat(JsonFormat.array().id()).isEqualTo(FormatId.JSON);
        assertThat(JsonFormat.lines().id()).isEqualTo(FormatId.JSONL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'\uFEFF \n[' | true", "{ | true", "a{ | false", "'' | false"})
    void content_is_recognised_by_its_first_character(String text, boolean recognised) {
        var sample = new ContentSample(text.getBytes(StandardCharsets.UTF_8), Set.of());

        assertThat(JsonFormat.array().recognises(sample)).isEqualTo(recognised);
        assertThat(JsonFormat.lines().recognises(sample)).isEqualTo(recognised);
    }

    @Nested
    class Rows {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[{\"a\":1,\"b\":\"x\"},{\"b\":\"y\",\"c\":null}]",
                    "{\"a\":1,\"b\":\"x\"}\n{\"b\":\"y\",\"c\":null}",
                    "\uFEFF {\n\"a\" :\t1 ,\r\n\"b\":\"x\" }{\"b\":\"y\",\r\"c\": null}\n\n",
                    " [ {\"a\":1,\"b\":\"x\"} , {\"b\":\"y\",\"c\":null} ] "
                })
        void objects_in_any_layout_are_rows(String text) {
            RecordingSink sink = JsonTexts.read(text);

            assertThat(sink.faults()).isEmpty();
            assertThat(JsonTexts.records(sink).source().headers()).containsExactly("a", "b", "c");
            List<RecordedRow> rows = JsonTexts.records(sink).rows();
            assertThat(rows).extracting(RecordedRow::position).containsExactly(0L, 1L);
            assertThat(rows.get(0).cell(0)).isEqualTo(new RecordedCell(CellKind.NUMBER, "1"));
            assertThat(rows.get(0).cell(1)).isEqualTo(new RecordedCell(CellKind.TEXT, "x"));
            assertThat(rows.get(1).cell(1)).isEqualTo(new RecordedCell(CellKind.TEXT, "y"));
            assertThat(rows.get(1).cell(2)).isEqualTo(RecordedCell.BLANK);
        }

        @Test
        void objects_have_the_line_on_which_they_start() {
            List<RecordedRow> rows = JsonTexts.rows("{\"a\":\n1}\r\n\r\n{\r\"a\"\n:2\r\n}{\"a\":3}\r\r{\"a\":4}");

            assertThat(rows).extracting(RecordedRow::number).containsExactly(1L, 4L, 7L, 9L);
        }

        @Test
        void objects_that_are_blank_are_counted_but_not_pushed() {
            List<RecordedRow> rows =
                    JsonTexts.rows("[{\"a\":1},{},{\"a\":null},{\"a\":\" \"},{\"b\":\"\"},\n{\"a\":2}]");

            assertThat(rows).extracting(RecordedRow::position).containsExactly(0L, 5L);
            assertThat(rows).extracting(RecordedRow::number).containsExactly(1L, 2L);
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "[ \n]", "{}", "{}\n{}", "[{},{}]"})
        void objects_without_members_are_no_table(String text) {
            RecordingSink sink = JsonTexts.read(text);

            assertThat(sink.tables()).isEmpty();
            assertThat(sink.faults()).isEmpty();
        }

        @Test
        void sink_that_stops_gets_nothing_more() {
            RecordingSink sink = RecordingSink.stoppingAfter(1);

            JsonTexts.read(
                    "{\"a\":1}{\"a\":2}{\"a\":tru}".getBytes(StandardCharsets.UTF_8), UploadLimits.DEFAULTS, sink);

            assertThat(sink.rows()).isEqualTo(1);
            assertThat(sink.violations()).isEmpty();
        }

        @Test
        void progress_ends_at_the_number_of_bytes() {
            String text = "{\"a\":\"0123456789\"}\n".repeat(100_000);

            RecordingSink sink = JsonTexts.read(text);

            assertThat(sink.progress()).hasSizeGreaterThan(3).isSorted();
            assertThat(sink.progress().get(sink.progress().size() - 1)).isEqualTo(text.length());
        }
    }

    @Nested
    class Cells {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0",
                    "-0",
                    "1.0",
                    "1e5",
                    "1E+05",
                    "-1.50e-300",
                    "12345678901234567890.123",
                    "0.1",
                    "9007199254740993",
                    "123456789012345678901234567890123456789012345678901234567890",
                    "-0.0000000000000000000000000000001",
                    "1e999999999"
                })
        void number_of_any_form_is_its_text(String number) {
            assertThat(JsonTexts.cell(number)).isEqualTo(new RecordedCell(CellKind.NUMBER, number));
        }

        @Test
        void number_of_many_digits_is_not_built() {
            String digits = "123456789".repeat(3_000);

            assertThat(JsonTexts.cell(digits + "e123456789"))
                    .isEqualTo(new RecordedCell(CellKind.NUMBER, digits + "e123456789"));
        }

        @Test
        void truth_values_are_booleans() {
            assertThat(JsonTexts.cell("true")).isEqualTo(new RecordedCell(CellKind.BOOLEAN, "true"));
            assertThat(JsonTexts.cell("false")).isEqualTo(new RecordedCell(CellKind.BOOLEAN, "false"));
        }

        @Test
        void text_is_decoded_and_lone_surrogates_are_kept() {
            assertThat(JsonTexts.cell("\"\\u0041\\n\\\"\\/\\uD83D\\uDE00é😀\\u0000\"")
                            .text())
                    .isEqualTo("A\n\"/😀é😀\0");
            assertThat(JsonTexts.cell("\"a\\uD800b\\uDC00\"").text()).isEqualTo("a\uD800b\uDC00");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{} | {}",
                    "[ ] | []",
                    "{\"x\" : [1, true, null, \"y\", {}], \"z\":-1.0} | {\"x\":[1,true,null,\"y\",{}],\"z\":-1.0}"
                })
        void structure_is_shown_in_short(String value, String excerpt) {
            assertThat(JsonTexts.cell(value)).isEqualTo(new RecordedCell(CellKind.STRUCTURE, excerpt));
        }

        @Test
        void structure_of_any_size_has_a_short_excerpt() {
            String many = "[" + "{\"name\":\"value\"},".repeat(10_000) + "\"" + "x".repeat(1_000_000) + "\"]";

            assertThat(JsonTexts.cell(many).text())
                    .hasSize(60)
                    .startsWith("[{\"name\":\"value\"},{")
                    .endsWith("…");
            assertThat(JsonTexts.cell("[\"" + "😀".repeat(100) + "\"]").text())
                    .hasSizeBetween(59, 60)
                    .endsWith("😀…");
        }

        @Test
        void cells_beyond_the_limit_keep_their_beginning() {
            RecordingSink sink = JsonTexts.read(
                    "{\"a\":\"12345\",\"b\":12345,\"c\":\"\\u0031\\u003245\"}",
                    UploadLimits.DEFAULTS.withTable(10, 3, 100));

            assertThat(JsonTexts.records(sink).rows().get(0).cells())
                    .extracting(RecordedCell::text)
                    .containsExactly("123", "123", "124");
        }
    }

    @Nested
    class Headers {

        @Test
        void names_are_placed_where_they_first_appear() {
            SourceTable table = JsonTexts.records(JsonTexts.read("[{\"a\":1},\n{\"b/~\":2,\n\"a\":1}]"))
                    .source();

            assertThat(table.headers()).containsExactly("a", "b/~");
            assertThat(table.headerPlaces()).containsExactly(new HeaderPlace(1, 0), new HeaderPlace(2, 1));
            assertThat(table.placeOfHeader(1, "x")).isEqualTo(new Place(null, 2L, "x", null, "/1/b~1~0"));
            assertThat(table.apostrophes()).isFalse();
        }

        @Test
        void pointers_start_at_the_array_or_at_the_object() {
            var inArray =
                    JsonTexts.records(JsonTexts.read("[{\"a\":1}]")).source().locator();
            var inLine = JsonTexts.records(JsonTexts.read("{\"a\":1}")).source().locator();

            assertThat(inArray.locate(5, 3, 0, "c")).isEqualTo(new Place(null, 5L, "c", null, "/3/a"));
            assertThat(inArray.locate(5, 3, -1, null)).isEqualTo(new Place(null, 5L, null, null, "/3"));
            assertThat(inLine.locate(5, 3, 0, "c")).isEqualTo(new Place(null, 5L, "c", null, "/a"));
            assertThat(inLine.locate(5, 3, -1, null)).isEqualTo(new Place(null, 5L, null, null, ""));
        }

        @Test
        void names_that_differ_in_case_alone_are_both_there() {
            assertThat(JsonTexts.records(JsonTexts.read("{\"a\":1,\"A \":2}"))
                            .source()
                            .headers())
                    .containsExactly("a", "A ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"b", "\\u0062"})
        void name_twice_in_an_object_is_there_twice(String spelling) {
            RecordingSink sink = JsonTexts.read(
                    "{\"a\":1,\"b\":2}\n{\"b\":3,\"a\":4,\"" + spelling + "\":5}\n{\"b\":6,\"b\":7,\"b\":8}");

            SourceTable table = JsonTexts.records(sink).source();
            assertThat(table.headers()).containsExactly("a", "b", "b");
            assertThat(table.headerPlaces())
                    .containsExactly(new HeaderPlace(1, 0), new HeaderPlace(1, 0), new HeaderPlace(2, 1));
            assertThat(JsonTexts.records(sink).rows().get(1).cells())
                    .extracting(RecordedCell::text)
                    .containsExactly("4", "3", "5");
        }

        @Test
        void names_with_escapes_and_beyond_ascii_are_decoded() {
            assertThat(JsonTexts.records(JsonTexts.read("{\"gr\\u00F6ße\":1,\"😀\":2,\"\\uD83D\\uDE00x\":3,\"\":4}"))
                            .source()
                            .headers())
                    .containsExactly("größe", "😀", "😀x", "");
        }

        @Test
        void names_beyond_the_limit_are_kept_up_to_one_more() {
            var text = new StringBuilder("{\"n0\":0");
            for (int i = 1; i < 10_000; i++) {
                text.append(",\"n").append(i).append("\":").append(i);
            }

            RecordingSink sink = JsonTexts.read(text.append('}').toString());

            assertThat(JsonTexts.records(sink).source().headers())
                    .hasSize(1_001)
                    .endsWith("n1000");
            assertThat(JsonTexts.records(sink).rows().get(0).cells()).hasSize(1_001);
        }

        @Test
        void names_by_the_million_are_read_in_bounded_memory() {
            var text = new StringBuilder();
            for (int i = 0; i < 1_000_000; i++) {
                text.append("{\"n").append(i).append("\":").append(i).append("}\n");
            }

            RecordingSink sink = JsonTexts.read(text.toString());

            assertThat(JsonTexts.records(sink).source().headers()).hasSize(1_001);
            assertThat(sink.rows()).isEqualTo(1_001);
        }
    }
}
