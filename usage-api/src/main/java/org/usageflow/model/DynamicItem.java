package org.usageflow.model;

import java.util.Objects;

/**
 * An item that the product does not define, described by the row that uses it. It is paid by use and billed monthly.
 *
 * <p>Source: rules §2 (dynamic items), §3.1.
 *
 * @param name 1 to 255 characters
 * @param mpn the manufacturer's part number, by which descriptions in one file are compared
 * @param unit what a quantity counts
 * @param precision how many decimals a quantity may have
 */
public record DynamicItem(String name, String mpn, String unit, ItemPrecision precision) {

    public DynamicItem {
        name = Identifiers.checked(name, "item_name");
        mpn = Identifiers.checked(mpn, "item_mpn");
        unit = Identifiers.checked(unit, "item_unit");
        Objects.requireNonNull(precision, "precision");
    }
}
