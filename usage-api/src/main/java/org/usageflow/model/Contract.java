package org.usageflow.model;

import java.util.Objects;

/**
 * The program and distribution contract between a vendor and a buyer.
 *
 * @param id its id
 * @param name what people call it
 * @param vendor who sells
 * @param buyer who buys: a distributor, or a reseller
 * @param programActive whether the program contract is active
 * @param distributionActive whether the distribution contract is active
 */
public record Contract(
        ContractId id,
        String name,
        AccountId vendor,
        AccountId buyer,
        boolean programActive,
        boolean distributionActive) {

    public Contract {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(buyer, "buyer");
    }
}
