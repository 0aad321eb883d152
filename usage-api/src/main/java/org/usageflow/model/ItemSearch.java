package org.usageflow.model;

import java.util.Objects;

/**
 * How a row names its item.
 *
 * @param criterion which of the item's ids
 * @param value the id, compared exactly after NFC
 */
public record ItemSearch(ItemCriterion criterion, String value) {

    public ItemSearch {
        Objects.requireNonNull(criterion, "criterion");
        value = Identifiers.checked(value, "item_search_value");
    }

    public static ItemSearch byMpn(String mpn) {
        return new ItemSearch(ItemCriterion.MPN, mpn);
    }

    @Override
    public String toString() {
        return criterion.code() + "=" + value;
    }
}
