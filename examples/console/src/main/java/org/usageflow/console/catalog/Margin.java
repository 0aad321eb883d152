package org.usageflow.console.catalog;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.AccountId;
import org.usageflow.model.ProductId;

/**
 * What a party earns on a product.
 *
 * @param party who buys at one price and sells at the other
 * @param product of what
 * @param item an MPN, or {@code *} for all items
 * @param attribute the {@code v.} parameter whose value it applies to; null for any record
 * @param value that parameter's value; null exactly where the attribute is
 * @param kind how the percentage is meant
 * @param percent 0 or more; at most 100 for a markdown, below 100 for a margin
 */
public record Margin(
        AccountId party,
        ProductId product,
        String item,
        @Nullable String attribute,
        @Nullable String value,
        Kind kind,
        BigDecimal percent) {

    private static final BigDecimal WHOLE = new BigDecimal(100);

    /** How a margin's percentage is meant. */
    public enum Kind {
        /** Buys at sell × (1 − p). */
        MARKDOWN,
        /** Sells at buy × (1 + p). */
        MARKUP,
        /** Sells at buy ÷ (1 − p). */
        MARGIN
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if they do not go together
     */
    public Margin {
        if ((attribute == null) != (value == null)) {
            throw new IllegalArgumentException("attribute and value are given together, or neither");
        }
        int compared = percent.compareTo(WHOLE);
        if ((kind == Kind.MARKDOWN && compared > 0) || (kind == Kind.MARGIN && compared >= 0)) {
            throw new IllegalArgumentException("a percentage of " + percent.toPlainString() + " leaves no price");
        }
    }
}
