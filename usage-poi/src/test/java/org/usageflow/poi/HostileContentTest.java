package org.usageflow.poi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.poi.BrokenWorkbooks.CONTENT_TYPES;
import static org.usageflow.poi.BrokenWorkbooks.HEADER;
import static org.usageflow.poi.BrokenWorkbooks.LINKS;
import static org.usageflow.poi.BrokenWorkbooks.OFFICE;
import static org.usageflow.poi.BrokenWorkbooks.SHEET;
import static org.usageflow.poi.BrokenWorkbooks.WORKBOOK;
import static org.usageflow.poi.BrokenWorkbooks.WORKBOOK_LINKS;
import static org.usageflow.poi.BrokenWorkbooks.link;
import static org.usageflow.poi.BrokenWorkbooks.links;
import static org.usageflow.poi.BrokenWorkbooks.ofRows;
import static org.usageflow.poi.BrokenWorkbooks.sound;
import static org.usageflow.poi.Reading.fault;

import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.problem.ProblemCode;

class HostileContentTest {

    private static final String DOCTYPE = "<!DOCTYPE x [<!ENTITY a \"b\">]>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8",
                "UTF-16",
                "UTF-16LE",
                "UTF-16BE",
                "UTF-32LE",
                "UTF-32BE",
                "x-UTF-16LE-BOM",
                "X-UTF-32BE-BOM",
                "X-UTF-32LE-BOM"
            })
    void document_type_in_a_part_that_is_not_read_is_suspicious(String charset) {
        for (String start : new String[] {"", "\n\t ", "<?xml version='1.0'?>", "<?a ?><!-- <x> - -- -->"}) {
            var workbook = sound().part("docProps/app.xml", start + DOCTYPE + "<x/>", Charset.forName(charset));

            assertThat(fault(workbook.bytes())).as(start).isEqualTo(ProblemCode.FILE_SUSPICIOUS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CONTENT_TYPES, LINKS, WORKBOOK, WORKBOOK_LINKS, SHEET})
    void document_type_in_a_part_that_is_read_is_suspicious(String part) {
        for (String charset : new String[] {"UTF-8", "UTF-16"}) {
            var workbook = sound().part(part, "<?xml version='1.0'?>" + DOCTYPE + "<x/>", Charset.forName(charset));

            assertThat(fault(workbook.bytes())).isEqualTo(ProblemCode.FILE_SUSPICIOUS);
        }
    }

    @Test
    void document_type_in_relationships_of_a_sheet_is_suspicious() {
        assertThat(fault(sound().part("xl/worksheets/_rels/sheet1.xml.rels", DOCTYPE + links(""))
                        .bytes()))
                .isEqualTo(ProblemCode.FILE_SUSPICIOUS);
    }

    @Test
    void entity_within_a_sheet_is_suspicious() {
        assertThat(fault(ofRows(HEADER + "<!ENTITY a 'b'>").bytes())).isEqualTo(ProblemCode.FILE_SUSPICIOUS);
    }

    @Test
    void encoding_that_hides_is_suspicious() {
        assertThat(fault(sound().part("a.xml", "<?xml version='1.0'?>" + DOCTYPE, Charset.forName("IBM037"))
                        .bytes()))
                .isEqualTo(ProblemCode.FILE_SUSPICIOUS);
    }

    @Test
    void comments_and_pictures_are_no_document_types() {
        var workbook = sound().part(
                        "a.xml", "<?xml version='1.0'?><!-- <!DOCTYPE x> --><?x <!DOCTYPE ?><a>&lt;!DOCTYPE</a>")
                .part("b.png", "\u0089PNG <!DOCTYPE x>")
                .part("c.xml", "")
                .part("d.xml", "<");

        assertThat(Reading.read(workbook.bytes()).faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/vbaProject.bin",
                "xl/VBAPROJECT.BIN",
                "vbaProjectSignature.bin",
                "xl/vbaData.xml",
                "xl/macrosheets/sheet1.xml",
                "xl/macroSheets/intlsheet1.xml"
            })
    void part_of_macros_is_told(String name) {
        assertThat(fault(sound().part(name, "x").bytes())).isEqualTo(ProblemCode.FILE_HAS_MACROS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                "application/vnd.ms-excel.template.macroEnabled.main+xml",
                "application/vnd.ms-office.vbaProject",
                "application/vnd.ms-excel.macrosheet+xml",
                "application/vnd.ms-excel.intlmacrosheet+xml"
            })
    void content_type_of_macros_is_told(String type) {
        String override = "<Override PartName='/xl/other.bin' ContentType='" + type + "'/>";
        String otherwise = "<Default Extension='bin' ContentType='" + type.toUpperCase(java.util.Locale.ROOT) + "'/>";

        assertThat(fault(sound().part(CONTENT_TYPES, BrokenWorkbooks.contentTypes(override))
                        .bytes()))
                .isEqualTo(ProblemCode.FILE_HAS_MACROS);
        assertThat(fault(sound().part(CONTENT_TYPES, BrokenWorkbooks.contentTypes(otherwise))
                        .bytes()))
                .isEqualTo(ProblemCode.FILE_HAS_MACROS);
    }

    @Test
    void relationship_of_macros_is_told() {
        String more =
                link("rId9", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "innocent.bin", "");
        String sheet =
                link("rId9", "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet", "innocent.xml", "");

        assertThat(fault(sound().part("xl/worksheets/_rels/sheet1.xml.rels", links(more))
                        .bytes()))
                .isEqualTo(ProblemCode.FILE_HAS_MACROS);
        assertThat(fault(sound().part(WORKBOOK_LINKS, links(sheet)).bytes())).isEqualTo(ProblemCode.FILE_HAS_MACROS);
    }

    @Test
    void binary_workbook_is_unreadable() {
        String type =
                "<Override PartName='/xl/workbook.bin' ContentType='application/vnd.ms-excel.sheet.binary.macroEnabled.main'/>";

        assertThat(fault(sound().part(CONTENT_TYPES, BrokenWorkbooks.contentTypes(type))
                        .bytes()))
                .isEqualTo(ProblemCode.FILE_UNREADABLE);
    }

    static Stream<BrokenWorkbooks> linked() {
        String path = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        return Stream.of(
                sound().part("xl/externalLinks/externalLink1.xml", "<x/>"),
                sound().part(
                                "xl/worksheets/_rels/sheet1.xml.rels",
                                links(link(
                                        "r", path + "externalLinkPath", "file:///c:/x.xlsx", "TargetMode='External'"))),
                sound().part(
                                "xl/worksheets/_rels/sheet1.xml.rels",
                                links(link("r", path + "image", "http://example.com/i.png", "TargetMode='External'"))),
                sound().part(
                                "xl/worksheets/_rels/sheet1.xml.rels",
                                links(link("r", path + "oleObject", "http://example.com/", "TargetMode='external'"))),
                sound().part(
                                "_rels/other.rels",
                                links(link(
                                        "r",
                                        path + "attachedTemplate",
                                        "http://example.com/",
                                        "TargetMode='External'"))),
                sound().part(
                                WORKBOOK_LINKS,
                                links(link(
                                        "rId1", path + "worksheet", "http://example.com/", "TargetMode='External'"))),
                sound().part(WORKBOOK_LINKS, links(link("rId1", path + "externalLink", "innocent.xml", ""))),
                sound().part(LINKS, links(link("rId1", path + "officeDocument", "../../evil.xml", ""))),
                sound().part(
                                CONTENT_TYPES,
                                BrokenWorkbooks.contentTypes("<Override PartName='/x.xml' ContentType='application/"
                                        + "vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml'/>")));
    }

    @ParameterizedTest
    @MethodSource
    void linked(BrokenWorkbooks workbook) {
        assertThat(fault(workbook.bytes())).isEqualTo(ProblemCode.FILE_SUSPICIOUS);
    }

    @Test
    void hyperlinks_are_no_external_links() {
        String more = link("rId1", OFFICE + "/hyperlink", "https://example.com/", "TargetMode='External'");

        assertThat(Reading.read(sound().part("xl/worksheets/_rels/sheet1.xml.rels", links(more))
                                .bytes())
                        .faults())
                .isEmpty();
    }
}
