package org.usageflow.testkit.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.model.Capabilities;
import org.usageflow.schema.ColumnSet;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.CellMarks;
import org.usageflow.spi.format.ContentSample;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.WriteOptions;
import org.usageflow.testkit.format.RecordingSink.RecordedCell;
import org.usageflow.testkit.format.RecordingSink.RecordedRow;
import org.usageflow.testkit.format.RecordingSink.RecordedTable;

/** Rules on copies of tables, and on marked cells: what a processed file is made of (rules §3.4). */
abstract class FormatCopyRules extends FormatWritingRules {

    private static final String ADDED = "v.added";

    @Test
    @DisplayName("FORMAT-50 MUST: a copy is read as its original is, with a column added")
    void copy_is_read_as_its_original() throws IOException {
        try (FormatBench bench = bench()) {
            RecordedTable original = recordsOf(bench, bench.write(TestTable.withIds("v.text", NastyTexts.all())));

            RecordedTable copy = copy(bench, original, row -> true, false);

            assertThat(copy.rows()).hasSameSizeAs(original.rows());
            for (int i = 0; i < original.rows().size(); i++) {
                assertSame(copy, original, i, original.rows().get(i));
                assertThat(copy.meaning(i, ADDED)).isEqualTo("=added");
            }
        }
    }

    @Test
    @DisplayName("FORMAT-51 MUST: rows of a copy keep number and position where others are left out")
    void rows_of_a_copy_stay_where_they_were() throws IOException {
        try (FormatBench bench = bench()) {
            RecordedTable original = recordsOf(bench, bench.write(TestTable.ordinary(9)));

            RecordedTable copy = copy(bench, original, row -> row.position() % 3 == 1, false);

            assertThat(copy.rows()).hasSize(3);
            for (int i = 0; i < 3; i++) {
                assertSame(copy, original, i, original.rows().get(3 * i + 1));
            }
        }
    }

    @Test
    @DisplayName("FORMAT-52 MUST: marks change nothing of what is read")
    void marks_change_nothing_of_what_is_read() throws IOException {
        try (FormatBench bench = bench()) {
            RecordedTable original = recordsOf(bench, bench.write(TestTable.ordinary(5)));

            RecordedTable copy = copy(bench, original, row -> true, true);

            assertThat(copy.source().headers().subList(0, 3))
                    .isEqualTo(original.source().headers());
            for (int i = 0; i < 5; i++) {
                assertSame(copy, original, i, original.rows().get(i));
            }
        }
    }

    @Test
    @DisplayName("FORMAT-53 MUST: a copy takes cells of every kind")
    void copy_takes_cells_of_every_kind() throws IOException {
        try (FormatBench bench = bench()) {
            RecordedTable original = recordsOf(bench, bench.write(TestTable.ordinary(1)));
            var target = new ByteArrayOutputStream();
            try (RowWriter writer = format().write(target, WriteOptions.DEFAULTS)) {
                writer.table(output(original));
                RecordedRow first = original.rows().get(0);
                long step = 0;
                for (CellKind kind : CellKind.values()) {
                    var row = new SourceRow().begin(first.number() + step, first.position() + step);
                    step++;
                    row.cell(0, CellKind.TEXT, "R-" + kind);
                    if (kind != CellKind.BLANK) {
                        row.cell(2, kind, sample(kind));
                    }
                    writer.row(row);
                }
                writer.finish();
            }

            RecordedTable copy = recordsOf(bench, bench.store(target.toByteArray()));

            assertThat(copy.rows()).hasSameSizeAs(CellKind.values());
            assertThat(copy.rows())
                    .filteredOn(row -> row.cell(2).kind() != CellKind.BLANK)
                    .as("cells that are not blank")
                    .hasSize(CellKind.values().length - 1);
        }
    }

    private static String sample(CellKind kind) {
        return switch (kind) {
            case NUMBER, SPREADSHEET_NUMBER, SPREADSHEET_DATE -> "44385.5";
            case BOOLEAN -> "TRUE";
            case ERROR -> "#N/A";
            case STRUCTURE -> "[1]";
            default -> "text";
        };
    }

    @Test
    @DisplayName("FORMAT-54 MUST: the format that writes like some content recognises what it writes")
    void format_like_some_content_recognises_what_it_writes() throws IOException {
        try (FormatBench bench = bench()) {
            Path file = bench.write(TestTable.ordinary(1));
            ContentSample sample = sampleOf(file);

            assertThat(format().like(sample).recognises(sample)).isTrue();
            assertThat(format().like(sample).holdsSeveralTables()).isEqualTo(format().holdsSeveralTables());
        }
    }

    private static ContentSample sampleOf(Path file) throws IOException {
        return new ContentSample(
                Files.readAllBytes(file), ColumnSet.standard(Capabilities.NONE).headers());
    }

    private static void assertSame(RecordedTable copy, RecordedTable original, int index, RecordedRow row) {
        RecordedRow copied = copy.rows().get(index);
        assertThat(copied.number()).as("number").isEqualTo(row.number());
        assertThat(copied.position()).as("position").isEqualTo(row.position());
        for (int column = 0; column < original.source().headers().size(); column++) {
            assertThat(copied.cell(column)).as("cell of column " + column).isEqualTo(row.cell(column));
        }
    }

    private static OutputTable output(RecordedTable original) {
        List<OutputColumn> columns = new ArrayList<>();
        original.source().headers().forEach(header -> columns.add(OutputColumn.plain(header)));
        columns.add(OutputColumn.text(ADDED));
        return OutputTable.copyOf(original.source(), columns);
    }

    private RecordedTable copy(FormatBench bench, RecordedTable original, Predicate<RecordedRow> wanted, boolean marked)
            throws IOException {
        var target = new ByteArrayOutputStream();
        var marks = new CellMarks();
        if (marked) {
            marks.outline(0).outline(2).comment(0, "wrong\nhere").comment(1, "look");
        }
        var buffer = new SourceRow();
        try (RowWriter writer = format().write(target, WriteOptions.DEFAULTS)) {
            writer.table(output(original), marks);
            for (RecordedRow row : original.rows()) {
                if (wanted.test(row)) {
                    writer.row(fill(buffer, row, original.source().headers().size()), marks);
                }
            }
            writer.finish();
        }
        return recordsOf(bench, bench.store(target.toByteArray()));
    }

    private static SourceRow fill(SourceRow buffer, RecordedRow row, int added) {
        buffer.begin(row.number(), row.position());
        for (int column = 0; column < row.cells().size(); column++) {
            RecordedCell cell = row.cell(column);
            if (cell.kind() != CellKind.BLANK) {
                buffer.cell(column, cell.kind(), cell.text());
            }
        }
        return buffer.cell(added, CellKind.TEXT, "=added");
    }
}
