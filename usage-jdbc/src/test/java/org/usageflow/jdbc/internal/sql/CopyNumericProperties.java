package org.usageflow.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CopyNumericProperties {

    private static final BigInteger MOST = BigInteger.TEN.pow(60);

    @Provide
    Arbitrary<BigDecimal> numbers() {
        Arbitrary<BigInteger> small = Arbitraries.longs()
                .between(-999_999_999_999_999_999L, 999_999_999_999_999_999L)
                .map(BigInteger::valueOf);
        Arbitrary<BigInteger> large = Arbitraries.bigIntegers().between(MOST.negate(), MOST);
        return Combinators.combine(
                        Arbitraries.oneOf(small, large), Arbitraries.integers().between(-9, 30))
                .as(BigDecimal::new);
    }

    /** The number as the server would read it: digits of base 10,000 from a weight on. */
    private static BigDecimal read(ByteBuffer bytes) {
        int digits = bytes.getShort();
        int weight = bytes.getShort();
        boolean negative = bytes.getShort() == 0x4000;
        int decimals = bytes.getShort();
        BigDecimal value = BigDecimal.ZERO;
        for (int i = 0; i < digits; i++) {
            int digit = bytes.getShort();
            assertThat(digit).isBetween(i == 0 || i == digits - 1 ? 1 : 0, 9_999);
            value = value.add(BigDecimal.valueOf(digit).scaleByPowerOfTen(4 * (weight - i)));
        }
        return (negative ? value.negate() : value).setScale(decimals);
    }

    private static ByteBuffer written(CopyNumeric numeric) {
        byte[] buffer = new byte[numeric.length() + 3];
        int end = numeric.write(buffer, 3);
        assertThat(end).isEqualTo(buffer.length);
        return ByteBuffer.wrap(buffer, 3, numeric.length());
    }

    @Property
    void numbers_one_after_the_other_are_written_exactly(
            @ForAll("numbers") BigDecimal first, @ForAll("numbers") BigDecimal second) {
        var numeric = new CopyNumeric();
        for (BigDecimal each : new BigDecimal[] {first, second}) {
            numeric.set(each);

            BigDecimal plain = each.scale() < 0 ? each.setScale(0) : each;
            assertThat(read(written(numeric))).isEqualTo(plain);
        }
    }

    @Example
    void zero_has_no_digits() {
        var numeric = new CopyNumeric();

        numeric.set(new BigDecimal("0.00"));

        assertThat(written(numeric)).isEqualTo(ByteBuffer.wrap(new byte[] {0, 0, 0, 0, 0, 0, 0, 2}));
    }
}
