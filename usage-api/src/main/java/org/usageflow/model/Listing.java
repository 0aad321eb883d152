package org.usageflow.model;

import java.util.Objects;

/**
 * A product offered on a marketplace under a contract.
 *
 * @param id its id
 * @param product what is offered
 * @param contract under which contract
 * @param marketplace where
 * @param active whether it is offered now
 */
public record Listing(ListingId id, ProductId product, ContractId contract, MarketplaceId marketplace, boolean active) {

    public Listing {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(marketplace, "marketplace");
    }
}
