package org.usageflow.model;

import java.util.Locale;
import java.util.Optional;

/**
 * How many decimals a quantity of an item may have.
 *
 * <p>Source: rules §2.
 */
public enum ItemPrecision {
    INTEGER("integer", 0),
    DECIMAL_1("decimal(1)", 1),
    DECIMAL_2("decimal(2)", 2),
    DECIMAL_4("decimal(4)", 4),
    DECIMAL_8("decimal(8)", 8);

    private final String code;
    private final int decimals;

    ItemPrecision(String code, int decimals) {
        this.code = code;
        this.decimals = decimals;
    }

    /** The spelling that is written, e.g. {@code decimal(8)}. */
    public String code() {
        return code;
    }

    /** Most decimals, trailing zeros aside. */
    public int decimals() {
        return decimals;
    }

    /** Reads {@code decimal(8)}, {@code Decimal(8)}, {@code decimal_8}, blanks around them aside; empty where it is none of the known ones. */
    public static Optional<ItemPrecision> parse(CharSequence text) {
        String folded = text.toString().strip().toLowerCase(Locale.ROOT);
        for (ItemPrecision each : values()) {
            if (folded.equals(each.code) || (each != INTEGER && folded.equals("decimal_" + each.decimals))) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
