package org.usageflow.model;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A quantity of usage in the item's unit.
 *
 * <p>Exact, signed, 0 to 8 decimals and at most 38 digits, in one canonical scale, which arithmetic keeps or refuses with an {@link IllegalArgumentException}: no trailing zeros, never a negative scale. So {@code 4} and {@code 4.0000} are
 * equal.
 *
 * <p>Source: rules §2 (item precisions), §3.3.
 *
 * @param value the number, canonical
 */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {

    /** Nothing consumed. */
    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    /** Most decimals that any item's precision allows. */
    public static final int MAX_DECIMALS = 8;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException with more than 8 decimals (trailing zeros aside) or 38 digits
     */
    public Quantity {
        value = ExactDecimals.canonical(Objects.requireNonNull(value, "value"), MAX_DECIMALS, "Quantity");
    }

    /** Reads plain or exponent notation. */
    public static Quantity of(String number) {
        return new Quantity(new BigDecimal(number));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(other.value));
    }

    public Quantity negated() {
        return new Quantity(value.negate());
    }

    public boolean isNegative() {
        return value.signum() < 0;
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    /** Whether the item can carry this quantity without loss. */
    public boolean fits(ItemPrecision precision) {
        return value.scale() <= precision.decimals();
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    /** Plain notation without trailing zeros, e.g. {@code 4}. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
