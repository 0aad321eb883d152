package org.usageflow.console.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * A rate of exchange.
 *
 * @param from what is exchanged
 * @param to for what
 * @param date the day on which it holds; UTC
 * @param rate how much of {@code to} there is for one of {@code from}; above 0
 */
public record ExchangeRate(Currency from, Currency to, LocalDate date, BigDecimal rate) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the currencies are the same, or the rate is 0
     */
    public ExchangeRate {
        if (from.equals(to)) {
            throw new IllegalArgumentException("from and to are the same currency");
        }
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("a rate is above 0");
        }
    }
}
