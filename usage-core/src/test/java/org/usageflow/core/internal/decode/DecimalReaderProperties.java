package org.usageflow.core.internal.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Numbers are read as BigDecimal reads them, or not at all (rules §3.3). */
class DecimalReaderProperties {

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private final DecimalReader reader = new DecimalReader();

    private @Nullable BigDecimal read(String text, boolean spreadsheet) {
        String surrounded = "17" + text + "e5";
        return reader.read(surrounded.toCharArray(), 2, text.length(), spreadsheet);
    }

    /** What BigDecimal makes of the text, without trailing zeros; null where its plain form has more than 38 digits. */
    private static @Nullable BigDecimal oracle(String text) {
        return bounded(new BigDecimal(text.strip()));
    }

    private static @Nullable BigDecimal bounded(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        BigDecimal canonical = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        return Math.max(canonical.precision(), canonical.scale()) > 38 ? null : canonical;
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> blanks = Arbitraries.of("", "", " ", "\t", "  ", "\n");
        Arbitrary<String> signs = Arbitraries.of("", "-", "+");
        Arbitrary<String> digits = Arbitraries.strings()
                .withChars('0', '0', '0', '9', '9', '1', '4', '5', '7')
                .ofMinLength(1)
                .ofMaxLength(45);
        Arbitrary<Integer> points = Arbitraries.integers().between(-3, 45);
        Arbitrary<String> exponents = Arbitraries.oneOf(
                Arbitraries.just(""),
                Arbitraries.integers().between(-60, 60).map(n -> "e" + n),
                Arbitraries.integers().between(0, 40).map(n -> "E+" + n));
        return Combinators.combine(blanks, signs, digits, points, exponents, blanks)
                .as((before, sign, number, point, exponent, after) ->
                        before + sign + pointed(number, point) + exponent + after);
    }

    private static String pointed(String digits, int point) {
        return point < 0 || point > digits.length()
                ? digits
                : digits.substring(0, point) + "." + digits.substring(point);
    }

    @Property
    void text_of_a_number_is_read_as_the_same_canonical_number(@ForAll("numbers") String text) {
        BigDecimal expected = oracle(text);

        // Equals, not compareTo: the scale is the canonical one too
        assertThat(read(text, false)).isEqualTo(expected);
        assertThat(reader.wasDamaged()).isFalse();
    }

    @Property
    void spreadsheet_number_is_rounded_half_up_to_fifteen_digits(@ForAll("numbers") String text) {
        BigDecimal exact = new BigDecimal(text.strip());
        BigDecimal rounded = exact.round(new MathContext(15, RoundingMode.HALF_UP));

        assertThat(read(text, true)).isEqualTo(bounded(rounded));
        assertThat(reader.wasDamaged())
                .isEqualTo(exact.signum() != 0 && exact.stripTrailingZeros().precision() > 15);
    }

    @Property
    void binary_floating_point_number_is_read_back_as_its_fifteen_digits(
            @ForAll @net.jqwik.api.constraints.DoubleRange(min = -1e12, max = 1e12) double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(15, RoundingMode.HALF_UP));

        BigDecimal read = read(new BigDecimal(value).toPlainString(), true);

        assertThat(read).isEqualTo(bounded(rounded));
    }

    @Provide
    Arbitrary<String> scribbles() {
        return Arbitraries.strings()
                .withChars('0', '1', '9', '.', '-', '+', 'e', 'E', ' ', ',', '_', 'x')
                .ofMaxLength(7);
    }

    @Property(tries = 3_000)
    void text_is_a_number_exactly_if_the_grammar_says_so(@ForAll("scribbles") String text) {
        boolean number = NUMBER.matcher(text.strip()).matches();
        BigDecimal read = read(text, false);

        if (!number) {
            assertThat(read).as(text).isNull();
        } else if (exponentOf(text) < 1_000) {
            assertThat(read).as(text).isEqualTo(oracle(text));
        }
    }

    private static int exponentOf(String text) {
        int at = text.toLowerCase(java.util.Locale.ROOT).indexOf('e');
        return at < 0 ? 0 : Math.abs(Integer.parseInt(text.substring(at + 1).strip()));
    }

    @Property
    void exponent_and_zeros_may_balance(@ForAll @IntRange(min = 1, max = 3_000) int zeros) {
        String many = "0".repeat(zeros);

        assertThat(read("1" + many + "e-" + zeros, false)).isEqualTo(BigDecimal.ONE);
        assertThat(read("0." + many + "1e" + (zeros + 1), false)).isEqualTo(BigDecimal.ONE);
        assertThat(read(many + "1." + many, false)).isEqualTo(BigDecimal.ONE);
    }

    @Property
    void reader_forgets_the_number_before(@ForAll("numbers") String first, @ForAll("numbers") String second) {
        read(first, true);

        assertThat(read(second, false)).isEqualTo(oracle(second));
    }
}
