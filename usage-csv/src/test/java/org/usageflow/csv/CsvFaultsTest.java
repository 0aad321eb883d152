package org.usageflow.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.testkit.format.RecordingSink;
import org.usageflow.testkit.format.RecordingSink.RecordedFault;

class CsvFaultsTest {

    private static final UploadLimits TEN_A_ROW = UploadLimits.DEFAULTS.withTable(10, 10, 10);

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("a quote inside a plain field", bytes("a,b\n1,2\n3,4\"\n5,6\n"), 3L, "inside a field"),
                Arguments.of("text behind a quote", bytes("a,b\n1,2\n\"3\"4,5\n"), 3L, "behind the closing quote"),
                Arguments.of("a blank behind a quote", bytes("a,b\n1,2\n\"3\" ,5\n"), 3L, "behind the closing quote"),
                Arguments.of("a blank before a quote", bytes("a,b\n1,2\n \"3\",5\n"), 3L, "inside a field"),
                Arguments.of("an open quote", bytes("a,b\r1,2\r3,\"4\r5,6\r"), 3L, "has no end"),
                Arguments.of("an open quote on a later line", bytes("a,b\n1,2\n\"x\ny\",\"4\n5,6"), 4L, "has no end"),
                Arguments.of("NUL", bytes("a,b\n1,2\n3,", 0, "\n"), 3L, "NUL"),
                Arguments.of("NUL in quotes", bytes("a,b\n1,2\n\"\n", 0, "\"\n"), 4L, "NUL"),
                Arguments.of("half a character", bytes("a,b\n1,2\n3,", 0xC3, "\n"), 3L, "UTF-8"),
                Arguments.of("Latin 1", bytes("a,b\n1,2\n3,Gr", 0xF6, 0xDF, "e\n"), 3L, "UTF-8"),
                Arguments.of("a character in too many bytes", bytes("a,b\n1,2\n", 0xC0, 0xAF, "\n"), 3L, "UTF-8"),
                Arguments.of("an encoded surrogate", bytes("a,b\n1,2\n", 0xED, 0xA0, 0x80, "\n"), 3L, "UTF-8"),
                Arguments.of("an end within a character", bytes("a,b\n1,2\n3,", 0xE2, 0x82), 3L, "UTF-8"));
    }

    private static byte[] bytes(Object... parts) {
        return CsvReading.bytes(parts);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void text_that_is_broken_is_unreadable_at_its_line(String name, byte[] content, long line, String reason) {
        RecordingSink sink = CsvReading.read(content);

        RecordedFault fault = sink.faults().get(0);
        assertThat(fault.code()).isEqualTo(ProblemCode.FILE_UNREADABLE);
        assertThat(fault.place()).isEqualTo(new Place(null, line, null, null, null));
        assertThat(fault.arguments().get("reason")).contains(reason);
        assertThat(sink.rows()).as("rows before").isEqualTo(1);
        assertThat(sink.violations()).isEmpty();
    }

    @Test
    void fault_far_behind_comes_after_all_rows_before() {
        for (int rows = 10_000; rows < 10_020; rows++) {
            String text = "a,b\r\n" + "0123456789,\"0123456789\"\r\n".repeat(rows) + "\"1\r\n\",2\"\r\n";

            RecordingSink sink = CsvReading.read(text);

            assertThat(sink.rows()).isEqualTo(rows);
            assertThat(sink.faults().get(0).place().row()).isEqualTo(rows + 3L);
        }
    }

    @Test
    void text_in_utf_16_is_unreadable() {
        for (byte[] content : new byte[][] {bytes(0xFF, 0xFE, "a", 0), bytes(0xFE, 0xFF, 0, "a")}) {
            RecordingSink sink = CsvReading.read(content);

            assertThat(sink.faults().get(0).arguments().get("reason")).contains("UTF-16");
            assertThat(sink.faults().get(0).place().row()).isEqualTo(1L);
            assertThat(sink.tables()).isEmpty();
        }
    }

    @Test
    void file_that_is_empty_is_unreadable() {
        for (String content : new String[] {"", "\n \r\n,,\r", "\uFEFF"}) {
            RecordingSink sink = CsvReading.read(content);

            assertThat(sink.faults()).extracting(RecordedFault::code).containsExactly(ProblemCode.FILE_UNREADABLE);
            assertThat(sink.faults().get(0).place()).isEqualTo(Place.FILE);
        }
    }

    @Test
    void row_beyond_the_limit_is_too_large() {
        RecordingSink sink = CsvReading.read("a\n1\n\"\n\"\n5,\"\n234567890\",1\n2\n", TEN_A_ROW);

        RecordedFault fault = sink.faults().get(0);
        assertThat(fault.code()).isEqualTo(ProblemCode.FILE_TOO_LARGE);
        assertThat(fault.place()).isEqualTo(new Place(null, 5L, null, null, null));
        assertThat(fault.arguments()).containsEntry("limit", "10 characters").containsKey("what");
        assertThat(sink.rows()).isEqualTo(1);
    }

    @Test
    void row_without_an_end_is_too_large_in_bounded_memory() {
        RecordingSink sink = CsvReading.read("a\n1\n\"" + "\"\" \n".repeat(5_000_000));

        assertThat(sink.faults()).extracting(RecordedFault::code).containsExactly(ProblemCode.FILE_TOO_LARGE);
        assertThat(sink.faults().get(0).place().row()).isEqualTo(3L);
        assertThat(sink.rows()).isEqualTo(1);
    }
}
