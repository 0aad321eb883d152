package org.usageflow.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.WriteOptions;
import org.usageflow.testkit.format.NastyTexts;
import org.usageflow.testkit.format.RecordingSink;
import org.usageflow.testkit.format.RecordingSink.RecordedCell;
import org.usageflow.testkit.format.RecordingSink.RecordedRow;

class JsonProperties {

    private static final int COLUMNS = 6;

    @Property(tries = 2_000)
    void names_found_by_the_scan_are_those_found_by_the_parser(@ForAll("texts") String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        var scanned = new Members(UploadLimits.DEFAULTS);

        boolean plain = new NameScan(new ByteArrayInputStream(content), scanned).collect();

        Statistics.label("plain").collect(plain);
        Members parsed = parsed(content);
        if (plain && parsed != null) {
            assertThat(scanned.headers()).isEqualTo(parsed.headers());
            assertThat(scanned.places()).isEqualTo(parsed.places());
        }
    }

    private static Members parsed(byte[] content) throws IOException {
        var members = new Members(UploadLimits.DEFAULTS);
        try (JsonText text = new JsonText(new ByteArrayInputStream(content), UploadLimits.DEFAULTS)) {
            NamePass.collect(text, members);
            return members;
        } catch (RefusedException e) {
            return null;
        }
    }

    @Property(tries = 1_000)
    void text_of_any_kind_gives_rows_or_one_fault(@ForAll("texts") String text) {
        RecordingSink sink = JsonTexts.read(text);

        assertThat(sink.violations()).isEmpty();
        assertThat(sink.faults()).hasSizeLessThanOrEqualTo(1);
    }

    @Property(tries = 500)
    void objects_read_at_any_place_of_the_buffer_are_the_same(
            @ForAll("objects") String objects, @ForAll @IntRange(min = 65_400, max = 65_560) int before) {
        List<RecordedRow> alone = rows(objects);
        List<RecordedRow> far = rows(" ".repeat(before) + objects);

        assertThat(far).isEqualTo(alone);
    }

    private static List<RecordedRow> rows(String text) {
        RecordingSink sink = JsonTexts.read(text);
        assertThat(sink.faults()).isEmpty();
        return sink.tables().isEmpty() ? List.of() : JsonTexts.records(sink).rows();
    }

    @Property(tries = 2_000)
    void bytes_are_taken_for_utf_8_as_the_platform_takes_them(
            @ForAll("bytes") byte[] bytes, @ForAll @IntRange(min = 1, max = 9) int step) throws IOException {
        byte[] content = new byte[bytes.length + 4];
        Arrays.fill(content, (byte) ' ');
        System.arraycopy(bytes, 0, content, 4, bytes.length);

        byte[] read = new byte[0];
        boolean accepted = true;
        try (var stream = new Utf8Stream(new ByteArrayInputStream(content))) {
            var out = new ByteArrayOutputStream();
            byte[] piece = new byte[step];
            for (int count = stream.read(piece, 0, step); count >= 0; count = stream.read(piece, 0, step)) {
                out.write(piece, 0, count);
            }
            read = out.toByteArray();
        } catch (Utf8Stream.MalformedException e) {
            accepted = false;
        }

        assertThat(accepted).isEqualTo(isUtf8(content));
        assertThat(!accepted || Arrays.equals(read, content)).isTrue();
    }

    private static boolean isUtf8(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Property(tries = 500)
    void rows_of_any_text_come_back_exactly(@ForAll("rows") List<List<String>> rows, @ForAll boolean array)
            throws IOException {
        RecordingSink sink = JsonTexts.read(written(rows, array), UploadLimits.DEFAULTS);

        List<String> expected = new ArrayList<>();
        rows.forEach(row -> row.stream().filter(text -> !text.isEmpty()).forEach(expected::add));
        List<String> actual = new ArrayList<>();
        if (!sink.tables().isEmpty()) {
            JsonTexts.records(sink).rows().forEach(row -> actual.addAll(inOrder(sink, row)));
        }
        boolean nothingToRead = rows.isEmpty() && !array;
        assertThat(sink.faults()).hasSize(nothingToRead ? 1 : 0);
        // Rows that are wholly blank are not pushed
        assertThat(nonBlank(actual)).isEqualTo(nonBlank(expected));
    }

    private static List<String> nonBlank(List<String> texts) {
        return texts.stream()
                .filter(text -> !org.usageflow.model.TextRules.isBlank(text))
                .toList();
    }

    private static List<String> inOrder(RecordingSink sink, RecordedRow row) {
        List<String> headers = JsonTexts.records(sink).source().headers();
        return headers.stream()
                .sorted()
                .map(header -> row.cell(headers.indexOf(header)))
                .filter(cell -> cell.kind() != CellKind.BLANK)
                .map(RecordedCell::text)
                .toList();
    }

    private static byte[] written(List<List<String>> rows, boolean array) throws IOException {
        var out = new ByteArrayOutputStream();
        var row = new SourceRow();
        try (RowWriter writer = (array ? JsonFormat.array() : JsonFormat.lines()).write(out, WriteOptions.DEFAULTS)) {
            var columns = new ArrayList<OutputColumn>();
            for (int i = 1; i <= COLUMNS; i++) {
                columns.add(OutputColumn.text("h" + i));
            }
            writer.table(new OutputTable("records", columns));
            for (List<String> cells : rows) {
                row.begin(0, 0);
                for (int i = 0; i < cells.size(); i++) {
                    row.cell(i, CellKind.TEXT, cells.get(i));
                }
                writer.row(row);
            }
            writer.finish();
        }
        return out.toByteArray();
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.of(NastyTexts.all()),
                Arbitraries.strings().ofMaxLength(8),
                Arbitraries.of("\uD800", "a\uDC00b", "\0", "\u007F\u0085", "\u001F"));
        return texts.list().ofMaxSize(COLUMNS).list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<Byte> each = Arbitraries.of(
                        0x20, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
                        0xEE, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF)
                .map(Integer::byteValue);
        Arbitrary<String> words = Arbitraries.of("a", "é", "€", "😀", "0123456789");
        Arbitrary<byte[]> right =
                words.list().ofMaxSize(8).map(list -> String.join("", list).getBytes(StandardCharsets.UTF_8));
        return Arbitraries.oneOf(each.array(byte[].class).ofMaxSize(6), right);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> noise = Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"",
                        "\"a\"",
                        "\"b\":",
                        "1",
                        "null",
                        " ",
                        "\n",
                        "\r\n",
                        "\r",
                        "\\",
                        "tru",
                        "{\"a\":1}",
                        "\"\\u0061\":2",
                        "é",
                        "\t")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
        Arbitrary<String> spoilt = objects()
                .flatMap(text -> Arbitraries.integers()
                        .between(0, text.length())
                        .flatMap(at -> noise.map(piece -> text.substring(0, at) + piece + text.substring(at))));
        return Arbitraries.oneOf(noise, objects(), spoilt);
    }

    @Provide
    Arbitrary<String> objects() {
        Arbitrary<String> space = Arbitraries.of("", "", "", " ", "\n", "\r\n", "\r", "\t", "\n\r");
        Arbitrary<String> names = Arbitraries.of("a", "b", "c", "long name", "é", "", "a\\\"b", "\\u0062");
        Arbitrary<String> values = Arbitraries.of(
                "1",
                "-0.5e7",
                "true",
                "null",
                "\"\"",
                "\"x\"",
                "\"a\\\\\"",
                "\"\\\"}\"",
                "\"é😀\"",
                "{}",
                "[1,[2,\"]\"]]",
                "{\"x\":{\"y\":[\"{\"]}}");
        Arbitrary<String> members = net.jqwik.api.Combinators.combine(names, values, space)
                .as((name, value, blank) -> blank + '"' + name + '"' + blank + ':' + blank + value + blank);
        Arbitrary<String> objects = members.list().ofMaxSize(4).map(list -> "{" + String.join(",", list) + "}");
        Arbitrary<List<String>> many = objects.list().ofMinSize(1).ofMaxSize(5);
        return Arbitraries.oneOf(
                many.map(list -> String.join("\n", list)),
                many.flatMap(list -> space.map(blank -> "[" + blank + String.join("," + blank, list) + blank + "]")));
    }
}
