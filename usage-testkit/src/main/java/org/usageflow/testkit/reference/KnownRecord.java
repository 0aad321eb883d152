package org.usageflow.testkit.reference;

import java.util.Objects;
import org.usageflow.model.ContractId;
import org.usageflow.model.ProductId;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageRecordId;

/**
 * A record that was reported before.
 *
 * @param product of which product
 * @param contract under which contract
 * @param key the vendor's id
 * @param id the library's id
 * @param live whether its id is taken (rules §6.3)
 * @param closed whether it is closed, so that others may correct it
 */
public record KnownRecord(
        ProductId product, ContractId contract, RecordKey key, UsageRecordId id, boolean live, boolean closed) {

    public KnownRecord {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(id, "id");
    }
}
