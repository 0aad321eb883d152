package org.usageflow.verification.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.usageflow.model.Money;

@Domain(Numbers.class)
@Domain(DomainContext.Global.class)
class MoneyProperties {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Property
    void equal_amounts_are_equal_whatever_their_scale(@ForAll BigDecimal amount, @ForAll @IntRange(max = 20) int more) {
        Money written = new Money(amount, EUR);
        Money padded = new Money(amount.setScale(amount.scale() + more), EUR);

        assertThat(padded).isEqualTo(written).hasSameHashCodeAs(written).hasToString(written.toString());
    }

    @Property
    void amount_is_exact_and_not_rounded_to_the_minor_unit(@ForAll BigDecimal amount) {
        assertThat(new Money(amount, EUR).amount()).isEqualByComparingTo(amount);
    }

    @Property
    void addition_commutes_and_associates(@ForAll BigDecimal a, @ForAll BigDecimal b, @ForAll BigDecimal c) {
        Money x = new Money(a, EUR);
        Money y = new Money(b, EUR);
        Money z = new Money(c, EUR);

        assertThat(x.plus(y)).isEqualTo(y.plus(x));
        assertThat(x.plus(y).plus(z)).isEqualTo(x.plus(y.plus(z)));
    }

    @Property
    void zero_is_neutral_and_the_negated_cancels(@ForAll BigDecimal amount) {
        Money money = new Money(amount, EUR);

        assertThat(money.plus(Money.zero(EUR))).isEqualTo(money);
        assertThat(money.plus(money.negated())).isEqualTo(Money.zero(EUR));
        assertThat(money.isZero()).isEqualTo(money.equals(Money.zero(EUR)));
        assertThat(money.isNegative()).isEqualTo(amount.signum() < 0);
    }

    @Property
    void subtraction_undoes_addition(@ForAll BigDecimal a, @ForAll BigDecimal b) {
        Money x = new Money(a, EUR);
        Money y = new Money(b, EUR);

        assertThat(x.plus(y).minus(y)).isEqualTo(x);
    }

    @Example
    void different_currencies_are_never_mixed() {
        Money euro = Money.of("1", "EUR");
        Money dollar = Money.of("1", "USD");

        assertThat(euro).isNotEqualTo(dollar);
        assertThatIllegalArgumentException().isThrownBy(() -> euro.plus(dollar)).withMessageContaining("EUR and USD");
        assertThatIllegalArgumentException().isThrownBy(() -> euro.minus(dollar));
    }

    @Example
    void text_is_plain_notation_and_the_code() {
        assertThat(Money.of("12.50", "EUR")).hasToString("12.5 EUR");
        assertThat(Money.of("1E+3", "JPY")).hasToString("1000 JPY");
        assertThat(Money.of("0.00000001", "USD")).hasToString("0.00000001 USD");
    }

    @Example
    void limits_are_8_decimals_and_38_digits_and_known_currencies() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("0.000000001", "EUR"));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1E+38", "EUR"));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", "EURO"));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("one", "EUR"));
    }
}
