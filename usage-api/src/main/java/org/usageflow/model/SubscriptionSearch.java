package org.usageflow.model;

import java.util.Objects;

/**
 * How a row names its subscription; it must match exactly one of the product and contract.
 *
 * @param criterion which of the subscription's ids
 * @param value the id or parameter value, compared exactly after NFC
 */
public record SubscriptionSearch(SubscriptionCriterion criterion, String value) {

    public SubscriptionSearch {
        Objects.requireNonNull(criterion, "criterion");
        value = Identifiers.checked(value, "asset_search_value");
    }

    public static SubscriptionSearch byId(String id) {
        return new SubscriptionSearch(SubscriptionCriterion.ID, id);
    }

    @Override
    public String toString() {
        return criterion.code() + "=" + value;
    }
}
