package org.usageflow.poi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.poi.Reading.cell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.DateSystem;
import org.usageflow.testkit.format.RecordingSink.RecordedCell;
import org.usageflow.testkit.format.RecordingSink.RecordedRow;
import org.usageflow.testkit.format.RecordingSink.RecordedTable;

/** Workbooks that Apache POI wrote. */
class PoiWorkbookTest {

    private static byte[] bytes(Workbook workbook) throws IOException {
        var out = new ByteArrayOutputStream();
        workbook.write(out);
        workbook.close();
        return out.toByteArray();
    }

    private static Row row(Sheet sheet, int index) {
        Row row = sheet.getRow(index);
        return row == null ? sheet.createRow(index) : row;
    }

    private static Cell at(Sheet sheet, int row, int column) {
        return row(sheet, row).createCell(column);
    }

    private static Sheet records(Workbook workbook) {
        Sheet sheet = workbook.createSheet("records");
        at(sheet, 0, 0).setCellValue("record_id");
        at(sheet, 0, 1).setCellValue("value");
        return sheet;
    }

    @Test
    void cells_of_all_types_are_read() throws IOException {
        var workbook = new XSSFWorkbook();
        Sheet sheet = records(workbook);
        at(sheet, 1, 0).setCellValue("text");
        at(sheet, 1, 1).setCellValue(12.5);
        at(sheet, 2, 0).setCellValue(true);
        at(sheet, 2, 1).setCellErrorValue(FormulaError.DIV0.getCode());
        at(sheet, 4, 1).setCellFormula("1+1");
        at(sheet, 5, 0).setCellFormula("B2*2");
        at(sheet, 5, 1).setCellFormula("\"a\"&\"b\"");
        workbook.getCreationHelper()
                .createFormulaEvaluator()
                .evaluateFormulaCell(row(sheet, 5).getCell(0));
        workbook.getCreationHelper()
                .createFormulaEvaluator()
                .evaluateFormulaCell(row(sheet, 5).getCell(1));

        RecordedTable table = Reading.records(bytes(workbook));

        assertThat(table.rows()).extracting(RecordedRow::number).containsExactly(2L, 3L, 5L, 6L);
        assertThat(table.rows().get(0).cells())
                .containsExactly(cell(CellKind.TEXT, "text"), cell(CellKind.SPREADSHEET_NUMBER, "12.5"));
        assertThat(table.rows().get(1).cells())
                .containsExactly(cell(CellKind.BOOLEAN, "TRUE"), cell(CellKind.ERROR, "#DIV/0!"));
        assertThat(table.rows().get(2).cells()).containsExactly(RecordedCell.BLANK, cell(CellKind.ERROR, ""));
        assertThat(table.rows().get(3).cells())
                .containsExactly(cell(CellKind.SPREADSHEET_NUMBER, "25.0"), cell(CellKind.TEXT, "ab"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void dates_of_both_systems_are_read(boolean since1904) throws IOException {
        var workbook = new XSSFWorkbook();
        if (since1904) {
            workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
        }
        Sheet sheet = records(workbook);
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd hh:mm:ss"));
        Cell date = at(sheet, 1, 1);
        date.setCellValue(LocalDateTime.of(2021, 7, 8, 12, 0));
        date.setCellStyle(style);

        RecordedTable table = Reading.records(bytes(workbook));

        assertThat(table.source().dates()).isEqualTo(since1904 ? DateSystem.EXCEL_1904 : DateSystem.EXCEL_1900);
        assertThat(table.rows().get(0).cell(1))
                .isEqualTo(cell(CellKind.SPREADSHEET_DATE, since1904 ? "42923.5" : "44385.5"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "General | false",
                "0.00 | false",
                "#,##0 | false",
                "@ | false",
                "m/d/yy | true",
                "h:mm | true",
                "[h]:mm:ss | true",
                "d-mmm-yy | true",
                "yyyy\\-mm\\-dd | true",
                "0.00E+00 | false",
                "[$-409]mmm dd, yyyy | true",
                "\"days\" 0 | false",
                "mm:ss.0 | true",
                "0% | false"
            })
    void formats_of_numbers_tell_dates(String format, boolean date) throws IOException {
        var workbook = new XSSFWorkbook();
        Sheet sheet = records(workbook);
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        at(sheet, 1, 1).setCellValue(1);
        row(sheet, 1).getCell(1).setCellStyle(style);

        CellKind kind = Reading.records(bytes(workbook)).rows().get(0).cell(1).kind();

        assertThat(kind).isEqualTo(date ? CellKind.SPREADSHEET_DATE : CellKind.SPREADSHEET_NUMBER);
    }

    @Test
    void rich_and_difficult_texts_are_read_as_poi_reads_them() throws IOException {
        var workbook = new XSSFWorkbook();
        Sheet sheet = records(workbook);
        XSSFFont bold = workbook.createFont();
        bold.setBold(true);
        var rich = new XSSFRichTextString("plain ");
        rich.append("bold", bold);
        rich.append(" again ");
        List<String> texts =
                List.of("  blanks  ", "a\nb", "a\rb", "<&>\"'", "\u0001\u001F", "_x0041_", "😀", "\t", "=1+1");
        at(sheet, 1, 0).setCellValue(rich);
        for (int i = 0; i < texts.size(); i++) {
            at(sheet, 2 + i, 0).setCellValue(texts.get(i));
            at(sheet, 2 + i, 1).setCellValue(1);
        }

        byte[] bytes = bytes(workbook);
        List<RecordedRow> rows = Reading.records(bytes).rows();

        assertThat(rows.get(0).cell(0).text()).isEqualTo("plain bold again ");
        try (var again = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            for (int i = 1; i <= texts.size() + 1; i++) {
                String expected = again.getSheet("records").getRow(i).getCell(0).getStringCellValue();
                assertThat(rows.get(i - 1).cell(0).text()).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void streamed_workbook_is_read(boolean shared) throws IOException {
        var workbook = new SXSSFWorkbook(null, 50, false, shared);
        Sheet sheet = records(workbook);
        for (int i = 1; i <= 2_000; i++) {
            at(sheet, i, 0).setCellValue("R-" + i);
            at(sheet, i, 1).setCellValue(i);
        }

        List<RecordedRow> rows = Reading.records(bytes(workbook)).rows();

        assertThat(rows).hasSize(2_000);
        assertThat(rows.get(1_999).cells())
                .containsExactly(cell(CellKind.TEXT, "R-2000"), cell(CellKind.SPREADSHEET_NUMBER, "2000.0"));
    }

    @Test
    void workbook_with_everything_around_the_cells_is_read() throws IOException {
        var workbook = new XSSFWorkbook();
        workbook.createSheet("chart data");
        Sheet sheet = records(workbook);
        at(sheet, 1, 0).setCellValue("R-1");
        var helper = workbook.getCreationHelper();
        var link = helper.createHyperlink(org.apache.poi.common.usermodel.HyperlinkType.URL);
        link.setAddress("https://example.com/");
        row(sheet, 1).getCell(0).setHyperlink(link);
        var comment = sheet.createDrawingPatriarch().createCellComment(helper.createClientAnchor());
        comment.setString(helper.createRichTextString("a comment"));
        row(sheet, 1).getCell(0).setCellComment(comment);
        sheet.addMergedRegion(org.apache.poi.ss.util.CellRangeAddress.valueOf("C5:D6"));
        workbook.setSheetHidden(1, true);

        assertThat(Reading.firstColumn(bytes(workbook))).containsExactly("R-1");
    }

    @Test
    void workbook_linked_to_another_is_suspicious() throws IOException {
        var workbook = new XSSFWorkbook();
        Sheet sheet = records(workbook);
        var other = new XSSFWorkbook();
        other.createSheet("prices");
        workbook.linkExternalWorkbook("prices.xlsx", other);
        at(sheet, 1, 1).setCellFormula("[prices.xlsx]prices!A1");

        assertThat(Reading.fault(bytes(workbook))).isEqualTo(ProblemCode.FILE_SUSPICIOUS);
    }
}
