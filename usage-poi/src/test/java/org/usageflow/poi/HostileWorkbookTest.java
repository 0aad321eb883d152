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
import static org.usageflow.poi.Reading.fault;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.poi.RawZip.Entry;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.testkit.format.RecordingSink;

class HostileWorkbookTest {

    private static final String DOCTYPE = "<!DOCTYPE x [<!ENTITY a \"b\">]>";
    private static final byte[] ZEROS = new byte[3 << 20];

    private static UploadLimits inflation(int entries, long entryBytes, long totalBytes, long ratioFrom, int ratio) {
        return UploadLimits.DEFAULTS.withInflation(entries, entryBytes, totalBytes, ratioFrom, ratio);
    }

    @Nested
    class Container {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "../evil.xml", "xl/../../evil.xml", "/etc/passwd", "C:/evil.xml", "c:evil.xml", "xl\\evil.xml",
                            "xl/./evil.xml", "xl//evil.xml",
                    "%2e%2e/evil.xml", "xl/%2e%2e/evil.xml", "%2Fetc/passwd", "xl%5Cevil.xml", "..", "xl/..",
                            "a\u0000b", "a\nb"
                })
        void entry_with_an_unsafe_name_is_suspicious(String name) {
            RecordingSink sink = Reading.read(sound().zip().add(name, "x").bytes());

            assertThat(sink.faults().get(0).code()).isEqualTo(ProblemCode.FILE_SUSPICIOUS);
            assertThat(sink.faults().get(0).value()).isEqualTo(name);
            assertThat(sink.faults().get(0).place()).isEqualTo(Place.FILE);
            assertThat(sink.faults().get(0).arguments()).containsKey("reason");
            assertThat(sink.tables()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "xl/workbook.xml",
                    "XL/Workbook.xml",
                    "xl%2Fworkbook.xml",
                    "xl/workbook%2Exml",
                    "xl/workbook.xml/"
                })
        void entry_that_comes_twice_is_suspicious(String name) {
            assertThat(fault(sound().zip().add(name, "<x/>").bytes())).isEqualTo(ProblemCode.FILE_SUSPICIOUS);
        }

        @Test
        void entry_whose_header_disagrees_is_suspicious() {
            assertThat(fault(sound().zip()
                            .change(SHEET, e -> e.named(SHEET, "xl/worksheets/other1.xml"))
                            .bytes()))
                    .isEqualTo(ProblemCode.FILE_SUSPICIOUS);
            assertThat(fault(sound().zip()
                            .change(SHEET, e -> e.named(SHEET, "short"))
                            .bytes()))
                    .isEqualTo(ProblemCode.FILE_SUSPICIOUS);
        }

        @Test
        void entries_that_overlap_are_suspicious() {
            byte[] content = "<x/>".getBytes(StandardCharsets.UTF_8);
            byte[] same = sound().zip()
                    .add(Entry.of("a.xml", content).named("a.xml", "a.xml"))
                    .add(Entry.of("b.xml", content).named("b.xml", "b.xml").sharing(5))
                    .bytes();

            assertThat(fault(same)).isEqualTo(ProblemCode.FILE_SUSPICIOUS);
        }

        @Test
        void directory_that_miscounts_is_suspicious() {
            assertThat(fault(sound().zip().bytes(4))).isEqualTo(ProblemCode.FILE_SUSPICIOUS);
            assertThat(fault(sound().zip().bytes(6))).isEqualTo(ProblemCode.FILE_SUSPICIOUS);
        }

        @Test
        void entry_of_another_size_than_claimed_is_suspicious() {
            assertThat(fault(sound().zip()
                            .change(SHEET, e -> e.claiming(e.inflated() - 1))
                            .bytes()))
                    .isEqualTo(ProblemCode.FILE_SUSPICIOUS);
            assertThat(fault(sound().zip()
                            .change(SHEET, e -> e.claiming(e.inflated() + 1))
                            .bytes()))
                    .isEqualTo(ProblemCode.FILE_SUSPICIOUS);
            assertThat(fault(sound().zip()
                            .change(SHEET, e -> e.withData(Arrays.copyOf(e.data(), e.data().length + 3)))
                            .bytes()))
                    .isEqualTo(ProblemCode.FILE_SUSPICIOUS);
        }

        @Test
        void entry_that_is_damaged_is_unreadable() {
            assertThat(fault(sound().zip()
                            .change(SHEET, e -> e.withCrc(e.crc() ^ 1))
                            .bytes()))
                    .isEqualTo(ProblemCode.FILE_UNREADABLE);
            assertThat(fault(sound().zip()
                            .change(SHEET, e -> e.withData(Arrays.copyOf(e.data(), e.data().length - 3)))
                            .bytes()))
                    .isEqualTo(ProblemCode.FILE_UNREADABLE);
            assertThat(fault(sound().zip()
                            .change(SHEET, e -> e.withData(new byte[] {-1, -1, -1}))
                            .bytes()))
                    .isEqualTo(ProblemCode.FILE_UNREADABLE);
            assertThat(fault(sound().zip().change(SHEET, e -> e.withMethod(12)).bytes()))
                    .isEqualTo(ProblemCode.FILE_UNREADABLE);
        }

        @Test
        void entry_that_is_encrypted_is_told() {
            assertThat(fault(sound().zip().change(SHEET, e -> e.withFlags(1)).bytes()))
                    .isEqualTo(ProblemCode.FILE_ENCRYPTED);
            assertThat(fault(sound().zip()
                            .change(SHEET, e -> e.withFlags(0x2000))
                            .bytes()))
                    .isEqualTo(ProblemCode.FILE_ENCRYPTED);
            assertThat(fault(sound().zip().change(SHEET, e -> e.withMethod(99)).bytes()))
                    .isEqualTo(ProblemCode.FILE_ENCRYPTED);
        }

        @Test
        void entries_beyond_their_limit_are_too_large() {
            RawZip zip = sound().zip();
            for (int i = 0; i < 5; i++) {
                zip.add("more" + i, "");
            }

            assertThat(fault(zip.bytes(), inflation(9, 1 << 20, 1 << 20, 1 << 20, 100)))
                    .isEqualTo(ProblemCode.FILE_TOO_LARGE);
            assertThat(fault(zip.bytes(3), inflation(9, 1 << 20, 1 << 20, 1 << 20, 100)))
                    .isEqualTo(ProblemCode.FILE_TOO_LARGE);
            assertThat(Reading.read(zip.bytes(), inflation(10, 1 << 20, 1 << 20, 1 << 20, 100))
                            .faults())
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"PK\u0003\u0004", "PK\u0005\u0006", "", "P", "hello", "record_id,quantity\n"})
        void file_that_is_no_container_is_unreadable(String content) {
            assertThat(fault(content.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(ProblemCode.FILE_UNREADABLE);
        }

        @Test
        void file_that_is_cut_off_anywhere_is_refused() {
            byte[] whole = sound().bytes();

            for (int length = 0; length < whole.length; length += 13) {
                assertThat(fault(Arrays.copyOf(whole, length)).group()).isEqualTo(ProblemCode.FILE_UNREADABLE.group());
            }
        }

        @Test
        void container_with_stored_entries_and_a_comment_is_read() {
            RawZip zip = sound().zip().add(Entry.stored("docProps/app.xml", "<a/>".getBytes(StandardCharsets.UTF_8)));
            byte[] plain = zip.bytes();
            byte[] commented = Arrays.copyOf(plain, plain.length + 500);
            commented[plain.length - 2] = (byte) 500;
            commented[plain.length - 1] = (byte) (500 >> 8);

            assertThat(Reading.records(commented).rows()).hasSize(1);
        }
    }

    @Nested
    class Bombs {

        @Test
        void entry_beyond_its_limit_is_too_large_whether_read_or_not() {
            var limits = inflation(100, 1 << 20, 1 << 24, 1 << 24, 100);

            assertThat(fault(sound().part("xl/media/image1.png", ZEROS).bytes(), limits))
                    .isEqualTo(ProblemCode.FILE_TOO_LARGE);
            assertThat(fault(ofRows(HEADER + " ".repeat(2 << 20)).bytes(), limits))
                    .isEqualTo(ProblemCode.FILE_TOO_LARGE);
        }

        @Test
        void entry_that_hides_its_size_is_counted() {
            var limits = inflation(100, 1 << 20, 1 << 24, 1 << 24, 100);
            RawZip unused =
                    sound().part("xl/media/image1.png", ZEROS).zip().change("xl/media/image1.png", e -> e.claiming(10));
            RawZip used = ofRows(HEADER + " ".repeat(2 << 20)).zip().change(SHEET, e -> e.claiming(10));

            assertThat(fault(unused.bytes(), limits)).isEqualTo(ProblemCode.FILE_TOO_LARGE);
            assertThat(fault(used.bytes(), limits)).isEqualTo(ProblemCode.FILE_TOO_LARGE);
        }

        @Test
        void entries_beyond_their_limit_in_all_are_too_large() {
            var limits = inflation(100, 4 << 20, 8 << 20, 1 << 24, 100);
            var workbook = sound().part("a.bin", ZEROS).part("b.bin", ZEROS).part("c.bin", ZEROS);

            assertThat(fault(workbook.bytes(), limits)).isEqualTo(ProblemCode.FILE_TOO_LARGE);
            RawZip lying = workbook.zip();
            for (String name : new String[] {"a.bin", "b.bin", "c.bin"}) {
                lying.change(name, e -> e.claiming(10));
            }
            assertThat(fault(lying.bytes(), limits)).isIn(ProblemCode.FILE_TOO_LARGE, ProblemCode.FILE_SUSPICIOUS);
        }

        @Test
        void entry_compressed_beyond_the_limit_is_suspicious() {
            var limits = inflation(100, 1 << 24, 1 << 24, 1 << 20, 100);
            RawZip honest = sound().part("a.bin", ZEROS).zip();

            assertThat(fault(honest.bytes(), limits)).isEqualTo(ProblemCode.FILE_SUSPICIOUS);
            assertThat(fault(honest.change("a.bin", e -> e.claiming(10)).bytes(), limits))
                    .isEqualTo(ProblemCode.FILE_SUSPICIOUS);
            assertThat(Reading.read(honest.change("a.bin", e -> e.claiming(3 << 20))
                                    .bytes())
                            .faults())
                    .isEmpty();
        }

        @Test
        void sheet_of_500_to_1_below_the_threshold_is_read() {
            String blankRows = "<row><c/><c/><c/><c/></row>".repeat(400_000);
            byte[] workbook = ofRows(HEADER + ROW + blankRows).bytes();

            assertThat(workbook.length * 300L).isLessThan(blankRows.length());
            assertThat(Reading.records(workbook).rows()).hasSize(1);
        }

        @Test
        void part_that_describes_the_package_has_a_lower_limit() {
            String filler = " ".repeat(17 << 20);

            assertThat(fault(sound().part(WORKBOOK, BrokenWorkbooks.workbook(filler))
                            .bytes()))
                    .isEqualTo(ProblemCode.FILE_TOO_LARGE);
            assertThat(fault(sound().part(LINKS, links(filler)).bytes())).isEqualTo(ProblemCode.FILE_TOO_LARGE);
            assertThat(fault(sound().part(CONTENT_TYPES, BrokenWorkbooks.contentTypes(filler))
                            .bytes()))
                    .isEqualTo(ProblemCode.FILE_TOO_LARGE);
        }

        @Test
        void relationships_beyond_their_limit_are_too_large() {
            var many = new StringBuilder();
            for (int i = 0; i < 101; i++) {
                many.append(link("x" + i, OFFICE + "/worksheet", "a" + i, ""));
            }

            assertThat(fault(
                            sound().part(WORKBOOK_LINKS, links(many.toString())).bytes(),
                            inflation(100, 1 << 24, 1 << 24, 1 << 24, 100)))
                    .isEqualTo(ProblemCode.FILE_TOO_LARGE);
        }

        @Test
        void xml_without_measure_is_unreadable() {
            String name = "x".repeat(200_000);
            String attributes = java.util.stream.IntStream.range(0, 200)
                    .mapToObj(i -> "a" + i + "='' ")
                    .reduce("", String::concat);

            for (String rows : new String[] {
                "<a>".repeat(100_000),
                "<" + name + "/>",
                "<row " + name + "='1'/>",
                "<row r='" + name + "'/>",
                "<row " + attributes + "/>",
                "<row><c><v>"
            }) {
                assertThat(fault(ofRows(rows).bytes())).isEqualTo(ProblemCode.FILE_UNREADABLE);
            }
        }
    }

    @Nested
    class Documents {

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
    }

    @Nested
    class Macros {

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
            String otherwise =
                    "<Default Extension='bin' ContentType='" + type.toUpperCase(java.util.Locale.ROOT) + "'/>";

            assertThat(fault(sound().part(CONTENT_TYPES, BrokenWorkbooks.contentTypes(override))
                            .bytes()))
                    .isEqualTo(ProblemCode.FILE_HAS_MACROS);
            assertThat(fault(sound().part(CONTENT_TYPES, BrokenWorkbooks.contentTypes(otherwise))
                            .bytes()))
                    .isEqualTo(ProblemCode.FILE_HAS_MACROS);
        }

        @Test
        void relationship_of_macros_is_told() {
            String more = link(
                    "rId9", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "innocent.bin", "");
            String sheet = link(
                    "rId9", "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet", "innocent.xml", "");

            assertThat(fault(sound().part("xl/worksheets/_rels/sheet1.xml.rels", links(more))
                            .bytes()))
                    .isEqualTo(ProblemCode.FILE_HAS_MACROS);
            assertThat(fault(sound().part(WORKBOOK_LINKS, links(sheet)).bytes()))
                    .isEqualTo(ProblemCode.FILE_HAS_MACROS);
        }

        @Test
        void binary_workbook_is_unreadable() {
            String type =
                    "<Override PartName='/xl/workbook.bin' ContentType='application/vnd.ms-excel.sheet.binary.macroEnabled.main'/>";

            assertThat(fault(sound().part(CONTENT_TYPES, BrokenWorkbooks.contentTypes(type))
                            .bytes()))
                    .isEqualTo(ProblemCode.FILE_UNREADABLE);
        }
    }

    @Nested
    class Links {

        static Stream<BrokenWorkbooks> linked() {
            String path = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
            return Stream.of(
                    sound().part("xl/externalLinks/externalLink1.xml", "<x/>"),
                    sound().part(
                                    "xl/worksheets/_rels/sheet1.xml.rels",
                                    links(link(
                                            "r",
                                            path + "externalLinkPath",
                                            "file:///c:/x.xlsx",
                                            "TargetMode='External'"))),
                    sound().part(
                                    "xl/worksheets/_rels/sheet1.xml.rels",
                                    links(link(
                                            "r", path + "image", "http://example.com/i.png", "TargetMode='External'"))),
                    sound().part(
                                    "xl/worksheets/_rels/sheet1.xml.rels",
                                    links(link(
                                            "r", path + "oleObject", "http://example.com/", "TargetMode='external'"))),
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
                                            "rId1",
                                            path + "worksheet",
                                            "http://example.com/",
                                            "TargetMode='External'"))),
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
}
