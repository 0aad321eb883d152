package org.usageflow.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.ContentSample;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.format.RecordingSink;
import org.usageflow.testkit.format.RecordingSink.RecordedTable;

/** Rules §3.5 and §9 for JSON. */
class JsonReadingTest {

    @TempDir
    Path directory;

    private RecordingSink read(String content) throws IOException {
        return read(content.getBytes(StandardCharsets.UTF_8), UploadLimits.DEFAULTS);
    }

    private RecordingSink read(byte[] content, UploadLimits limits) throws IOException {
        Path file = Files.createTempFile(directory, "upload", ".json");
        Files.write(file, content);
        var sink = RecordingSink.all();
        JsonFormat.lines().read(UploadSource.of(file), ReadOptions.DEFAULTS.withLimits(limits), sink);
        return sink;
    }

    private static RecordedTable table(RecordingSink sink) {
        assertThat(sink.faults()).isEmpty();
        assertThat(sink.tables()).hasSize(1);
        return sink.tables().get(0);
    }

    private static ProblemCode fault(RecordingSink sink, Long line) {
        assertThat(sink.faults()).hasSize(1);
        assertThat(sink.faults().get(0).place()).isEqualTo(new Place(null, line, null, null, null));
        return sink.faults().get(0).code();
    }

    @Nested
    class Header {

        @Test
        void members_of_all_objects_in_order_of_appearance_are_the_header() throws IOException {
            RecordedTable table = table(read("{\"b\":1}\n{\"a\":2,\"b\":3}\n{\"c\":null}\n"));

            assertThat(table.source().headers()).containsExactly("b", "a", "c");
            assertThat(table.cell(1, "a").text()).isEqualTo("2");
            assertThat(table.cell(1, "b").text()).isEqualTo("3");
            assertThat(table.rows()).hasSize(2);
        }

        @Test
        void member_twice_in_an_object_stands_twice_in_the_header_at_its_place() throws IOException {
            RecordedTable table = table(read("[{\"a\":1},\n{\"b\":1,\"a\":2,\n\"b\":3,\"b\":4}]"));

            assertThat(table.source().headers()).containsExactly("a", "b", "b");
            assertThat(table.source().placeOfHeader(2, "b")).isEqualTo(new Place(null, 3L, "b", null, "/1/b"));
        }

        @Test
        void names_that_fold_alike_both_stand_in_the_header() throws IOException {
            assertThat(table(read("{\"a\":1,\" A\":2}")).source().headers()).containsExactly("a", " A");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "[{}]", "{}", "{}\n{}", " [ { } , { } ] "})
        void file_without_members_has_no_table(String content) throws IOException {
            RecordingSink sink = read(content);

            assertThat(sink.tables()).isEmpty();
            assertThat(sink.faults()).isEmpty();
        }

        @Test
        void names_beyond_the_limit_are_cut_behind_the_first() throws IOException {
            UploadLimits limits = UploadLimits.DEFAULTS.withTable(2, 100, 1000);
            byte[] content = "{\"a\":1,\"b\":1,\"c\":1,\"d\":1}".getBytes(StandardCharsets.UTF_8);

            assertThat(table(read(content, limits)).source().headers()).containsExactly("a", "b", "c");
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
                    "1E-7",
                    "12345678901234567890.123456789",
                    "0.30000000000000004",
                    "4.0000"
                })
        void digits_of_numbers_are_kept(String number) throws IOException {
            RecordedTable table = table(read("{\"quantity\":" + number + "}"));

            assertThat(table.cell(0, "quantity").kind()).isEqualTo(CellKind.NUMBER);
            assertThat(table.cell(0, "quantity").text()).isEqualTo(number);
        }

        @Test
        void kinds_are_those_of_json() throws IOException {
            RecordedTable table = table(
                    read(
                            "{\"t\":\"x\",\"b\":true,\"f\":false,\"n\":null,\"o\":{\"p\":[1]},\"a\":[1,{}],\"e\":\"\",\"z\":1}"));

            assertThat(List.of("t", "b", "f", "n", "o", "a", "e", "z"))
                    .extracting(name -> table.cell(0, name).kind())
                    .containsExactly(
                            CellKind.TEXT,
                            CellKind.BOOLEAN,
                            CellKind.BOOLEAN,
                            CellKind.BLANK,
                            CellKind.STRUCTURE,
                            CellKind.STRUCTURE,
                            CellKind.BLANK,
                            CellKind.NUMBER);
            assertThat(table.cell(0, "b").text()).isEqualTo("true");
        }

        @Test
        void escapes_are_decoded_and_half_a_pair_is_kept() throws IOException {
            RecordedTable table = table(read("{\"t\":\"\\u00e9\\t\\\"\\\\\\/\\ud83d\\ude00\\ud800x\"}"));

            assertThat(table.cell(0, "t").text()).isEqualTo("é\t\"\\/😀\ud800x");
        }

        @Test
        void byte_order_mark_is_no_content() throws IOException {
            assertThat(table(read("\uFEFF{\"a\":1}")).source().headers()).containsExactly("a");
        }

        @Test
        void text_beyond_the_limit_is_cut() throws IOException {
            UploadLimits limits = UploadLimits.DEFAULTS.withTable(10, 5, 1000);
            byte[] content = "{\"a\":\"123456789\"}".getBytes(StandardCharsets.UTF_8);

            assertThat(table(read(content, limits)).cell(0, "a").text()).isEqualTo("12345");
        }
    }

    @Nested
    class Places {

        @Test
        void rows_of_an_array_have_pointers_from_its_root() throws IOException {
            RecordedTable table = table(read("[\n{\"a/b\":1}, {\"a/b\":2},\r\n\r{}, {\"~\":3}]"));

            assertThat(table.rows()).extracting("number").containsExactly(2L, 2L, 4L);
            assertThat(table.rows()).extracting("position").containsExactly(0L, 1L, 3L);
            var locator = table.source().locator();
            assertThat(locator.locate(2, 1, 0, "x")).isEqualTo(new Place(null, 2L, "x", null, "/1/a~1b"));
            assertThat(locator.locate(4, 3, 1, null).pointer()).isEqualTo("/3/~0");
            assertThat(locator.locate(4, 3, -1, null).pointer()).isEqualTo("/3");
        }

        @Test
        void lines_have_pointers_from_their_object() throws IOException {
            RecordedTable table = table(read("{\"a\":1}\n\n{\n\"a\":2}"));

            assertThat(table.rows()).extracting("number").containsExactly(1L, 3L);
            assertThat(table.source().locator().locate(3, 1, 0, "a").pointer()).isEqualTo("/a");
            assertThat(table.source().locator().locate(3, 1, -1, null).pointer())
                    .isEmpty();
        }
    }

    @Nested
    class Faults {

        @Test
        void broken_json_is_unreadable_at_its_line() throws IOException {
            assertThat(fault(read("{\"a\":1}\n{\"a\":}\n"), 2L)).isEqualTo(ProblemCode.FILE_UNREADABLE);
            assertThat(fault(read("[{\"a\":1},\n{\"a\":1}"), 2L)).isEqualTo(ProblemCode.FILE_UNREADABLE);
            assertThat(fault(read("{\"a\":NaN}"), 1L)).isEqualTo(ProblemCode.FILE_UNREADABLE);
        }

        @Test
        void what_is_no_object_is_unreadable_at_its_line() throws IOException {
            assertThat(fault(read("[{\"a\":1},\n7]"), 2L)).isEqualTo(ProblemCode.FILE_UNREADABLE);
            assertThat(fault(read("{\"a\":1}\n[1]"), 2L)).isEqualTo(ProblemCode.FILE_UNREADABLE);
            assertThat(fault(read("[{\"a\":1}]\n{\"a\":1}"), 2L)).isEqualTo(ProblemCode.FILE_UNREADABLE);
        }

        @Test
        void malformed_utf8_is_unreadable_at_its_line() throws IOException {
            byte[] content = "{\"a\":1}\n{\"a\":\"?\"}".getBytes(StandardCharsets.UTF_8);
            content[14] = (byte) 0xFF;

            assertThat(fault(read(content, UploadLimits.DEFAULTS), 2L)).isEqualTo(ProblemCode.FILE_UNREADABLE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
        void other_unicode_is_unreadable(String charset) throws IOException {
            byte[] content = "[{\"a\":1}]".getBytes(Charset.forName(charset));

            assertThat(read(content, UploadLimits.DEFAULTS).faults())
                    .extracting("code")
                    .containsExactly(ProblemCode.FILE_UNREADABLE);
        }

        @Test
        void deep_nesting_is_too_large() throws IOException {
            String deep = "[".repeat(100_000);

            assertThat(fault(read("{\"a\":1}\n{\"a\":" + deep + "}"), 2L)).isEqualTo(ProblemCode.FILE_TOO_LARGE);
        }

        @Test
        void number_without_end_is_too_large() throws IOException {
            String digits = "9".repeat(100_000);

            assertThat(fault(read("{\"a\":" + digits + "}"), 1L)).isEqualTo(ProblemCode.FILE_TOO_LARGE);
        }

        @Test
        void row_beyond_the_limit_is_too_large() throws IOException {
            UploadLimits limits = UploadLimits.DEFAULTS.withTable(10, 60, 100);
            String text = "x".repeat(60);
            String row = "{\"a\":\"" + text + "\",\"b\":\"" + text + "\"}";

            assertThat(fault(read(("{\"a\":1}\n" + row).getBytes(StandardCharsets.UTF_8), limits), 2L))
                    .isEqualTo(ProblemCode.FILE_TOO_LARGE);
        }
    }

    @Test
    void content_is_told_by_its_first_character() {
        assertThat(recognises("  \n[1")).isTrue();
        assertThat(recognises("\uFEFF{")).isTrue();
        assertThat(recognises("record_id,quantity")).isFalse();
        assertThat(recognises("")).isFalse();
    }

    private static boolean recognises(String content) {
        var sample = new ContentSample(content.getBytes(StandardCharsets.UTF_8), Set.of("record_id"));
        return JsonFormat.array().recognises(sample);
    }

    @Test
    void sink_that_has_enough_ends_the_reading() throws IOException {
        Path file = Files.writeString(directory.resolve("three.jsonl"), "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n");
        var sink = RecordingSink.stoppingAfter(2);

        JsonFormat.array().read(UploadSource.of(file), ReadOptions.DEFAULTS, sink);

        assertThat(sink.tables().get(0).rows()).hasSize(2);
    }
}
