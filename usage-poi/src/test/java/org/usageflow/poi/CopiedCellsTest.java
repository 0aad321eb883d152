package org.usageflow.poi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.usageflow.problem.Place;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.CellMarks;
import org.usageflow.spi.format.DateSystem;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.WriteOptions;
import org.usageflow.testkit.format.RecordingSink.RecordedTable;

/** Copies of tables and marked cells: every kind of cell with its exact text, where it was (rules §3.3, §3.4). */
class CopiedCellsTest {

    private final ByteArrayOutputStream target = new ByteArrayOutputStream();
    private final CellMarks marks = new CellMarks();

    private static SourceTable original(long headerRow, DateSystem dates, String... headers) {
        return SourceTable.of(
                TableName.RECORDS,
                List.of(headers),
                headerRow,
                (number, position, column, name) -> Place.FILE,
                dates,
                false);
    }

    private byte[] copy(SourceTable original, SourceRow... rows) throws IOException {
        List<OutputColumn> columns =
                original.headers().stream().map(OutputColumn::text).toList();
        try (RowWriter writer = new XlsxFormat().write(target, WriteOptions.DEFAULTS)) {
            writer.table(OutputTable.copyOf(original, columns), marks);
            for (SourceRow row : rows) {
                writer.row(row, marks);
            }
            writer.finish();
        }
        return target.toByteArray();
    }

    private static SourceRow row(CellKind kind, String text) {
        return new SourceRow().begin(2, 0).cell(0, CellKind.TEXT, "id").cell(1, kind, text);
    }

    private XSSFWorkbook opened() throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(target.toByteArray()));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "SPREADSHEET_NUMBER, 0.1",
                "SPREADSHEET_NUMBER, 12345678901234567890.5",
                "SPREADSHEET_NUMBER, 1.0000000000000001E-3",
                "SPREADSHEET_NUMBER, 007",
                "SPREADSHEET_NUMBER, \" 12 \"",
                "SPREADSHEET_NUMBER, <&>",
                "SPREADSHEET_DATE, 44385.5",
                "SPREADSHEET_DATE, -1.5E-3",
                "SPREADSHEET_DATE, 2021-07-08T01:02:03Z",
                "SPREADSHEET_DATE, 2021-07-08",
                "BOOLEAN, TRUE",
                "BOOLEAN, FALSE",
                "ERROR, #N/A",
                "ERROR, #DIV/0!",
                "ERROR, \"\"",
                "TEXT, =1+1",
                "TEXT, \" _x0041_ \"",
                "TEXT, 12"
            })
    void cell_is_read_back_as_the_same_kind_with_the_same_text(CellKind kind, String text) throws IOException {
        byte[] workbook = copy(original(1, DateSystem.EXCEL_1900, "a", "b"), row(kind, text));

        assertThat(Reading.b2(workbook)).isEqualTo(Reading.cell(kind, text));
    }

    @ParameterizedTest
    @CsvSource({"'a\uD800'", "'\uDC00b'", "'_x0041\uD83D'", "'\uD83D\uDE00\uD800'", "'\u0001\uFFFF'"})
    void damaged_text_is_read_back_as_it_was(String text) throws IOException {
        byte[] workbook = copy(original(1, DateSystem.EXCEL_1900, "a", "b"), row(CellKind.TEXT, text));

        assertThat(Reading.b2(workbook)).isEqualTo(Reading.cell(CellKind.TEXT, text));
    }

    @ParameterizedTest
    @CsvSource({"SPREADSHEET_NUMBER, 12.50", "SPREADSHEET_DATE, 44385.5", "BOOLEAN, TRUE", "ERROR, ''", "TEXT, x7"})
    void outlined_cell_keeps_kind_and_text(CellKind kind, String text) throws IOException {
        marks.outline(1);

        byte[] workbook = copy(original(1, DateSystem.EXCEL_1900, "a", "b"), row(kind, text));

        assertThat(Reading.b2(workbook)).isEqualTo(Reading.cell(kind, text));
        try (XSSFWorkbook opened = opened()) {
            assertThat(opened.getSheetAt(0).getRow(1).getCell(1).getCellStyle().getBorderTop())
                    .isEqualTo(BorderStyle.MEDIUM);
        }
    }

    @Test
    void number_that_no_spreadsheet_writes_becomes_text() throws IOException {
        byte[] workbook = copy(original(1, DateSystem.EXCEL_1900, "a", "b"), row(CellKind.SPREADSHEET_NUMBER, "zwölf"));

        assertThat(Reading.b2(workbook)).isEqualTo(Reading.cell(CellKind.TEXT, "zwölf"));
    }

    @Test
    void text_longer_than_a_spreadsheet_holds_is_cut() throws IOException {
        byte[] workbook = copy(
                original(1, DateSystem.EXCEL_1900, "a", "b"), row(CellKind.TEXT, "x".repeat(32_766) + "\uD83D\uDE00"));

        assertThat(Reading.b2(workbook)).isEqualTo(Reading.cell(CellKind.TEXT, "x".repeat(32_766)));
    }

    @Test
    void date_system_is_carried_over() throws IOException {
        byte[] workbook = copy(original(1, DateSystem.EXCEL_1904, "a", "b"), row(CellKind.SPREADSHEET_DATE, "100"));

        assertThat(Reading.records(workbook).source().dates()).isEqualTo(DateSystem.EXCEL_1904);
    }

    @Test
    void header_and_rows_stand_where_they_were() throws IOException {
        var row = new SourceRow().begin(900, 894).cell(0, CellKind.TEXT, "id");

        RecordedTable read = Reading.records(copy(original(5, DateSystem.EXCEL_1900, "a"), row));

        assertThat(read.source().headerPlaces().get(0).number()).isEqualTo(5);
        assertThat(read.rows().get(0).number()).isEqualTo(900);
        assertThat(read.rows().get(0).position()).isEqualTo(894);
    }

    @Test
    void rows_out_of_order_are_refused() {
        var first = new SourceRow().begin(4, 2).cell(0, CellKind.TEXT, "id");
        var second = new SourceRow().begin(4, 3).cell(0, CellKind.TEXT, "id");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(original(1, DateSystem.EXCEL_1900, "a"), first, second));
    }

    @Test
    void mark_beyond_the_columns_is_refused() {
        marks.outline(2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(original(1, DateSystem.EXCEL_1900, "a", "b"), row(CellKind.TEXT, "x")));
    }

    @Test
    void comments_stand_at_their_cells_with_their_words() throws IOException {
        marks.comment(0, "one <&> \"two\"\nthree").outline(1);

        copy(original(1, DateSystem.EXCEL_1900, "a", "b"), row(CellKind.TEXT, "x"));

        try (XSSFWorkbook opened = opened()) {
            XSSFSheet sheet = opened.getSheetAt(0);
            assertThat(sheet.getCellComments()).containsOnlyKeys(new CellAddress("A1"), new CellAddress("A2"));
            assertThat(sheet.getCellComment(new CellAddress("A2")).getString().getString())
                    .isEqualTo("one <&> \"two\"\nthree");
            assertThat(sheet.getVMLDrawing(false)).isNotNull();
        }
    }

    @Test
    void blank_cell_can_be_outlined_and_stays_blank() throws IOException {
        marks.outline(1);
        var row = new SourceRow().begin(2, 0).cell(0, CellKind.TEXT, "id");

        RecordedTable read = Reading.records(copy(original(1, DateSystem.EXCEL_1900, "a", "b"), row));

        assertThat(read.rows().get(0).cell(1).kind()).isEqualTo(CellKind.BLANK);
        try (XSSFWorkbook opened = opened()) {
            assertThat(opened.getSheetAt(0).getRow(1).getCell(1).getCellStyle().getBorderLeft())
                    .isEqualTo(BorderStyle.MEDIUM);
        }
    }

    @Test
    void workbook_without_comments_has_no_parts_for_them() throws IOException {
        marks.outline(0);

        copy(original(1, DateSystem.EXCEL_1900, "a", "b"), row(CellKind.TEXT, "x"));

        try (XSSFWorkbook opened = opened()) {
            assertThat(opened.getSheetAt(0).getCellComments()).isEmpty();
            assertThat(opened.getSheetAt(0).getRelations()).isEmpty();
        }
    }

    @Test
    void two_thousand_comments_in_two_tabs_are_all_there() throws IOException {
        SourceTable original = original(1, DateSystem.EXCEL_1900, "a", "b");
        var table = OutputTable.copyOf(original, List.of(OutputColumn.text("a"), OutputColumn.text("b")));
        try (RowWriter writer = new XlsxFormat().write(target, WriteOptions.DEFAULTS)) {
            for (String name : List.of("categories", "records")) {
                writer.table(new OutputTable(name, table.columns(), original));
                for (int i = 0; i < 1_100; i++) {
                    writer.row(
                            row(CellKind.TEXT, "x").begin(i + 2L, i),
                            marks.clear().comment(0, name + i));
                }
            }
            writer.finish();
        }

        try (XSSFWorkbook opened = opened()) {
            assertThat(opened.getSheet("categories").getCellComments()).hasSize(1_100);
            assertThat(opened.getSheet("records")
                            .getCellComment(new CellAddress("A1101"))
                            .getString()
                            .getString())
                    .isEqualTo("records1099");
        }
    }
}
