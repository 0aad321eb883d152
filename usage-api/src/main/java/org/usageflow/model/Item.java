package org.usageflow.model;

import java.util.Objects;

/**
 * A product line that usage is reported for.
 *
 * <p>A reservation item has precision {@code integer}; a pay-per-use item is billed monthly. Both are checked here.
 *
 * <p>Source: rules §1, §2.
 *
 * @param id the global id
 * @param localId the id within the product, e.g. {@code 0001}
 * @param mpn the manufacturer's part number
 * @param name what people call it
 * @param unit what a quantity counts, e.g. {@code seat}
 * @param precision how many decimals a quantity may have
 * @param type reserved or paid by use
 * @param period how often it is billed
 */
public record Item(
        ItemId id,
        String localId,
        String mpn,
        String name,
        String unit,
        ItemPrecision precision,
        ItemType type,
        BillingPeriod period) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if type, precision and period do not go together
     */
    public Item {
        Objects.requireNonNull(id, "id");
        localId = Identifiers.checked(localId, "localId");
        mpn = Identifiers.checked(mpn, "mpn");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(precision, "precision");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(period, "period");
        if (type == ItemType.RESERVATION && precision != ItemPrecision.INTEGER) {
            throw new IllegalArgumentException("a reservation item has precision integer: " + id);
        }
        if (type == ItemType.PPU && period != BillingPeriod.MONTHLY) {
            throw new IllegalArgumentException("a pay-per-use item is billed monthly: " + id);
        }
    }
}
