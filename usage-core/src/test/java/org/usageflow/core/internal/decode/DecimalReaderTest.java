package org.usageflow.core.internal.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of the rulebook, and texts that are nearly numbers (rules §3.3). */
class DecimalReaderTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final DecimalReader reader = new DecimalReader();

    private @Nullable BigDecimal text(String text) {
        return reader.read(text.toCharArray(), 0, text.length(), false);
    }

    private @Nullable BigDecimal spreadsheet(String text) {
        return reader.read(text.toCharArray(), 0, text.length(), true);
    }

    @ParameterizedTest
    @CsvSource({
        "4.0000, 4",
        "7.0, 7",
        "1000, 1000",
        "1e3, 1000",
        "5.54027867388E11, 554027867388",
        "-0.50, -0.5",
        "+2, 2",
        ".5, 0.5",
        "5., 5",
        "007, 7",
        "0.000, 0",
        "-0, 0",
        "1E-8, 0.00000001",
        "12345678901234567890.5, 12345678901234567890.5"
    })
    @DisplayName("rules §3.3: a number is read canonical")
    void text_of_a_number_is_read_canonical(String text, String expected) {
        assertThat(text(text)).isEqualTo(new BigDecimal(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", ".", "-", "+", "-.", "1,5", "1 000", "1_000", "NaN", "Infinity", "-Infinity", "0x1", "1f",
                        "1d",
                "1L", "1e", "1e+", "1e-", "e5", ".e5", "1e5.5", "1e 5", "1ee5", "--1", "+-1", "1-", "1.2.3", "1..2",
                        "- 1",
                "(1)", "1%", "$1", "'1", "１２", "١", "1\u00002", "−1", "½", "1e５"
            })
    @DisplayName("rules §3.3: no grouping, hex, suffixes or words")
    void text_that_is_no_number_is_refused(String text) {
        assertThat(text(text)).isNull();
        assertThat(spreadsheet(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {" 5 ", "\u00A05\u00A0", "\t5\r\n", "\u20035\u3000", "\u202F5"})
    @DisplayName("rules §3.3: surrounding blanks are allowed, no-break ones too")
    void surrounding_blanks_are_passed_over(String text) {
        assertThat(text(text)).isEqualTo(new BigDecimal("5"));
    }

    @Test
    @DisplayName("rules §3.3: at most 38 digits in the plain form")
    void number_of_38_digits_is_the_longest() {
        String most = "9".repeat(38);

        assertThat(text(most)).isEqualTo(new BigDecimal(most));
        assertThat(text("-" + most)).isEqualTo(new BigDecimal("-" + most));
        assertThat(text("9".repeat(30) + "." + "9".repeat(8)))
                .isEqualTo(new BigDecimal("9".repeat(30) + "." + "9".repeat(8)));
        assertThat(text("1e37")).isEqualTo(new BigDecimal("1" + "0".repeat(37)));
        assertThat(text("1e-38")).isEqualTo(new BigDecimal(java.math.BigInteger.ONE, 38));
        assertThat(text(most + "000e-3")).isEqualTo(new BigDecimal(most));
        assertThat(text("9" + most)).isNull();
        assertThat(text(most + ".5")).isNull();
        assertThat(text("1e38")).isNull();
        assertThat(text("10e37")).isNull();
        assertThat(text("1e-39")).isNull();
        assertThat(text("1" + "0".repeat(60) + "1")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e99999999999999999999", "-1e2147483648", "1E+4294967296"})
    @DisplayName("rules §3.3: a huge exponent is found without building the number")
    void huge_exponent_is_refused_at_once(String text) {
        Assertions.assertTimeoutPreemptively(SOON, () -> {
            assertThat(text(text)).isNull();
            assertThat(spreadsheet(text)).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0e999999999", "0e-999999999", "-0.000e99999999999999999999", "0E+4294967296"})
    void zero_with_a_huge_exponent_is_zero(String text) {
        BigDecimal read = Assertions.assertTimeoutPreemptively(SOON, () -> text(text));

        assertThat(read).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void text_of_a_million_digits_is_refused_at_once() {
        String digits = "1" + "7".repeat(1_000_000);

        BigDecimal read = Assertions.assertTimeoutPreemptively(SOON, () -> text(digits));

        assertThat(read).isNull();
    }

    @Test
    void text_of_a_million_zeros_is_zero() {
        BigDecimal read = Assertions.assertTimeoutPreemptively(SOON, () -> text("0".repeat(1_000_000)));

        assertThat(read).isEqualTo(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "0.10000000000000001, 0.1",
        "1234567890123456, 1234567890123460",
        "1.234567890123445, 1.23456789012345",
        "1.234567890123444, 1.23456789012344",
        "9.999999999999995, 10",
        "999999999999999.5, 1000000000000000",
        "9999999999999999, 10000000000000000",
        "-9.999999999999999E-3, -0.01",
        "19.999999999999996, 20",
        "1.09999999999999995, 1.1",
        "99999999999999999999999999999999999999, 100000000000000000000000000000000000000"
    })
    @DisplayName("rules §3.3: a numeric cell beyond 15 digits is rounded half up, and damaged")
    void spreadsheet_number_beyond_15_digits_is_rounded_and_damaged(String text, String expected) {
        BigDecimal read = spreadsheet(text);

        assertThat(read).isEqualTo(expected.length() > 38 ? null : new BigDecimal(expected));
        assertThat(reader.wasDamaged()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012345",
                "0.123456789012345",
                "1E+20",
                "10000000000000000000",
                "0",
                "1.500000000000000000"
            })
    void spreadsheet_number_of_15_digits_is_sound(String text) {
        assertThat(spreadsheet(text)).isEqualByComparingTo(text);
        assertThat(reader.wasDamaged()).isFalse();
    }

    @Test
    void damage_is_forgotten_by_the_next_number() {
        spreadsheet("0.10000000000000001");

        spreadsheet("0.1");

        assertThat(reader.wasDamaged()).isFalse();
    }
}
