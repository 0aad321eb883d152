package org.usageflow.poi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.poi.BrokenWorkbooks.HEADER;
import static org.usageflow.poi.BrokenWorkbooks.MAIN;
import static org.usageflow.poi.BrokenWorkbooks.ROW;
import static org.usageflow.poi.BrokenWorkbooks.SHEET;
import static org.usageflow.poi.BrokenWorkbooks.inline;
import static org.usageflow.poi.BrokenWorkbooks.ofRows;
import static org.usageflow.poi.BrokenWorkbooks.sound;
import static org.usageflow.poi.Reading.fault;
import static org.usageflow.poi.Reading.firstColumn;
import static org.usageflow.poi.Reading.records;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.problem.ProblemCode;
import org.usageflow.testkit.format.RecordingSink.RecordedTable;

class SheetSpellingTest {

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
                                SHEET, BrokenWorkbooks.worksheet(HEADER), java.nio.charset.Charset.forName("UTF-32BE"))
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
