package org.usageflow.model;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount in a currency.
 *
 * <p>Signed, 0 to 8 decimals and at most 38 digits, in one canonical scale, which arithmetic keeps or refuses with an {@link IllegalArgumentException}, so that {@code 1.5 EUR} equals {@code 1.50 EUR}. Not rounded to the currency's minor
 * unit: that is a separate, last step of rating.
 *
 * <p>Source: rules §3.1 (amount), §7.
 *
 * @param amount the number, canonical
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) {

    /** Most decimals of a price. */
    public static final int MAX_DECIMALS = 8;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException with more than 8 decimals (trailing zeros aside) or 38 digits
     */
    public Money {
        amount = ExactDecimals.canonical(Objects.requireNonNull(amount, "amount"), MAX_DECIMALS, "Money");
        Objects.requireNonNull(currency, "currency");
    }

    /**
     * Reads an amount and an ISO 4217 code.
     *
     * @throws IllegalArgumentException if either cannot be read
     */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * The sum.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /**
     * The difference.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("different currencies: " + currency + " and " + other.currency);
        }
        return other;
    }

    /** Plain notation and the code, e.g. {@code 12.5 EUR}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }
}
