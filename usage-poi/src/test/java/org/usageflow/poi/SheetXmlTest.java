package org.usageflow.poi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.poi.BrokenWorkbooks.HEADER;
import static org.usageflow.poi.BrokenWorkbooks.MAIN;
import static org.usageflow.poi.BrokenWorkbooks.ROW;
import static org.usageflow.poi.BrokenWorkbooks.SHEET;
import static org.usageflow.poi.BrokenWorkbooks.inline;
import static org.usageflow.poi.BrokenWorkbooks.ofRows;
import static org.usageflow.poi.BrokenWorkbooks.ofShared;
import static org.usageflow.poi.BrokenWorkbooks.ofStyles;
import static org.usageflow.poi.BrokenWorkbooks.sound;
import static org.usageflow.poi.Reading.b2;
import static org.usageflow.poi.Reading.cell;
import static org.usageflow.poi.Reading.fault;
import static org.usageflow.poi.Reading.firstColumn;
import static org.usageflow.poi.Reading.records;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.testkit.format.RecordingSink;
import org.usageflow.testkit.format.RecordingSink.RecordedRow;
import org.usageflow.testkit.format.RecordingSink.RecordedTable;

class SheetXmlTest {

    private static final String STYLES = "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy\\-mm\\-dd\"/>"
            + "<numFmt numFmtId=\"171\" formatCode=\"0.00&quot;d&quot;\"/></numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs>";

    private static byte[] ofCell(String cell) {
        return ofRows(HEADER + "<row r=\"2\"><c r=\"A2\"><v>1</v></c>" + cell + "</row>")
                .bytes();
    }

    @Test
    void sheet_of_the_least_is_read() {
        RecordedTable table = records(sound().bytes());

        assertThat(table.source().headers()).containsExactly("record_id", "quantity");
        assertThat(table.rows())
                .containsExactly(new RecordedRow(
                        2, 0, List.of(cell(CellKind.TEXT, "R-1"), cell(CellKind.SPREADSHEET_NUMBER, "4.50"))));
    }

    @Nested
    class Cells {

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
            RecordedTable table =
                    records(ofRows(HEADER + "<row r='2'><c r='B2'><v>2</v></c><c r='A2'><v>1</v></c></row>")
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

            assertThat(table.rows().stream()
                            .flatMap(each -> each.cells().stream())
                            .map(each -> each.kind()))
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

    @Nested
    class Texts {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "a&amp;b&lt;&gt;&quot;&apos;            | `a&b<>\"'`",
                    "&#65;&#x42;&#x1F600;                   | AB😀",
                    "Größe 日本 😀                            | Größe 日本 😀",
                    "<![CDATA[a<b]]&amp;]]>c                | a<b]]&amp;c",
                    "a<![CDATA[]]>b<![CDATA[]]]]>c          | ab]]c",
                    "a<!-- no -- t -->b<?pi no ?>c          | abc",
                    "_x0041__x005F_x0041__X0041__x41_       | A_x0041__X0041__x41_",
                    "_xD83D__xDE00_                         | 😀",
                    "tail_x004                              | tail_x004",
                })
        void text_of_any_spelling_is_read(String xml, String text) {
            assertThat(firstColumn(ofRows(inline(xml)).bytes())).containsExactly(text);
            assertThat(firstColumn(ofShared(sharedRow(0), "<si><t>" + xml + "</t></si>")
                            .bytes()))
                    .containsExactly(text);
        }

        @Test
        void blanks_and_line_ends_are_kept_as_xml_says() {
            assertThat(firstColumn(ofRows(inline(" a\r\nb\rc\n\td ", "&#13;&#10;x", "_x000D_y"))
                            .bytes()))
                    .containsExactly(" a\nb\nc\n\td ", "\r\nx", "\ry");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "&nbsp;",
                    "&",
                    "&amp",
                    "&#;",
                    "&#x;",
                    "&#0;",
                    "&#x1;",
                    "&#xD800;",
                    "&#x110000;",
                    "&#99999999999;",
                    "&#-1;",
                    "&lol;",
                    "a < b",
                    "\u0001",
                    "&#x00000000000000041;"
                })
        void text_that_is_no_xml_is_unreadable(String xml) {
            assertThat(fault(ofRows(inline(xml)).bytes())).isEqualTo(ProblemCode.FILE_UNREADABLE);
        }

        @Test
        void text_that_is_no_utf8_is_unreadable() {
            for (String bytes : List.of(
                    "\u00FF",
                    "\u00C3",
                    "\u00C0\u0080",
                    "\u00E0\u0080\u0080",
                    "\u00ED\u00A0\u0080",
                    "\u00F4\u0090\u0080\u0080")) {
                byte[] sheet = BrokenWorkbooks.worksheet(inline("a" + bytes)).getBytes(StandardCharsets.ISO_8859_1);

                assertThat(fault(sound().part(SHEET, sheet).bytes())).isEqualTo(ProblemCode.FILE_UNREADABLE);
            }
        }

        @Test
        void text_beyond_the_limit_is_cut_but_not_within_a_character() {
            var limits = UploadLimits.DEFAULTS.withTable(10, 5, 1_000);
            byte[] workbook = ofRows(inline("abcdefgh", "abcd😀", "_x0041__x0042__x0043__x0044__x0045__x0046_"))
                    .bytes();

            RecordingSink sink = Reading.read(workbook, limits);

            assertThat(sink.table(TableName.RECORDS).rows())
                    .extracting(row -> row.cell(0).text())
                    .containsExactly("abcde", "abcd", "ABCDE");
        }

        @Test
        void text_of_millions_of_characters_is_cut() {
            byte[] workbook = ofRows(inline("x".repeat(3_000_000), "next")).bytes();

            assertThat(firstColumn(workbook)).containsExactly("x".repeat(32_767), "next");
        }

        @Test
        void shared_strings_have_runs_and_no_phonetics() {
            String strings = "<si><r><rPr><b/></rPr><t>a</t></r><r><t xml:space=\"preserve\"> b</t></r></si>"
                    + "<si><t>漢字</t><rPh sb=\"0\" eb=\"1\"><t>かんじ</t></rPh><phoneticPr fontId=\"0\"/></si><si/><si><t/></si>";

            byte[] workbook = ofShared(sharedRow(0, 1, 2, 3, 1), strings).bytes();

            assertThat(firstColumn(workbook)).containsExactly("a b", "漢字", "漢字");
        }
    }

    private static String sharedRow(int... numbers) {
        var rows = new StringBuilder(HEADER);
        for (int i = 0; i < numbers.length; i++) {
            rows.append(
                    "<row r=\"" + (i + 2) + "\"><c r=\"A" + (i + 2) + "\" t=\"s\"><v>" + numbers[i] + "</v></c></row>");
        }
        return rows.toString();
    }

    @Nested
    class Rows {

        @Test
        void rows_and_cells_without_references_follow_each_other() {
            byte[] workbook = ofRows("<row><c><v>1</v></c><c><v>2</v></c></row><row r='5'><c r='B5'><v>3</v></c></row>"
                            + "<row><c/><c><v>4</v></c></row>")
                    .bytes();

            RecordedTable table = records(workbook);

            assertThat(table.source().headers()).containsExactly("1", "2");
            assertThat(table.rows()).extracting(RecordedRow::number).containsExactly(5L, 6L);
            assertThat(table.rows()).extracting(RecordedRow::position).containsExactly(3L, 4L);
            assertThat(table.rows()).extracting(row -> row.cell(1).text()).containsExactly("3", "4");
        }

        @Test
        void header_is_the_first_row_that_is_not_blank() {
            byte[] workbook = ofRows("<row r='2'/><row r='3'><c r='A3' t='str'><v>  </v></c></row>"
                            + "<row r='7'><c r='A7' t='str'><v> a </v></c><c r='C7' t='str'><v>c</v></c><c r='D7' t='str'><v> </v></c></row>"
                            + "<row r='9'><c r='C9'><v>1</v></c></row>")
                    .bytes();

            RecordedTable table = records(workbook);

            assertThat(table.source().headers()).containsExactly(" a ", "", "c");
            assertThat(table.source().placeOfHeader(2, "c")).isEqualTo(new Place("records", 7L, "c", "C7", null));
            assertThat(table.rows().get(0).position()).isEqualTo(1);
        }

        @Test
        void sheet_without_rows_has_an_empty_header() {
            assertThat(records(ofRows("").bytes()).source().headers()).isEmpty();
            assertThat(records(ofRows("<row r='1'><c r='A1' s='1'/></row>").bytes())
                            .source()
                            .headers())
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<row r='1'/>",
                    "<row r='0'/>",
                    "<row r='-1'/>",
                    "<row r='1048577'/>",
                    "<row r='x'/>",
                    "<row r=''/>",
                    "<row r='9'/><row r='8'/>",
                    "<row r='1048576'/><row/>",
                    "<row r='99999999999'/>"
                })
        void rows_out_of_order_are_unreadable(String rows) {
            assertThat(fault(ofRows(HEADER + rows).bytes())).isEqualTo(ProblemCode.FILE_UNREADABLE);
        }

        @Test
        void last_row_and_column_of_a_sheet_are_read() {
            byte[] workbook = ofRows(
                            "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>9</v></c></row>")
                    .bytes();

            RecordedRow row = records(workbook).rows().get(0);

            assertThat(row.number()).isEqualTo(1_048_576);
            assertThat(row.cell(16_383).text()).isEqualTo("9");
        }

        @Test
        void cells_beyond_the_header_give_the_first_alone() {
            byte[] workbook = ofRows(HEADER
                            + "<row r='2'><c r='A2'><v>1</v></c><c r='C2' t='str'><v> </v></c><c r='D2'><v>2</v></c>"
                            + "<c r='E2'><v>3</v></c></row>")
                    .bytes();

            RecordedRow row = records(workbook).rows().get(0);

            assertThat(row.cells()).hasSize(4);
            assertThat(row.cell(2).kind()).isEqualTo(CellKind.BLANK);
            assertThat(row.cell(3).text()).isEqualTo("2");
        }

        @Test
        void headers_beyond_the_limit_are_cut_after_one_more() {
            var limits = UploadLimits.DEFAULTS.withTable(2, 100, 1_000);
            String header =
                    "<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c><c r='C1'><v>3</v></c><c r='D1'><v>4</v></c></row>";

            RecordingSink three = Reading.read(ofRows(header).bytes(), limits);
            RecordingSink far = Reading.read(
                    ofRows("<row r='1'><c r='XX1'><v>4</v></c></row>").bytes(), limits);

            assertThat(three.table(TableName.RECORDS).source().headers()).containsExactly("1", "2", "3");
            assertThat(far.table(TableName.RECORDS).source().headers()).containsExactly("", "", "");
        }

        @Test
        void row_beyond_the_limit_of_characters_is_too_large_at_its_place() {
            var limits = UploadLimits.DEFAULTS.withTable(10, 100, 20);

            RecordingSink sink =
                    Reading.read(ofRows(inline("short", "x".repeat(21))).bytes(), limits);

            assertThat(sink.rows()).isEqualTo(1);
            assertThat(sink.faults().get(0).code()).isEqualTo(ProblemCode.FILE_TOO_LARGE);
            assertThat(sink.faults().get(0).place()).isEqualTo(new Place("records", 3L, null, null, null));
            assertThat(sink.faults().get(0).arguments()).containsEntry("limit", "20");
        }

        @Test
        void fault_in_a_row_names_tab_and_row() {
            RecordingSink sink = Reading.read(
                    ofRows(HEADER + ROW + "<row r='3'><c r='A3' t='?'/></row>").bytes());

            assertThat(sink.faults().get(0).place()).isEqualTo(new Place("records", 3L, null, null, null));
            assertThat(sink.rows()).isEqualTo(1);
        }
    }

    @Nested
    class Spelling {

        @Test
        void prefixes_and_foreign_elements_change_nothing() {
            String sheet = "<?xml version='1.0'?><!-- c --><x:worksheet xmlns:x='" + MAIN
                    + "' xmlns:mc='urn:mc' xmlns:f='urn:f'><x:sheetData>"
                    + "<mc:AlternateContent><mc:Choice Requires='f'><x:row r='1'><x:c r='A1'><x:v>0</x:v></x:c></x:row></mc:Choice></mc:AlternateContent>"
                    + "<x:row r='1'><x:c r='A1'><x:v>h</x:v></x:c></x:row><f:row r='2'/>"
                    + "<x:row r='2' f:r='7'><f:c r='A2'/><x:c f:t='s' r='A2'><f:v>0</f:v><x:v>1</x:v></x:c></x:row></x:sheetData><x:extLst/></x:worksheet>";

            RecordedTable table = records(sound().part(SHEET, sheet).bytes());

            assertThat(table.source().headers()).containsExactly("h");
            assertThat(table.rows()).extracting(row -> row.cell(0).text()).containsExactly("1");
        }

        @Test
        void prefix_and_default_for_one_namespace_may_be_mixed() {
            String sheet = "<worksheet xmlns='" + MAIN + "' xmlns:x='" + MAIN
                    + "'><x:sheetData><row r='1'><x:c r='A1'><v>h</v></x:c></row>"
                    + "<x:row r='2'><c r='A2'><x:v>1</x:v></c></x:row></x:sheetData></worksheet>";

            assertThat(firstColumn(sound().part(SHEET, sheet).bytes())).containsExactly("1");
        }

        @Test
        void end_tag_of_another_prefix_is_unreadable() {
            String sheet = "<worksheet xmlns='" + MAIN + "' xmlns:x='" + MAIN
                    + "'><sheetData><row r='1'><x:c r='A1'><v>h</v></c></row>" + "</sheetData></worksheet>";

            assertThat(fault(sound().part(SHEET, sheet).bytes())).isEqualTo(ProblemCode.FILE_UNREADABLE);
        }

        @Test
        void strict_namespaces_are_read() {
            String links = BrokenWorkbooks.links(BrokenWorkbooks.link(
                    "rId1",
                    "http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet",
                    "worksheets/sheet1.xml",
                    ""));
            String sheet = BrokenWorkbooks.worksheet(HEADER + ROW).replace(MAIN, BrokenWorkbooks.STRICT);

            assertThat(firstColumn(sound().part(BrokenWorkbooks.WORKBOOK_LINKS, links)
                            .part(SHEET, sheet)
                            .bytes()))
                    .containsExactly("R-1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "X-UTF-16LE-BOM"})
        void encodings_of_unicode_are_read(String charset) {
            String sheet = BrokenWorkbooks.worksheet(inline("Größe 日本 😀"))
                    .replace("UTF-8", charset.startsWith("UTF-8") ? "UTF-8" : "UTF-16");

            byte[] workbook = sound().part(
                            SHEET, sheet, java.nio.charset.Charset.forName(charset.replace("X-UTF", "x-UTF")))
                    .bytes();

            assertThat(firstColumn(workbook)).containsExactly("Größe 日本 😀");
        }

        @Test
        void byte_order_mark_of_utf8_is_no_content() {
            assertThat(firstColumn(sound().part(SHEET, "\uFEFF" + BrokenWorkbooks.worksheet(HEADER + ROW))
                            .bytes()))
                    .containsExactly("R-1");
        }

        @Test
        void other_encodings_are_unreadable() {
            String sheet = BrokenWorkbooks.worksheet(HEADER + ROW).replace("UTF-8", "ISO-8859-1");

            assertThat(fault(sound().part(SHEET, sheet).bytes())).isEqualTo(ProblemCode.FILE_UNREADABLE);
            assertThat(fault(sound().part(
                                    SHEET,
                                    BrokenWorkbooks.worksheet(HEADER),
                                    java.nio.charset.Charset.forName("UTF-32BE"))
                            .bytes()))
                    .isEqualTo(ProblemCode.FILE_UNREADABLE);
            byte[] half =
                    java.util.Arrays.copyOf(BrokenWorkbooks.worksheet(HEADER).getBytes(StandardCharsets.UTF_16BE), 301);
            assertThat(fault(sound().part(SHEET, half).bytes())).isEqualTo(ProblemCode.FILE_UNREADABLE);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "<worksheet>",
                    "<worksheet xmlns='" + MAIN + "'><sheetData></worksheet></sheetData>",
                    "<other xmlns='" + MAIN + "'/>",
                    "<worksheet xmlns='urn:other'/>",
                    "<worksheet xmlns='" + MAIN + "'/><worksheet/>",
                    "<worksheet xmlns='" + MAIN + "'/>text",
                    "text<worksheet xmlns='" + MAIN + "'/>",
                    "<worksheet xmlns='" + MAIN + "' xmlns='" + MAIN + "'/>",
                    "<worksheet xmlns='" + MAIN + "' a='<'/>",
                    "<worksheet xmlns='" + MAIN + "' a=b/>",
                    "<worksheet xmlns='" + MAIN + "' a/>",
                    "<worksheet xmlns='" + MAIN + "'a='b'/>",
                    "<worksheet xmlns='" + MAIN + "'><!-- </worksheet>",
                    "<worksheet xmlns='" + MAIN + "'><![CDATA[ </worksheet>",
                    "<worksheet xmlns='" + MAIN + "'><? </worksheet>",
                    "< worksheet/>",
                    "</worksheet>",
                    "<>",
                    "<",
                    "<?xml",
                    "<worksheet xmlns='" + MAIN + "'"
                })
        void xml_that_is_broken_is_unreadable(String sheet) {
            assertThat(fault(sound().part(SHEET, sheet).bytes())).isEqualTo(ProblemCode.FILE_UNREADABLE);
        }

        @Test
        void tags_at_every_place_of_the_buffer_are_read() {
            for (int padding = 131_072 - 900; padding < 131_072 + 20; padding += 7) {
                String comment = "<!--" + "x".repeat(padding) + "-->";
                byte[] workbook = ofRows(comment + inline("größe", "b&amp;c", "<![CDATA[d]]>", "<!-- e -->f"))
                        .bytes();

                assertThat(firstColumn(workbook)).as("padding %s", padding).containsExactly("größe", "b&c", "d", "f");
            }
        }
    }
}
