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

import org.junit.jupiter.api.Test;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.UploadLimits;

class ZipBombTest {

    private static final byte[] ZEROS = new byte[3 << 20];

    private static UploadLimits inflation(int entries, long entryBytes, long totalBytes, long ratioFrom, int ratio) {
        return UploadLimits.DEFAULTS.withInflation(entries, entryBytes, totalBytes, ratioFrom, ratio);
    }

    @Test
    void entry_beyond_its_limit_is_too_large_whether_read_or_not() {
        var limits = inflation(100, 1 << 20, 1 << 24, 1 << 24, 100);

        assertThat(fault(sound().part("xl/media/image1.png", ZEROS).bytes(), limits))
                .isEqualTo(ProblemCode.FILE_TOO_LARGE);
        assertThat(fault(ofRows(HEADER + " ".repeat(2 << 20)).bytes(), limits)).isEqualTo(ProblemCode.FILE_TOO_LARGE);
    }

    @Test
    void entry_that_hides_its_size_is_suspicious_as_soon_as_it_shows() {
        var limits = inflation(100, 1 << 20, 1 << 24, 1 << 24, 100);
        RawZip unused =
                sound().part("xl/media/image1.png", ZEROS).zip().change("xl/media/image1.png", e -> e.claiming(10));
        RawZip used = ofRows(HEADER + " ".repeat(2 << 20)).zip().change(SHEET, e -> e.claiming(10));

        assertThat(fault(unused.bytes(), limits)).isEqualTo(ProblemCode.FILE_SUSPICIOUS);
        assertThat(fault(used.bytes(), limits)).isEqualTo(ProblemCode.FILE_SUSPICIOUS);
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
        assertThat(Reading.read(honest.change("a.bin", e -> e.claiming(3 << 20)).bytes())
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

        assertThat(fault(
                        sound().part(WORKBOOK, BrokenWorkbooks.workbook(filler)).bytes()))
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
