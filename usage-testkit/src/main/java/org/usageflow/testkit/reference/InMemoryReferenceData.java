package org.usageflow.testkit.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

/**
 * Reference data in memory, which also remember what they were asked.
 *
 * <p>The data are fixed once built, but for items that are registered: those are found from then on. Thread-safe; look-ups take constant time.
 */
public final class InMemoryReferenceData implements ReferenceData, ItemRegistry {

    private final Map<ProductId, Product> products;
    private final Map<ContractId, Contract> contracts;
    private final Map<MarketplaceId, Marketplace> marketplaces;
    private final Map<ProductId, List<Listing>> listings;
    private final Map<ProductId, List<Item>> items;
    private final Map<ProductId, Map<ItemSearch, Item>> itemsBySearch = new ConcurrentHashMap<>();
    private final Map<Scope, Map<SubscriptionSearch, List<Subscription>>> subscriptions = new HashMap<>();
    private final Lookups lookups = new Lookups();

    private record Scope(ProductId product, ContractId contract) {}

    private InMemoryReferenceData(Builder builder) {
        products = Map.copyOf(builder.products);
        contracts = Map.copyOf(builder.contracts);
        marketplaces = Map.copyOf(builder.marketplaces);
        listings = new HashMap<>(builder.listings);
        items = new ConcurrentHashMap<>(builder.items);
        listings.replaceAll((product, all) -> List.copyOf(all));
        items.replaceAll((product, all) -> List.copyOf(all));
        items.forEach((product, all) -> all.forEach(item -> index(product, item)));
        builder.subscriptions.forEach(this::index);
    }

    private void index(ProductId product, Item item) {
        for (ItemCriterion criterion : ItemCriterion.values()) {
            itemsBySearch
                    .computeIfAbsent(product, any -> new ConcurrentHashMap<>())
                    .putIfAbsent(new ItemSearch(criterion, CatalogWorld.id(item, criterion)), item);
        }
    }

    private void index(Subscription subscription) {
        var scope = new Scope(subscription.product(), subscription.contract());
        for (SubscriptionSearch search : CatalogWorld.allSearches(subscription)) {
            subscriptions
                    .computeIfAbsent(scope, any -> new HashMap<>())
                    .computeIfAbsent(search, any -> new ArrayList<>())
                    .add(subscription);
        }
    }

    /** Begins with no data. */
    public static Builder builder() {
        return new Builder();
    }

    /** What was asked so far. */
    public Lookups lookups() {
        return lookups;
    }

    @Override
    public Optional<Product> findProduct(ProductId id) {
        lookups.count(Lookups.Kind.PRODUCT);
        return Optional.ofNullable(products.get(id));
    }

    @Override
    public Optional<Contract> findContract(ContractId id) {
        lookups.count(Lookups.Kind.CONTRACT);
        return Optional.ofNullable(contracts.get(id));
    }

    @Override
    public Optional<Marketplace> findMarketplace(MarketplaceId id) {
        lookups.count(Lookups.Kind.MARKETPLACE);
        return Optional.ofNullable(marketplaces.get(id));
    }

    @Override
    public List<Listing> listings(ProductId product) {
        lookups.count(Lookups.Kind.LISTINGS);
        return listings.getOrDefault(product, List.of());
    }

    @Override
    public Map<ItemSearch, Item> findItems(ProductId product, Set<ItemSearch> searches) {
        lookups.countItems(searches);
        Map<ItemSearch, Item> known = itemsBySearch.getOrDefault(product, Map.of());
        var found = new LinkedHashMap<ItemSearch, Item>();
        for (ItemSearch search : searches) {
            Item item = known.get(search);
            if (item != null) {
                found.put(search, item);
            }
        }
        return found;
    }

    @Override
    public List<Item> items(ProductId product, int most) {
        lookups.count(Lookups.Kind.ITEMS);
        List<Item> all = items.getOrDefault(product, List.of());
        return all.subList(0, Math.min(most, all.size()));
    }

    /** Registers items under the next numbers of the product; an MPN that the product has already keeps its item. */
    @Override
    public synchronized Map<String, Item> register(ProductId product, Set<DynamicItem> described) {
        var registered = new LinkedHashMap<String, Item>();
        for (DynamicItem each : described) {
            Map<ItemSearch, Item> known = itemsBySearch.getOrDefault(product, Map.of());
            Item item = known.get(ItemSearch.byMpn(each.mpn()));
            registered.put(each.mpn(), item == null ? added(product, each) : item);
        }
        return registered;
    }

    private Item added(ProductId product, DynamicItem described) {
        List<Item> before = items.getOrDefault(product, List.of());
        int number = before.size() + 1;
        while (isTaken(product, number)) {
            number++;
        }
        var item = new Item(
                itemId(product, number),
                localId(number),
                described.mpn(),
                described.name(),
                described.unit(),
                described.precision(),
                ItemType.PPU,
                BillingPeriod.MONTHLY);
        var all = new ArrayList<>(before);
        all.add(item);
        items.put(product, List.copyOf(all));
        index(product, item);
        return item;
    }

    private boolean isTaken(ProductId product, int number) {
        Map<ItemSearch, Item> known = itemsBySearch.getOrDefault(product, Map.of());
        return known.containsKey(new ItemSearch(
                        ItemCriterion.GLOBAL_ID, itemId(product, number).value()))
                || known.containsKey(new ItemSearch(ItemCriterion.LOCAL_ID, localId(number)));
    }

    private static ItemId itemId(ProductId product, int number) {
        return new ItemId(product + "-" + localId(number));
    }

    private static String localId(int number) {
        return String.format(Locale.ROOT, "%04d", number);
    }

    @Override
    public Map<SubscriptionSearch, List<Subscription>> findSubscriptions(
            ProductId product, ContractId contract, Set<SubscriptionSearch> searches) {
        lookups.countSubscriptions(searches);
        Map<SubscriptionSearch, List<Subscription>> known =
                subscriptions.getOrDefault(new Scope(product, contract), Map.of());
        var found = new LinkedHashMap<SubscriptionSearch, List<Subscription>>();
        for (SubscriptionSearch search : searches) {
            List<Subscription> matches = known.get(search);
            if (matches != null) {
                found.put(search, List.copyOf(matches));
            }
        }
        return found;
    }

    /** Collects the data. Not thread-safe. */
    public static final class Builder {
        private final Map<ProductId, Product> products = new HashMap<>();
        private final Map<ContractId, Contract> contracts = new HashMap<>();
        private final Map<MarketplaceId, Marketplace> marketplaces = new HashMap<>();
        private final Map<ProductId, List<Listing>> listings = new HashMap<>();
        private final Map<ProductId, List<Item>> items = new HashMap<>();
        private final List<Subscription> subscriptions = new ArrayList<>();

        private Builder() {}

        /** Everything of a world; none by default. */
        public Builder world(CatalogWorld world) {
            product(world.product()).contract(world.contract()).marketplace(world.marketplace());
            world.items().forEach(item -> item(world.product().id(), item));
            world.subscriptions().forEach(this::subscription);
            return listing(world.listing());
        }

        /** A product, in the place of one of the same id; none by default. */
        public Builder product(Product product) {
            products.put(product.id(), product);
            return this;
        }

        /** A contract, in the place of one of the same id; none by default. */
        public Builder contract(Contract contract) {
            contracts.put(contract.id(), contract);
            return this;
        }

        /** A marketplace, in the place of one of the same id; none by default. */
        public Builder marketplace(Marketplace marketplace) {
            marketplaces.put(marketplace.id(), marketplace);
            return this;
        }

        /** A listing, besides those before, in the place of one of the same id; none by default. */
        public Builder listing(Listing listing) {
            List<Listing> ofProduct = listings.computeIfAbsent(listing.product(), any -> new ArrayList<>());
            ofProduct.removeIf(each -> each.id().equals(listing.id()));
            ofProduct.add(listing);
            return this;
        }

        /** An item of a product, after those before; of two with the same id the first is found. None by default. */
        public Builder item(ProductId product, Item item) {
            items.computeIfAbsent(product, any -> new ArrayList<>()).add(item);
            return this;
        }

        /** A subscription; none by default. */
        public Builder subscription(Subscription subscription) {
            subscriptions.add(subscription);
            return this;
        }

        /** Makes the reference data; the builder may go on. */
        public InMemoryReferenceData build() {
            return new InMemoryReferenceData(this);
        }
    }
}
