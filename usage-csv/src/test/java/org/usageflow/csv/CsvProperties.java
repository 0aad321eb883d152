package org.usageflow.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.usageflow.model.TextRules;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.WriteOptions;
import org.usageflow.testkit.format.FormulaGuard;
import org.usageflow.testkit.format.NastyTexts;
import org.usageflow.testkit.format.RecordingSink;
import org.usageflow.testkit.format.RecordingSink.RecordedRow;
import org.usageflow.testkit.format.RecordingSink.RecordedTable;

class CsvProperties {

    private static final int COLUMNS = 6;
    private static final String HEADER = "h1,h2,h3,h4,h5,h6\n";

    /** A row: its line, and its cells without blank ones at the end. */
    private record Line(long number, List<String> cells) {}

    @Property(tries = 2_000)
    void text_of_any_kind_is_read_as_another_parser_reads_it(@ForAll("texts") String text) throws IOException {
        Optional<List<Line>> theirs = theirs(HEADER + text);
        RecordingSink ours = CsvReading.read(HEADER + text);

        Statistics.label("accepted").collect(ours.faults().isEmpty());
        if (ours.faults().isEmpty()) {
            assertThat(theirs).as("accepted by the other").isPresent();
            assertThat(lines(CsvReading.records(ours))).as(visible(text)).isEqualTo(theirs.orElseThrow());
        }
    }

    private static String visible(String text) {
        var visible = new StringBuilder();
        text.chars()
                .forEach(c -> visible.append(
                        c < ' ' || c > '~' ? "<" + Integer.toHexString(c) + ">" : Character.toString(c)));
        return visible.toString();
    }

    @Property(tries = 300)
    void text_around_the_buffers_ends_is_read_as_another_parser_reads_it(
            @ForAll("wellFormed") List<String> records, @ForAll @IntRange(min = 16_300, max = 16_400) int before)
            throws IOException {
        String text =
                HEADER + "x".repeat(before) + "\n" + String.join("", records).repeat(3);

        RecordingSink ours = CsvReading.read(text);

        assertThat(ours.faults()).isEmpty();
        assertThat(lines(CsvReading.records(ours))).isEqualTo(theirs(text).orElseThrow());
    }

    @Property(tries = 1_000)
    void buffer_of_any_size_gives_the_same_text(
            @ForAll("texts") String text, @ForAll @IntRange(min = 3, max = 40) int buffer) {
        assertThat(scanned(text, buffer, UploadLimits.DEFAULTS)).isEqualTo(scanned(text, 4_096, UploadLimits.DEFAULTS));
    }

    @Property(tries = 1_000)
    void record_scanned_with_care_gives_the_same_as_one_that_needs_none(@ForAll("wellFormed") List<String> records) {
        String text = String.join("", records);
        // So short a record is never taken for a plain one
        UploadLimits narrow = UploadLimits.DEFAULTS.withTable(20, 100, 1_000);

        assertThat(scanned("x".repeat(21) + text, 4_096, narrow))
                .isEqualTo(scanned("x".repeat(21) + text, 4_096, UploadLimits.DEFAULTS));
    }

    private static String scanned(String text, int buffer, UploadLimits limits) {
        var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        try (var scanner = new CsvText(in, ',', limits, buffer, () -> {})) {
            var out = new StringBuilder();
            char[] chars = new char[buffer];
            for (int count = scanner.read(chars, 0, buffer); count > 0; count = scanner.read(chars, 0, buffer)) {
                out.append(chars, 0, count);
            }
            // Of a record that is broken a part may have come before
            return scanner.fault() == null ? out.toString() : scanner.fault().toString();
        }
    }

    @SuppressWarnings("removal") // the oracle's leniency; its successors are not in the version that is pinned
    private static Optional<List<Line>> theirs(String text) throws IOException {
        var lines = new ArrayList<Line>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord each : reader) {
                add(lines, each.getStartingLineNumber(), each.getFields());
            }
        } catch (CsvParseException e) {
            return Optional.empty();
        }
        return Optional.of(lines.subList(1, lines.size()));
    }

    private static List<Line> lines(RecordedTable table) {
        var lines = new ArrayList<Line>();
        for (RecordedRow row : table.rows()) {
            add(lines, row.number(), CsvReading.texts(row));
        }
        return lines;
    }

    private static void add(List<Line> lines, long number, List<String> fields) {
        List<String> cells = trimmed(fields);
        if (!cells.stream().allMatch(TextRules::isBlank)) {
            lines.add(new Line(number, cells));
        }
    }

    // Beyond the header's width only the first value counts, and is compared no further
    private static List<String> trimmed(List<String> cells) {
        int size = Math.min(cells.size(), COLUMNS);
        while (size > 0 && cells.get(size - 1).isEmpty()) {
            size--;
        }
        return List.copyOf(cells.subList(0, size));
    }

    @Property(tries = 500)
    void rows_of_any_text_come_back_exactly(
            @ForAll("rows") List<List<String>> rows, @ForAll("delimiters") char delimiter) throws IOException {
        byte[] written = written(rows, delimiter, false);

        RecordingSink sink = RecordingSink.all();
        CsvReading.read(CsvFormat.delimitedBy(delimiter), written, UploadLimits.DEFAULTS, sink);

        assertThat(sink.faults()).isEmpty();
        assertThat(sink.violations()).isEmpty();
        List<List<String>> expected = rows.stream()
                .map(CsvProperties::trimmed)
                .filter(row -> !row.stream().allMatch(TextRules::isBlank))
                .toList();
        assertThat(CsvReading.records(sink).rows())
                .extracting(row -> trimmed(CsvReading.texts(row)))
                .isEqualTo(expected);
    }

    @Property(tries = 500)
    void texts_that_begin_a_formula_are_guarded_once(@ForAll("rows") List<List<String>> rows) throws IOException {
        var lines = lines(CsvReading.records(CsvReading.read(written(rows, ',', true))));
        var plain = lines(CsvReading.records(CsvReading.read(written(rows, ',', false))));

        assertThat(lines).hasSameSizeAs(plain);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i).cells())
                    .isEqualTo(plain.get(i).cells().stream()
                            .map(CsvProperties::guarded)
                            .toList());
        }
    }

    private static String guarded(String text) {
        return TextRules.isBlank(text) ? text : FormulaGuard.given(text);
    }

    private static byte[] written(List<List<String>> rows, char delimiter, boolean text) throws IOException {
        var out = new ByteArrayOutputStream();
        var row = new SourceRow();
        try (RowWriter writer = CsvFormat.delimitedBy(delimiter).write(out, WriteOptions.DEFAULTS)) {
            var columns = new ArrayList<OutputColumn>();
            for (int i = 1; i <= COLUMNS; i++) {
                columns.add(text ? OutputColumn.text("h" + i) : OutputColumn.plain("h" + i));
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
    Arbitrary<Character> delimiters() {
        return Arbitraries.of(',', ';', '\t');
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> cells = Arbitraries.oneOf(Arbitraries.of(NastyTexts.all()), pieces());
        return cells.list().ofMaxSize(COLUMNS).list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                pieces(),
                wellFormed().map(records -> String.join("", records)),
                wellFormed().flatMap(this::spoilt));
    }

    private Arbitrary<String> spoilt(List<String> records) {
        String text = String.join("", records);
        return Arbitraries.integers()
                .between(0, text.length())
                .flatMap(at -> pieces().map(piece -> whole(text.substring(0, at) + piece + text.substring(at))));
    }

    // A pair of surrogates that was torn apart cannot be written as UTF-8
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "\"", "\"\"", ",", ",,", "\n", "\r\n", "\r", "\n\r", "#", " ", "\t", "a", "bc", "\u00A0", "é",
                        "😀", ";", "'", "\\", "\uFEFF")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<String>> wellFormed() {
        Arbitrary<String> quoted = pieces().map(text -> '"' + text.replace("\"", "\"\"") + '"');
        Arbitrary<String> plain = pieces().map(text -> text.replaceAll("[\",\r\n]", ""));
        Arbitrary<String> fields = Arbitraries.oneOf(quoted, plain)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(cells -> String.join(",", cells));
        return fields.flatMap(record -> Arbitraries.of("\n", "\r\n", "\r").map(end -> record + end))
                .list()
                .ofMaxSize(5);
    }
}
