package org.usageflow.poi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.poi.BrokenWorkbooks.CONTENT_TYPES;
import static org.usageflow.poi.BrokenWorkbooks.HEADER;
import static org.usageflow.poi.BrokenWorkbooks.LINKS;
import static org.usageflow.poi.BrokenWorkbooks.OFFICE;
import static org.usageflow.poi.BrokenWorkbooks.ROW;
import static org.usageflow.poi.BrokenWorkbooks.SHEET;
import static org.usageflow.poi.BrokenWorkbooks.WORKBOOK;
import static org.usageflow.poi.BrokenWorkbooks.WORKBOOK_LINKS;
import static org.usageflow.poi.BrokenWorkbooks.link;
import static org.usageflow.poi.BrokenWorkbooks.links;
import static org.usageflow.poi.BrokenWorkbooks.ofRows;
import static org.usageflow.poi.BrokenWorkbooks.sound;
import static org.usageflow.poi.BrokenWorkbooks.workbook;
import static org.usageflow.poi.BrokenWorkbooks.worksheet;
import static org.usageflow.poi.Reading.fault;
import static org.usageflow.poi.Reading.firstColumn;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.ContentSample;
import org.usageflow.spi.format.DateSystem;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.testkit.format.RecordingSink;
import org.usageflow.testkit.format.RecordingSink.RecordedTable;

class PackageTest {

    private static final EnumSet<TableName> ALL = EnumSet.allOf(TableName.class);

    private static String sheet(String name, int number) {
        return "<sheet name=\"" + name + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>";
    }

    private static String sheetLink(int number) {
        return link("rId" + number, OFFICE + "/worksheet", "worksheets/sheet" + number + ".xml", "");
    }

    private static BrokenWorkbooks twoTabs(String first, String second) {
        return ofRows(HEADER + ROW)
                .part("xl/worksheets/sheet2.xml", worksheet(HEADER + ROW.replace("R-1", "R-2")))
                .part(WORKBOOK, workbook(sheet(first, 1) + sheet(second, 2)))
                .part(WORKBOOK_LINKS, links(sheetLink(1) + sheetLink(2)));
    }

    @Test
    void format_says_what_it_is() {
        var format = new XlsxFormat();

        assertThat(format.id()).isEqualTo(FormatId.XLSX);
        assertThat(format.holdsSeveralTables()).isTrue();
        assertThat(format.recognises(new ContentSample(new byte[] {'P', 'K', 5, 6}, Set.of())))
                .isTrue();
        assertThat(format.recognises(new ContentSample(new byte[] {'P', 'K', 7, 8}, Set.of())))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "worksheets/sheet1.xml,              xl/worksheets/sheet1.xml",
        "/xl/worksheets/sheet1.xml,          xl/worksheets/sheet1.xml",
        "./worksheets/../worksheets/a.xml,   xl/worksheets/a.xml",
        "../Blätter/ä.xml,                   Blätter/ä.xml",
        "worksheets\\sheet1.xml,             xl/worksheets/sheet1.xml",
        "worksheets/Sheet1.XML,              xl/WorkSheets/sheet1.xml",
        "worksheets/my%20sheet.xml,          xl/worksheets/my sheet.xml",
        "worksheets/my sheet.xml,            xl/worksheets/my%20sheet.xml",
        "sheet%C3%A4.xml,                    xl/sheetä.xml",
        "100%.xml,                           xl/100%.xml",
    })
    void target_of_any_spelling_is_found(String target, String entry) {
        var workbook = sound().renamed(SHEET, entry)
                .part(WORKBOOK_LINKS, links(link("rId1", OFFICE + "/worksheet", target, "")));

        assertThat(firstColumn(workbook.bytes())).containsExactly("R-1");
    }

    @Test
    void workbook_of_any_name_is_found() {
        var workbook = sound().renamed(WORKBOOK, "Dokument")
                .renamed(WORKBOOK_LINKS, "_rels/dokument.rels")
                .part(LINKS, links(link("x", OFFICE + "/officeDocument", "/dokument", "")))
                .part(
                        "_rels/dokument.rels",
                        links(link("rId1", OFFICE + "/worksheet", "xl/worksheets/sheet1.xml", "")));

        assertThat(firstColumn(workbook.bytes())).containsExactly("R-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {CONTENT_TYPES, LINKS, WORKBOOK, WORKBOOK_LINKS, SHEET})
    void part_that_is_missing_is_unreadable(String part) {
        assertThat(fault(sound().without(part).bytes())).isEqualTo(ProblemCode.FILE_UNREADABLE);
    }

    @Test
    void relationship_that_is_missing_is_unreadable() {
        assertThat(fault(sound().part(LINKS, links("")).bytes())).isEqualTo(ProblemCode.FILE_UNREADABLE);
        assertThat(fault(sound().part(WORKBOOK_LINKS, links("")).bytes())).isEqualTo(ProblemCode.FILE_UNREADABLE);
        assertThat(fault(sound().part(WORKBOOK, workbook("<sheet name='records' sheetId='1'/>"))
                        .bytes()))
                .isEqualTo(ProblemCode.FILE_UNREADABLE);
    }

    @Test
    void part_that_serves_as_two_is_unreadable() {
        assertThat(fault(sound().part(LINKS, links(link("rId1", OFFICE + "/officeDocument", "_rels/.rels", "")))
                        .bytes()))
                .isEqualTo(ProblemCode.FILE_UNREADABLE);
        assertThat(fault(sound().part(WORKBOOK_LINKS, links(link("rId1", OFFICE + "/worksheet", "workbook.xml", "")))
                        .bytes()))
                .isEqualTo(ProblemCode.FILE_UNREADABLE);
    }

    @Test
    void shared_strings_and_styles_that_are_missing_are_none() {
        var workbook = sound().part(
                        WORKBOOK_LINKS,
                        links(sheetLink(1)
                                + link("rId2", OFFICE + "/sharedStrings", "gone.xml", "")
                                + link("rId3", OFFICE + "/styles", "lost.xml", "")));

        assertThat(firstColumn(workbook.bytes())).containsExactly("R-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"records", " Records ", "RECORDS", "usage_records", "Usage_Records"})
    void tab_is_found_whatever_its_spelling(String name) {
        RecordedTable table =
                Reading.records(sound().part(WORKBOOK, workbook(sheet(name, 1))).bytes());

        assertThat(table.source().locator().locate(2, 0, 3, "x")).isEqualTo(new Place(name, 2L, "x", "D2", null));
        assertThat(table.source().locator().locate(2, 0, -1, null)).isEqualTo(new Place(name, 2L, null, null, null));
    }

    @Test
    void hidden_tab_counts() {
        String hidden = sheet("records", 1).replace("/>", " state='veryHidden'/>");

        assertThat(firstColumn(sound().part(WORKBOOK, workbook(hidden)).bytes()))
                .containsExactly("R-1");
    }

    @Test
    void newer_name_goes_before_the_older() {
        assertThat(firstColumn(twoTabs("usage_records", "records").bytes())).containsExactly("R-2");
        assertThat(firstColumn(twoTabs("Records", "usage_records").bytes())).containsExactly("R-1");
    }

    @Test
    void tabs_of_one_name_are_unreadable() {
        assertThat(fault(twoTabs("records", " RECORDS").bytes())).isEqualTo(ProblemCode.FILE_UNREADABLE);
        assertThat(fault(twoTabs("usage_records", "Usage_records").bytes())).isEqualTo(ProblemCode.FILE_UNREADABLE);
        assertThat(firstColumn(twoTabs("records", "other").bytes())).containsExactly("R-1");
    }

    @Test
    void tables_come_in_order_and_only_if_wanted() {
        byte[] workbook = twoTabs("records", "categories").bytes();

        assertThat(Reading.read(workbook, UploadLimits.DEFAULTS, ALL).tables())
                .extracting(RecordedTable::name)
                .containsExactly(TableName.CATEGORIES, TableName.RECORDS);
        assertThat(Reading.read(workbook, UploadLimits.DEFAULTS, EnumSet.of(TableName.GENERAL))
                        .tables())
                .isEmpty();
    }

    @Test
    void chart_named_records_is_no_table() {
        var workbook =
                sound().part(WORKBOOK_LINKS, links(link("rId1", OFFICE + "/chartsheet", "worksheets/sheet1.xml", "")));

        RecordingSink sink = Reading.read(workbook.bytes());

        assertThat(sink.faults().get(0).code()).isEqualTo(ProblemCode.SHEET_MISSING);
        assertThat(sink.faults().get(0).arguments()).containsExactly(java.util.Map.entry("sheet", "records"));
        assertThat(sink.faults().get(0).value()).isNull();
    }

    @Test
    void sink_that_declines_a_table_gets_the_next() {
        var sink = new DecliningSink();

        Reading.into(sink, twoTabs("records", "general").bytes(), UploadLimits.DEFAULTS, ALL);

        assertThat(sink.calls).containsExactly("table GENERAL", "table RECORDS", "row 2");
    }

    @ParameterizedTest
    @CsvSource({"date1904='1', EXCEL_1904", "date1904='true', EXCEL_1904", "date1904='0', EXCEL_1900", "'', EXCEL_1900"
    })
    void date_system_is_told(String attribute, DateSystem system) {
        String properties = "<workbookPr " + attribute + "/>";

        RecordedTable table = Reading.records(sound().part(WORKBOOK, workbook(properties, sheet("records", 1)))
                .bytes());

        assertThat(table.source().dates()).isEqualTo(system);
    }

    @Test
    void progress_reaches_the_compressed_size() {
        byte[] workbook = sound().bytes();

        RecordingSink sink = Reading.read(workbook);

        assertThat(sink.progress()).isNotEmpty();
        assertThat(sink.progress().get(sink.progress().size() - 1)).isBetween(1L, (long) workbook.length);
    }

    @Test
    void limit_of_bytes_comes_first() {
        byte[] workbook = sound().bytes();

        assertThat(fault(workbook, UploadLimits.DEFAULTS.withBytes(workbook.length - 1)))
                .isEqualTo(ProblemCode.FILE_TOO_LARGE);
        assertThat(Reading.read(workbook, UploadLimits.DEFAULTS.withBytes(workbook.length))
                        .faults())
                .isEmpty();
    }
}
