package org.usageflow.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sums over valid rows, exact and canonical.
 *
 * <p>Immutable, thread-safe. Source: rules §6.1, §6.4.
 *
 * @param quantity of all items together; in TR each consumption once
 * @param currency of the amounts; null for a schema without amounts
 * @param amount the sum, where rows name no tier; else null
 * @param amountByTier the sums by tier, where rows name one; else empty
 */
public record UsageTotals(
        BigDecimal quantity,
        @Nullable Currency currency,
        @Nullable BigDecimal amount,
        Map<Tier, BigDecimal> amountByTier) {

    /** Of no rows, without a currency. */
    public static final UsageTotals NONE = new UsageTotals(BigDecimal.ZERO, null, null, Map.of());

    public UsageTotals {
        Objects.requireNonNull(quantity, "quantity");
        amountByTier = Collections.unmodifiableMap(new TreeMap<>(amountByTier));
    }
}
