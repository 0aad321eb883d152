package org.usageflow.verification.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.Quantity;

@Domain(Numbers.class)
@Domain(DomainContext.Global.class)
class QuantityProperties {

    @Property
    void equal_numbers_are_equal_whatever_their_scale(@ForAll BigDecimal number, @ForAll @IntRange(max = 20) int more) {
        Quantity written = new Quantity(number);
        Quantity padded = new Quantity(number.setScale(number.scale() + more));

        assertThat(padded).isEqualTo(written).hasSameHashCodeAs(written).hasToString(written.toString());
    }

    @Property
    void value_is_exact_and_has_neither_trailing_zeros_nor_a_negative_scale(@ForAll BigDecimal number) {
        BigDecimal value = new Quantity(number).value();

        assertThat(value).isEqualByComparingTo(number);
        assertThat(value.scale()).isBetween(0, Quantity.MAX_DECIMALS);
        assertThat(value.scale() == 0 || !value.toPlainString().endsWith("0")).isTrue();
    }

    @Property
    void text_reads_back_to_the_same(@ForAll BigDecimal number) {
        Quantity quantity = new Quantity(number);

        assertThat(Quantity.of(quantity.toString())).isEqualTo(quantity);
    }

    @Property
    void addition_commutes_and_associates(@ForAll BigDecimal a, @ForAll BigDecimal b, @ForAll BigDecimal c) {
        Quantity x = new Quantity(a);
        Quantity y = new Quantity(b);
        Quantity z = new Quantity(c);

        assertThat(x.plus(y)).isEqualTo(y.plus(x));
        assertThat(x.plus(y).plus(z)).isEqualTo(x.plus(y.plus(z)));
    }

    @Property
    void zero_is_neutral_and_the_negated_cancels(@ForAll BigDecimal number) {
        Quantity quantity = new Quantity(number);

        assertThat(quantity.plus(Quantity.ZERO)).isEqualTo(quantity);
        assertThat(quantity.plus(quantity.negated())).isEqualTo(Quantity.ZERO);
        assertThat(quantity.negated().negated()).isEqualTo(quantity);
    }

    @Property
    void subtraction_undoes_addition(@ForAll BigDecimal a, @ForAll BigDecimal b) {
        Quantity x = new Quantity(a);
        Quantity y = new Quantity(b);

        assertThat(x.plus(y).minus(y)).isEqualTo(x);
        assertThat(x.minus(y)).isEqualTo(x.plus(y.negated()));
    }

    @Property
    void order_is_that_of_the_numbers_and_agrees_with_equals(@ForAll BigDecimal a, @ForAll BigDecimal b) {
        Quantity x = new Quantity(a);
        Quantity y = new Quantity(b);

        assertThat(Integer.signum(x.compareTo(y))).isEqualTo(a.compareTo(b));
        assertThat(x.compareTo(y) == 0).isEqualTo(x.equals(y));
        assertThat(x.isNegative()).isEqualTo(x.compareTo(Quantity.ZERO) < 0);
        assertThat(x.isZero()).isEqualTo(x.equals(Quantity.ZERO));
    }

    @Property
    void fits_a_precision_exactly_if_rounding_to_it_loses_nothing(
            @ForAll BigDecimal number, @ForAll ItemPrecision precision) {
        BigDecimal rounded = number.setScale(precision.decimals(), RoundingMode.DOWN);

        assertThat(new Quantity(number).fits(precision)).isEqualTo(rounded.compareTo(number) == 0);
    }

    @Example
    void four_is_four_however_written() {
        assertThat(Quantity.of("4.0000")).isEqualTo(Quantity.of("4")).hasToString("4");
        assertThat(Quantity.of("4E+2")).hasToString("400");
        assertThat(Quantity.of("-0.00")).isEqualTo(Quantity.ZERO).hasToString("0");
    }

    @Example
    void limits_are_8_decimals_and_38_digits() {
        assertThat(Quantity.of("0.12345678").fits(ItemPrecision.DECIMAL_8)).isTrue();
        assertThat(Quantity.of("1.000000000000")).isEqualTo(Quantity.of("1"));
        assertThat(new Quantity(new BigDecimal("9".repeat(38)))).hasToString("9".repeat(38));
        assertThat(Quantity.of("1E+37").value().precision()).isEqualTo(38);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of("0.123456789"))
                .withMessageContaining("8 decimals");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of("9".repeat(39)))
                .withMessageContaining("38 digits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of("9".repeat(31) + ".12345678"))
                .withMessageContaining("38 digits");
    }

    @Example
    void a_huge_exponent_is_refused_without_being_expanded() {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.of("1E+38"));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.of("1E+2000000000"));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.of("1E-2000000000"));
        assertThat(Quantity.of("0E+2000000000")).isEqualTo(Quantity.ZERO);
    }
}
