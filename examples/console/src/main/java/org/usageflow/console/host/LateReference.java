package org.usageflow.console.host;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.Contract;
import org.usageflow.model.ContractId;
import org.usageflow.model.Item;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.Listing;
import org.usageflow.model.Marketplace;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.Product;
import org.usageflow.model.ProductId;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.spi.reference.ReferenceData;

/** Reference data that is read when it is first asked for, as most commands never ask. Thread-safe. */
public final class LateReference implements ReferenceData {

    private final Supplier<ReferenceData> source;
    private @Nullable ReferenceData read;

    /**
     * Takes the source.
     *
     * @param source is asked once, unless it fails
     */
    public LateReference(Supplier<ReferenceData> source) {
        this.source = source;
    }

    private synchronized ReferenceData data() {
        ReferenceData data = read;
        if (data == null) {
            data = source.get();
            read = data;
        }
        return data;
    }

    @Override
    public Optional<Product> findProduct(ProductId id) {
        return data().findProduct(id);
    }

    @Override
    public Optional<Contract> findContract(ContractId id) {
        return data().findContract(id);
    }

    @Override
    public Optional<Marketplace> findMarketplace(MarketplaceId id) {
        return data().findMarketplace(id);
    }

    @Override
    public List<Listing> listings(ProductId product) {
        return data().listings(product);
    }

    @Override
    public Map<ItemSearch, Item> findItems(ProductId product, Set<ItemSearch> searches) {
        return data().findItems(product, searches);
    }

    @Override
    public List<Item> items(ProductId product, int most) {
        return data().items(product, most);
    }

    @Override
    public Map<SubscriptionSearch, List<Subscription>> findSubscriptions(
            ProductId product, ContractId contract, Set<SubscriptionSearch> searches) {
        return data().findSubscriptions(product, contract, searches);
    }
}
