package org.usageflow.core.internal.spill;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.WithNull;
import org.jspecify.annotations.Nullable;

class BytesProperties {

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return Combinators.combine(
                        Arbitraries.bigIntegers().between(BigInteger.TEN.pow(38).negate(), BigInteger.TEN.pow(38)),
                        Arbitraries.integers().between(0, 38))
                .as(BigDecimal::new);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(400).filter(text -> !hasLoneSurrogate(text));
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }

    @Property
    void what_is_written_is_read_back(
            @ForAll @IntRange(max = 255) int small,
            @ForAll @IntRange(max = 65_535) int medium,
            @ForAll long large,
            @ForAll("texts") @WithNull String text,
            @ForAll("decimals") @WithNull BigDecimal decimal) {
        var bytes = new Bytes();

        bytes.put(small)
                .putText(text)
                .putShort(medium)
                .putDecimal(decimal)
                .putLong(large)
                .putText("end");

        assertThat(bytes.get()).isEqualTo(small);
        assertThat(bytes.getText()).isEqualTo(text);
        assertThat(bytes.getShort()).isEqualTo(medium);
        assertThat(bytes.getDecimal()).isEqualTo(decimal);
        assertThat(bytes.getLong()).isEqualTo(large);
        assertThat(bytes.getText()).isEqualTo("end");
    }

    @Property
    void order_of_positions_is_the_order_of_their_bytes(
            @ForAll @net.jqwik.api.constraints.LongRange long left,
            @ForAll @net.jqwik.api.constraints.LongRange long right) {
        Bytes first = new Bytes().putLong(left);
        Bytes second = new Bytes().putLong(right);

        int byBytes = Arrays.compareUnsigned(first.array(), 0, 8, second.array(), 0, 8);

        assertThat(Integer.signum(byBytes)).isEqualTo(Long.compare(left, right));
    }

    @Property
    void prefix_is_shared_exactly_if_both_are_long_enough_and_begin_alike(
            @ForAll @StringLength(max = 5) @net.jqwik.api.constraints.CharRange(from = 'a', to = 'b') String left,
            @ForAll @StringLength(max = 5) @net.jqwik.api.constraints.CharRange(from = 'a', to = 'b') String right,
            @ForAll @IntRange(max = 6) int size) {
        boolean expected = left.length() >= size
                && right.length() >= size
                && left.substring(0, size).equals(right.substring(0, size));

        assertThat(of(left).sharesPrefix(of(right), size)).isEqualTo(expected);
    }

    private static Bytes of(String ascii) {
        var bytes = new Bytes();
        ascii.chars().forEach(bytes::put);
        return bytes;
    }

    @Example
    void copy_is_read_from_the_start_and_stands_alone() {
        Bytes original = new Bytes().putText("kept").putText("x".repeat(1_000));
        original.getText();

        Bytes copy = new Bytes().putText("former").copy(original);
        original.clear().putText("overwritten");

        assertThat(copy.getText()).isEqualTo("kept");
        assertThat(copy.getText()).hasSize(1_000);
        assertThat(original.length()).isEqualTo(2 + 11);
    }

    @Example
    void skipped_bytes_are_passed_over() {
        Bytes bytes = new Bytes().putLong(1).putLong(2);

        bytes.skip(8);

        assertThat(bytes.getLong()).isEqualTo(2);
    }

    @Example
    void longest_text_is_read_back() {
        String longest = "x".repeat(65_534);

        @Nullable String read = new Bytes().putText(longest).getText();

        assertThat(read).isEqualTo(longest);
    }
}
