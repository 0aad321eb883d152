package org.usageflow.core.internal.judge;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sums over the valid rows: quantity, and amount by tier where rows name one. */
public final class Totals {

    /** The key of amounts whose rows name no tier. */
    public static final int NO_TIER = RowEntry.NO_TIER;

    private BigDecimal quantity = BigDecimal.ZERO;
    private final TreeMap<Integer, BigDecimal> amounts = new TreeMap<>();

    void clear() {
        quantity = BigDecimal.ZERO;
        amounts.clear();
    }

    void addQuantity(@Nullable BigDecimal value) {
        if (value != null) {
            quantity = quantity.add(value);
        }
    }

    void addAmount(@Nullable BigDecimal value, int tier) {
        if (value != null) {
            amounts.merge(tier, value, BigDecimal::add);
        }
    }

    void add(RowEntry row) {
        addQuantity(row.quantity);
        addAmount(row.amount, row.tier);
    }

    void subtract(RowEntry row) {
        addQuantity(row.quantity == null ? null : row.quantity.negate());
        addAmount(row.amount == null ? null : row.amount.negate(), row.tier);
    }

    /** The quantity of all valid rows, of a group once. */
    public BigDecimal quantity() {
        return quantity;
    }

    /** Amounts by tier, or by {@link #NO_TIER}. */
    public Map<Integer, BigDecimal> amounts() {
        return amounts;
    }
}
