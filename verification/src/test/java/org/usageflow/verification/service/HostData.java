package org.usageflow.verification.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.usageflow.model.BillingPeriod;
import org.usageflow.model.Contract;
import org.usageflow.model.ContractId;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.Item;
import org.usageflow.model.ItemCriterion;
import org.usageflow.model.ItemId;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.ItemType;
import org.usageflow.model.Listing;
import org.usageflow.model.Marketplace;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.Product;
import org.usageflow.model.ProductId;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.spi.reference.ItemRegistry;
import org.usageflow.spi.reference.ReferenceData;

/** A host's reference data, which may be exchanged as a whole, and to which registered items are added. Thread-safe. */
final class HostData implements ReferenceData, ItemRegistry {

    private final Map<String, Item> registered = new ConcurrentHashMap<>();
    private final List<Set<DynamicItem>> registrations = new CopyOnWriteArrayList<>();
    private volatile ReferenceData data;

    HostData(ReferenceData data) {
        this.data = data;
    }

    /** Other data from now on; what was registered stays. */
    void become(ReferenceData other) {
        data = other;
    }

    /** What was registered, by call. */
    List<Set<DynamicItem>> registrations() {
        return List.copyOf(registrations);
    }

    @Override
    public Map<String, Item> register(ProductId product, Set<DynamicItem> items) {
        registrations.add(Set.copyOf(items));
        Map<String, Item> answer = new HashMap<>();
        for (DynamicItem each : items) {
            answer.put(each.mpn(), registered.computeIfAbsent(each.mpn(), mpn -> item(product, each)));
        }
        return answer;
    }

    private Item item(ProductId product, DynamicItem described) {
        String digits = String.format("%04d", 9_000 + registered.size());
        return new Item(
                new ItemId(product + "-" + digits),
                digits,
                described.mpn(),
                described.name(),
                described.unit(),
                described.precision(),
                ItemType.PPU,
                BillingPeriod.MONTHLY);
    }

    @Override
    public Map<ItemSearch, Item> findItems(ProductId product, Set<ItemSearch> searches) {
        var found = new HashMap<>(data.findItems(product, searches));
        for (ItemSearch search : searches) {
            Item item = registered.get(search.value());
            if (item != null && search.criterion() == ItemCriterion.MPN) {
                found.putIfAbsent(search, item);
            }
        }
        return found;
    }

    @Override
    public List<Item> items(ProductId product, int most) {
        var all = new ArrayList<>(data.items(product, most));
        all.addAll(registered.values());
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    @Override
    public Optional<Product> findProduct(ProductId id) {
        return data.findProduct(id);
    }

    @Override
    public Optional<Contract> findContract(ContractId id) {
        return data.findContract(id);
    }

    @Override
    public Optional<Marketplace> findMarketplace(MarketplaceId id) {
        return data.findMarketplace(id);
    }

    @Override
    public List<Listing> listings(ProductId product) {
        return data.listings(product);
    }

    @Override
    public Map<SubscriptionSearch, List<Subscription>> findSubscriptions(
            ProductId product, ContractId contract, Set<SubscriptionSearch> searches) {
        return data.findSubscriptions(product, contract, searches);
    }
}
