package org.usageflow.poi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.WriteOptions;
import org.usageflow.testkit.format.NastyTexts;

class WorkbookWriterTest {

    private static final OutputTable RECORDS =
            new OutputTable("records", List.of(OutputColumn.text("record_id"), OutputColumn.plain("quantity")));

    private final ByteArrayOutputStream target = new ByteArrayOutputStream();

    private RowWriter writer() throws IOException {
        return new XlsxFormat().write(target, WriteOptions.DEFAULTS);
    }

    private static SourceRow row() {
        return new SourceRow().begin(1, 0);
    }

    private byte[] write(OutputTable table, SourceRow... rows) throws IOException {
        try (RowWriter writer = writer()) {
            writer.table(table);
            for (SourceRow row : rows) {
                writer.row(row);
            }
            writer.finish();
        }
        return target.toByteArray();
    }

    private XSSFWorkbook opened() throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(target.toByteArray()));
    }

    @Test
    void workbook_is_opened_by_poi_with_equal_cells() throws IOException {
        List<String> texts = new ArrayList<>(NastyTexts.all());
        SourceRow[] rows = texts.stream()
                .map(text -> row().cell(0, CellKind.TEXT, text).cell(1, CellKind.NUMBER, "12.5"))
                .toArray(SourceRow[]::new);

        write(RECORDS, rows);

        try (XSSFWorkbook workbook = opened()) {
            XSSFSheet sheet = workbook.getSheet("records");
            for (int i = 0; i < texts.size(); i++) {
                Cell cell = sheet.getRow(i + 1).getCell(0);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getStringCellValue()).isEqualTo(texts.get(i));
                assertThat(sheet.getRow(i + 1).getCell(1).getNumericCellValue()).isEqualTo(12.5);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "-0.5, true",
        "123456789012345, true",
        "1234567890123456, false",
        "0.000000012345678, true",
        "12.500000000000000, false",
        "1E+2, false",
        "+5, false",
        ".5, false",
        "5., false, ",
        "007, false",
        "-, false",
        "1.2.3, false",
        "0, true",
        "-0, true",
        "00, false",
        "0x1, false",
        "abc, false",
        "9007199254740993, false",
        "0.0000000000000000000000000000000000000000000001, false"
    })
    void number_of_up_to_15_digits_is_numeric_and_others_text(String digits, boolean numeric) throws IOException {
        byte[] workbook = write(RECORDS, row().cell(0, CellKind.TEXT, "a").cell(1, CellKind.NUMBER, digits));

        assertThat(Reading.b2(workbook))
                .isEqualTo(Reading.cell(numeric ? CellKind.SPREADSHEET_NUMBER : CellKind.TEXT, digits));
    }

    @Test
    void headers_widths_panes_and_lists_are_written() throws IOException {
        write(new OutputTable(
                "records",
                List.of(
                        new OutputColumn("plain", false, false, 12, List.of()),
                        new OutputColumn("bold & <b>", true, true, 999, List.of("a b", "ü", "<x>")),
                        new OutputColumn("comma", true, false, -1, List.of("a,b")),
                        new OutputColumn("long", true, false, 20, List.of("x".repeat(254))))));

        try (XSSFWorkbook workbook = opened()) {
            XSSFSheet sheet = workbook.getSheet("records");
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("bold & <b>");
            assertThat(sheet.getRow(0).getCell(1).getCellStyle().getFont().getBold())
                    .isTrue();
            assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFont().getBold())
                    .isFalse();
            assertThat(sheet.getColumnWidth(0)).isEqualTo(12 * 256);
            assertThat(sheet.getColumnStyle(1).getDataFormatString()).isEqualTo("@");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getDataValidations()).hasSize(1);
            assertThat(sheet.getDataValidations()
                            .get(0)
                            .getValidationConstraint()
                            .getExplicitListValues())
                    .containsExactly("a b", "ü", "<x>");
            assertThat(sheet.getDataValidations()
                            .get(0)
                            .getRegions()
                            .getCellRangeAddress(0)
                            .formatAsString())
                    .isEqualTo("B2:B1048576");
        }
    }

    @Test
    void tables_become_tabs_in_order() throws IOException {
        try (RowWriter writer = writer()) {
            for (String name : List.of("records", "Größe & <1>", "it's")) {
                writer.table(new OutputTable(name, RECORDS.columns()));
                writer.row(row().cell(0, CellKind.TEXT, name));
            }
            writer.finish();
        }

        try (XSSFWorkbook workbook = opened()) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            assertThat(workbook.getSheetName(1)).isEqualTo("Größe & <1>");
            assertThat(new DataFormatter()
                            .formatCellValue(workbook.getSheetAt(2).getRow(1).getCell(0)))
                    .isEqualTo("it's");
            assertThat(workbook.getActiveSheetIndex()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a[b",
                "a]b",
                "a:b",
                "a*b",
                "a?b",
                "a/b",
                "a\\b",
                "'a",
                "a'",
                "a\u0001",
                "12345678901234567890123456789012"
            })
    void tab_name_that_no_spreadsheet_opens_is_refused(String name) throws IOException {
        try (RowWriter writer = writer()) {
            var table = new OutputTable(name, RECORDS.columns());

            assertThatIllegalArgumentException().isThrownBy(() -> writer.table(table));
        }
    }

    @Test
    void tab_name_that_comes_twice_is_refused() throws IOException {
        try (RowWriter writer = writer()) {
            writer.table(RECORDS);
            var table = new OutputTable("RECORDS", RECORDS.columns());

            assertThatIllegalArgumentException().isThrownBy(() -> writer.table(table));
        }
    }

    @Test
    void row_that_is_refused_leaves_nothing_behind() throws IOException {
        byte[] workbook;
        try (RowWriter writer = writer()) {
            writer.table(RECORDS);
            for (SourceRow bad : List.of(
                    row().cell(0, CellKind.TEXT, "kept?").cell(1, CellKind.TEXT, "\uD800"),
                    row().cell(0, CellKind.TEXT, "\uDC00x"),
                    row().cell(0, CellKind.TEXT, "x\uD83D"),
                    row().cell(0, CellKind.TEXT, "x").cell(1, CellKind.ERROR, "#N/A"),
                    row().cell(0, CellKind.BOOLEAN, "TRUE"),
                    row().cell(0, CellKind.TEXT, "x".repeat(32_768)))) {
                assertThatIllegalArgumentException().isThrownBy(() -> writer.row(bad));
            }
            writer.row(row().cell(0, CellKind.TEXT, "good"));
            writer.finish();
            workbook = target.toByteArray();
        }

        assertThat(Reading.firstColumn(workbook)).containsExactly("good");
    }

    @Test
    void rows_beyond_a_sheet_are_refused_and_the_limit_named() throws IOException {
        SourceRow blank = row();
        try (RowWriter writer = new XlsxFormat().write(target, new WriteOptions(1))) {
            writer.table(RECORDS);
            for (int i = 1; i < 1_048_576; i++) {
                writer.row(blank);
            }

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> writer.row(blank))
                    .withMessageContaining("1048576");
        }
    }

    @Test
    void columns_beyond_a_sheet_are_refused() throws IOException {
        var columns = java.util.Collections.nCopies(16_385, OutputColumn.text("a"));
        try (RowWriter writer = writer()) {
            var table = new OutputTable("records", columns);

            assertThatIllegalArgumentException().isThrownBy(() -> writer.table(table));
        }
    }

    @Test
    void writer_that_is_done_refuses_more() throws IOException {
        RowWriter writer = writer();
        assertThatIllegalStateException().isThrownBy(writer::finish);
        writer.table(RECORDS);
        writer.finish();

        assertThatIllegalStateException().isThrownBy(() -> writer.row(row()));
        assertThatIllegalStateException().isThrownBy(() -> writer.table(RECORDS));
        assertThatIllegalStateException().isThrownBy(writer::finish);
        writer.close();
        writer.close();
    }

    @Test
    void workbook_that_was_not_finished_is_unreadable() throws IOException {
        try (RowWriter writer = writer()) {
            writer.table(RECORDS);
            for (int i = 0; i < 10_000; i++) {
                writer.row(row().cell(0, CellKind.TEXT, "R-" + i));
            }
        }

        assertThat(Reading.fault(target.toByteArray())).isEqualTo(org.usageflow.problem.ProblemCode.FILE_UNREADABLE);
    }

    @Test
    void every_level_of_compression_holds_the_same() throws IOException {
        for (int level = 1; level <= 9; level++) {
            var out = new ByteArrayOutputStream();
            try (RowWriter writer = new XlsxFormat().write(out, new WriteOptions(level))) {
                writer.table(RECORDS);
                writer.row(row().cell(0, CellKind.TEXT, "R-1"));
                writer.finish();
            }
            assertThat(Reading.firstColumn(out.toByteArray())).containsExactly("R-1");
        }
    }

    @Test
    void entries_bear_no_time() throws IOException {
        write(RECORDS);

        try (var zip = new ZipInputStream(new ByteArrayInputStream(target.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal()).isEqualTo(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
            }
        }
    }
}
