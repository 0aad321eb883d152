package org.usageflow.core.internal.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.spi.format.DateSystem;

/** Figures of the rulebook, and texts that are nearly times (rules §3.3). */
class TimeReaderTest {

    private final TimeReader reader = new TimeReader();

    private @Nullable Instant read(String text) {
        return reader.read(text.toCharArray(), 0, text.length());
    }

    private @Nullable Instant cell(String text, DateSystem system) {
        return reader.readCell(text.toCharArray(), 0, text.length(), system);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-07-08 5:04:03, 2021-07-08T05:04:03Z",
        "2021-07-08 23:59:59, 2021-07-08T23:59:59Z",
        "2021-07-08 05:04:03.5, 2021-07-08T05:04:03.5Z",
        "2021-07-08T05:04:03.000000001Z, 2021-07-08T05:04:03.000000001Z",
        "2021-07-08T05:04Z, 2021-07-08T05:04:00Z",
        "2021-07-08T5:04:03+00:00, 2021-07-08T05:04:03Z",
        "2021-07-08, 2021-07-08T00:00:00Z",
        "2024-02-29, 2024-02-29T00:00:00Z",
        "2000-02-29, 2000-02-29T00:00:00Z",
        "1970-01-01, 1970-01-01T00:00:00Z",
        "2199-12-31 23:59:59, 2199-12-31T23:59:59Z"
    })
    @DisplayName("rules §3.3: spellings of times")
    void time_is_read(String text, Instant expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "2021",
                "2021-07",
                "2021-07-",
                "2021-7-8",
                "21-07-08",
                "2021/07/08",
                "08.07.2021",
                "20210708",
                "2021-07-08  00:00:00",
                "2021-07-08x00:00:00",
                "2021-07-08 00",
                "2021-07-08 00:00",
                "2021-07-08 00-00:00",
                "2021-07-08 00:00:0",
                "2021-07-08 0:0:00",
                "2021-07-08 000:00:00",
                "2021-07-08 :00:00",
                "2021-07-08 24:00:00",
                "2021-07-08 23:60:00",
                "2021-07-08 23:59:60",
                "2021-07-08 00:00:00.",
                "2021-07-08 00:00:00.1234567890",
                "2021-07-08 00:00:00,5",
                "2021-07-08 12:00:00 PM",
                "2021-07-08 00:00:00 x",
                "2021-02-29",
                "1900-02-29",
                "2100-02-29",
                "2021-04-31",
                "2021-00-10",
                "2021-13-01",
                "2021-01-00",
                "2021-01-32",
                "1969-12-31 23:59:59",
                "2200-01-01",
                "0000-01-01",
                "-2021-01-01",
                "2021-07-08T",
                "2021-07-08Z",
                "2021-07-08T00:00:00",
                "2021-07-08T00:00",
                "2021-07-08T00Z",
                "2021-07-08T00:00:00ZZ",
                "2021-07-08T00:00:00Z0",
                "2021-07-08T00:00:00+",
                "2021-07-08T00:00:00+0",
                "2021-07-08T00:00:00+00:",
                "2021-07-08T00:00:00+00:0",
                "2021-07-08T00:00:00+00:00x",
                "2021-07-08T00:00:00 UTC",
                "2021-07-08T00:00:00+00:00[UTC]",
                "now",
                "44385"
            })
    @DisplayName("rules §3.3: text that is no time")
    void text_that_is_no_time_is_refused(String text) {
        assertThat(read(text)).isNull();
        assertThat(reader.hadOtherOffset()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-07-08T00:00:00+02:00", "2021-07-08T00:00:00-00:30", "2021-07-08T00:00:00+0200",
                "2021-07-08 00:00:00+02", "2021-07-08 00:00:00 +01:00", "2021-07-08T00:00-12:00"
            })
    @DisplayName("rules §3.3: any other offset is VALUE_NOT_UTC, never converted")
    void other_offset_is_told_apart(String text) {
        assertThat(read(text)).isNull();
        assertThat(reader.hadOtherOffset()).isTrue();
    }

    @Test
    void other_offset_is_forgotten_by_the_next_time() {
        read("2021-07-08T00:00:00+02:00");

        read("nonsense");

        assertThat(reader.hadOtherOffset()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "44385, EXCEL_1900, 2021-07-08T00:00:00Z",
        "44385.999988425923, EXCEL_1900, 2021-07-08T23:59:59Z",
        "44385.99999999, EXCEL_1900, 2021-07-09T00:00:00Z",
        "42923, EXCEL_1904, 2021-07-08T00:00:00Z",
        "25569, EXCEL_1900, 1970-01-01T00:00:00Z",
        "25568.999999, EXCEL_1900, 1970-01-01T00:00:00Z",
        "24107, EXCEL_1904, 1970-01-01T00:00:00Z",
        "4.4385E4, EXCEL_1900, 2021-07-08T00:00:00Z",
        "109574.9999, EXCEL_1900, 2199-12-31T23:59:51Z",
        "2021-07-08, EXCEL_1900, 2021-07-08T00:00:00Z",
        "2021-07-08T05:00:00, EXCEL_1904, 2021-07-08T05:00:00Z"
    })
    @DisplayName("rules §3.3: a date cell in the 1900 or 1904 date system, rounded to the nearest second")
    void date_cell_is_read(String text, DateSystem system, Instant expected) {
        assertThat(cell(text, system)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25568.9999", "0", "-1", "109575", "109574.999999", "1e30", "1e999999999", "x", ""})
    void date_cell_outside_the_years_is_none(String text) {
        assertThat(cell(text, DateSystem.EXCEL_1900)).isNull();
        assertThat(reader.hadOtherOffset()).isFalse();
    }

    @Test
    @DisplayName("rules §3.3: the same for a cell of the date type")
    void date_cell_of_another_offset_is_told_apart() {
        assertThat(cell("2021-07-08T00:00:00+02:00", DateSystem.EXCEL_1900)).isNull();
        assertThat(reader.hadOtherOffset()).isTrue();
    }
}
