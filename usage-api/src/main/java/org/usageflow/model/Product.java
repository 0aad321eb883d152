package org.usageflow.model;

import java.util.List;
import java.util.Objects;

/**
 * What a vendor makes and reports usage of.
 *
 * @param id its id
 * @param name what people call it
 * @param vendor who makes it
 * @param capabilities what may be reported
 * @param parameters the ids of its subscriptions' parameters
 */
public record Product(ProductId id, String name, AccountId vendor, Capabilities capabilities, List<String> parameters) {

    public Product {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(capabilities, "capabilities");
        parameters = List.copyOf(parameters);
    }
}
