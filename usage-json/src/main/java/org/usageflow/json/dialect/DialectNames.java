package org.usageflow.json.dialect;

import org.jspecify.annotations.Nullable;
import org.usageflow.model.AccountId;
import org.usageflow.model.ContractId;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.ProductId;
import org.usageflow.model.UserId;

/**
 * The names that documents have beside ids, and that a usage file does not keep.
 *
 * <p><b>Implementable.</b> Each method may be left out; null leaves the name out of the document. It is asked while a document is made, so names that are not at hand belong in a cache of the host.
 */
public interface DialectNames {

    /** No names: documents have ids alone. */
    DialectNames NONE = new DialectNames() {};

    /** The product's name; null for none. */
    default @Nullable String product(ProductId id) {
        return null;
    }

    /** The contract's name; null for none. */
    default @Nullable String contract(ContractId id) {
        return null;
    }

    /** The marketplace's name; null for none. */
    default @Nullable String marketplace(MarketplaceId id) {
        return null;
    }

    /** The name of a vendor's or buyer's account; null for none. */
    default @Nullable String account(AccountId id) {
        return null;
    }

    /** The name of a person or service; null for none. */
    default @Nullable String user(UserId id) {
        return null;
    }
}
