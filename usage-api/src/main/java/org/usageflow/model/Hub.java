package org.usageflow.model;

import java.util.Objects;

/**
 * A billing system of a buyer.
 *
 * @param id its id
 * @param name what people call it
 * @param buyer whose it is
 */
public record Hub(HubId id, String name, AccountId buyer) {

    public Hub {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(buyer, "buyer");
    }
}
