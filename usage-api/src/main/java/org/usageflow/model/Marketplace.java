package org.usageflow.model;

import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where products are offered.
 *
 * @param id its id
 * @param name what people call it
 * @param currency the currency it fixes; null where it fixes none
 */
public record Marketplace(
        MarketplaceId id, String name, @Nullable Currency currency) {

    public Marketplace {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
