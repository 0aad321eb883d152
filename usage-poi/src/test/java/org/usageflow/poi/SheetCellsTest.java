package org.usageflow.poi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.poi.BrokenWorkbooks.HEADER;
import static org.usageflow.poi.BrokenWorkbooks.ofRows;
import static org.usageflow.poi.BrokenWorkbooks.ofStyles;
import static org.usageflow.poi.Reading.b2;
import static org.usageflow.poi.Reading.cell;
import static org.usageflow.poi.Reading.fault;
import static org.usageflow.poi.Reading.records;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;
import org.usageflow.testkit.format.RecordingSink;
import org.usageflow.testkit.format.RecordingSink.RecordedTable;

class SheetCellsTest {

    private static final String STYLES = "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy\\-mm\\-dd\"/>"
            + "<numFmt numFmtId=\"171\" formatCode=\"0.00&quot;d&quot;\"/></numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs>";

    private static byte[] ofCell(String cell) {
        return ofRows(HEADER + "<row r=\"2\"><c r=\"A2\"><v>1</v></c>" + cell + "</row>")
                .bytes();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<c r=~'B2'~><v>1.50</v></c>                               | SPREADSHEET_NUMBER | 1.50",
                "<c r='B2' t='n'><v>1E+5</v></c>                           | SPREADSHEET_NUMBER | 1E+5",
                "<c r='B2' s='0'><v>0.1000000000000000055</v></c>          | SPREADSHEET_NUMBER | 0.1000000000000000055",
                "<c r='B2' t='b'><v>1</v></c>                              | BOOLEAN            | TRUE",
                "<c r='B2' t='b'><v>0</v></c>                              | BOOLEAN            | FALSE",
                "<c r='B2' t='b'><v>false</v></c>                          | BOOLEAN            | FALSE",
                "<c r='B2' t='e'><v>#N/A</v></c>                           | ERROR              | #N/A",
                "<c r='B2' t='d'><v>2026-01-02T03:04:05Z</v></c>           | SPREADSHEET_DATE   | 2026-01-02T03:04:05Z",
                "<c r='B2' t='str'><f>A1</f><v>text</v></c>                | TEXT               | text",
                "<c r='B2' t='str'><v>text</v></c>                         | TEXT               | text",
                "<c r='B2'><f>1+1</f><v>2</v></c>                          | SPREADSHEET_NUMBER | 2",
                "<c r='B2'><f t='shared' si='0'/><v>2</v></c>              | SPREADSHEET_NUMBER | 2",
                "<c r='B2' t='e'><f>1/0</f><v>#DIV/0!</v></c>              | ERROR              | #DIV/0!",
                "<c r='B2' t='inlineStr'><is><t>a</t></is></c>             | TEXT               | a",
                "<c r='B2' t='inlineStr'><is><r><rPr><b/></rPr><t>a</t></r><r><t>b</t></r></is></c> | TEXT | ab",
                "<c r='B2' t='inlineStr'><is><t>a</t><rPh sb='0' eb='1'><t>x</t></rPh><phoneticPr fontId='1'/></is></c> | TEXT | a",
                "<c r='B2' t='inlineStr'><is><t>x</t></is><extLst><ext/></extLst></c> | TEXT | x",
                "<c r=\"B2\" t=\"inlineStr\"><is><t>x</t></is><extLst/></c>   | TEXT | x",
                "<c r=\"B2\" t=\"inlineStr\"><is><t>x</t><t>y</t></is></c>  | TEXT | xy",
                "<c r=\"B2\" t=\"inlineStr\"><is><t>x<!-- y --></t></is></c>  | TEXT | x",
                "<c r=\"B2\"><v>1<?pi ?>2</v></c>                          | SPREADSHEET_NUMBER | 12",
                "<c  r = \"B2\"\t><v\t>12</v ></c >                           | SPREADSHEET_NUMBER | 12",
                "<c s=\"0\" r=\"B2\"><v>12</v></c>                         | SPREADSHEET_NUMBER | 12",
                "<c r=\"B2\" cm=\"1\"><v>12</v></c>                        | SPREADSHEET_NUMBER | 12",
                "<c r='&#66;2'><v>12</v></c>                               | SPREADSHEET_NUMBER | 12",
                "<c><v>12</v></c>                                          | SPREADSHEET_NUMBER | 12",
                "<c r='b2'><v>12</v></c>                                   | SPREADSHEET_NUMBER | 12",
            })
    void cell_of_each_kind_is_read(String xml, CellKind kind, String text) {
        assertThat(b2(ofCell(xml.replace("~", "")))).isEqualTo(cell(kind, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r='B2'><f>1+1</f></c>",
                "<c r='B2'><f>1+1</f><v/></c>",
                "<c r='B2'><f>1+1</f><v></v></c>",
                "<c r='B2' t='str'><f>A1</f></c>",
                "<c r='B2' t='b'><f>A1</f><v></v></c>",
                "<c r='B2' t='e'><f>A1</f></c>"
            })
    void formula_without_a_value_is_an_error(String xml) {
        assertThat(b2(ofCell(xml))).isEqualTo(cell(CellKind.ERROR, ""));
    }

    @Test
    void formula_of_empty_text_is_empty_text() {
        assertThat(b2(ofCell("<c r='B2' t='str'><f>A9</f><v></v></c>"))).isEqualTo(cell(CellKind.TEXT, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r='B2'/>",
                "<c r='B2' s='3'></c>",
                "<c r='B2'><v/></c>",
                "<c r='B2'><v>  </v></c>",
                "<c r='B2' t='s'><v></v></c>",
                "<c r='B2' t='inlineStr'/>",
                "<c r='B2' t='d'><v/></c>",
                "<c r='B2' t='b'><v/></c>"
            })
    void cell_without_a_value_is_blank(String xml) {
        assertThat(b2(ofCell(xml)).kind()).isEqualTo(CellKind.BLANK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r='B2' t='s'><v>0</v></c>",
                "<c r='B2' t='s'><v>-1</v></c>",
                "<c r='B2' t='s'><v>x</v></c>",
                "<c r='B2' t='s'><v>99999999999</v></c>",
                "<c r='B2' t='x'><v>0</v></c>",
                "<c r='B2' t=''><v>0</v></c>",
                "<c r='B2' t='b'><v>2</v></c>",
                "<c r='A2'><v>0</v></c>",
                "<c r='A1'><v>0</v></c>",
                "<c r='B3'><v>0</v></c>",
                "<c r='XFE2'><v>0</v></c>",
                "<c r='AAAAAAAAA2'><v>0</v></c>",
                "<c r='2'><v>0</v></c>",
                "<c r='B'><v>0</v></c>",
                "<c r='B0002'><v>0</v></c><c r='B2'><v>1</v></c>",
                "<c r='XFD2'/><c><v>1</v></c>",
                "<c r='B2'><v>1</v><v>2</v></c>",
                "<c r='D2'><v>1</v></c><c r='C2'/><c r='D2'/>"
            })
    void cell_that_is_wrong_is_unreadable(String xml) {
        assertThat(fault(ofCell(xml))).isEqualTo(ProblemCode.FILE_UNREADABLE);
    }

    @Test
    void cells_in_any_order_are_read() {
        RecordedTable table = records(ofRows(HEADER + "<row r='2'><c r='B2'><v>2</v></c><c r='A2'><v>1</v></c></row>")
                .bytes());

        assertThat(table.rows().get(0).cells())
                .extracting(RecordingSink.RecordedCell::text)
                .containsExactly("1", "2");
    }

    @Test
    void styles_of_dates_make_dates() {
        String row = "<row r='2'><c r='A2' s='0'><v>1</v></c><c r='B2' s='1'><v>44000.5</v></c></row>"
                + "<row r='3'><c r='A3' s='2'><v>44000</v></c><c r='B3' s='3'><v>1</v></c></row>"
                + "<row r='4'><c r='A4' s='4'><v>1</v></c><c r='B4' s='99999999999'><v>1</v></c></row>";

        RecordedTable table = records(ofStyles(HEADER + row, STYLES).bytes());

        assertThat(table.rows().stream().flatMap(each -> each.cells().stream()).map(each -> each.kind()))
                .containsExactly(
                        CellKind.SPREADSHEET_NUMBER,
                        CellKind.SPREADSHEET_DATE,
                        CellKind.SPREADSHEET_DATE,
                        CellKind.SPREADSHEET_NUMBER,
                        CellKind.SPREADSHEET_NUMBER,
                        CellKind.SPREADSHEET_NUMBER);
        assertThat(table.rows().get(0).cell(1).text()).isEqualTo("44000.5");
    }
}
