package org.usageflow.spi.reference;

import java.util.List;
import java.util.Optional;
import org.usageflow.model.Contract;
import org.usageflow.model.ContractId;
import org.usageflow.model.Listing;
import org.usageflow.model.Marketplace;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.Product;
import org.usageflow.model.ProductId;

/**
 * Products, contracts, listings and marketplaces. <b>Implementable</b>; contract: {@code ReferenceDataContract} in the testkit.
 *
 * <p>Asked a few times per file. Thread-safe. Exceptions pass through to the caller.
 */
public interface Catalog {

    Optional<Product> findProduct(ProductId id);

    Optional<Contract> findContract(ContractId id);

    Optional<Marketplace> findMarketplace(MarketplaceId id);

    /** All listings of a product, active or not, under any contract; empty for an unknown product. */
    List<Listing> listings(ProductId product);
}
