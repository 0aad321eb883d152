package org.usageflow.poi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.poi.BrokenWorkbooks.SHEET;
import static org.usageflow.poi.BrokenWorkbooks.sound;
import static org.usageflow.poi.Reading.fault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.poi.RawZip.Entry;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.testkit.format.RecordingSink;

class HostileContainerTest {

    private static UploadLimits inflation(int entries, long entryBytes, long totalBytes, long ratioFrom, int ratio) {
        return UploadLimits.DEFAULTS.withInflation(entries, entryBytes, totalBytes, ratioFrom, ratio);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.xml", "xl/../../evil.xml", "/etc/passwd", "C:/evil.xml", "c:evil.xml", "xl\\evil.xml",
                        "xl/./evil.xml", "xl//evil.xml",
                "%2e%2e/evil.xml", "xl/%2e%2e/evil.xml", "%2Fetc/passwd", "xl%5Cevil.xml", "..", "xl/..", "a\u0000b",
                        "a\nb"
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
        assertThat(fault(
                        sound().zip().change(SHEET, e -> e.withCrc(e.crc() ^ 1)).bytes()))
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
        assertThat(fault(sound().zip().change(SHEET, e -> e.withFlags(0x2000)).bytes()))
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
