package org.usageflow.console.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.usageflow.model.Account;
import org.usageflow.model.AccountId;
import org.usageflow.model.Contract;
import org.usageflow.model.ContractId;
import org.usageflow.model.Hub;
import org.usageflow.model.HubId;
import org.usageflow.model.Item;
import org.usageflow.model.ItemCriterion;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.Listing;
import org.usageflow.model.Marketplace;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.Product;
import org.usageflow.model.ProductId;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.spi.reference.ReferenceData;

/**
 * A catalog file as reference data.
 *
 * <p>Everything is held in memory and found by maps. Immutable once read, thread-safe.
 */
public final class JsonCatalog implements ReferenceData {

    private final Map<AccountId, Account> accounts;
    private final Map<MarketplaceId, Marketplace> marketplaces;
    private final Map<ContractId, Contract> contracts;
    private final Map<HubId, Hub> hubs;
    private final Map<ProductId, ProductReader.Entry> products;
    private final Map<ProductId, List<Listing>> listings;
    private final Map<ProductId, Map<ItemSearch, Item>> items;
    private final SubscriptionIndex subscriptions;
    private final List<Margin> margins;
    private final List<PriceBook> priceBooks;
    private final List<ExchangeRate> exchangeRates;
    private final List<ReportDue> calendar;

    private JsonCatalog(CatalogContent content) {
        accounts = byId(content.accounts, Account::id);
        marketplaces = byId(content.marketplaces, Marketplace::id);
        contracts = byId(content.contracts, Contract::id);
        hubs = byId(content.hubs, Hub::id);
        products = byId(content.products, each -> each.product().id());
        listings = content.listings.stream().collect(Collectors.groupingBy(Listing::product));
        items = new HashMap<>();
        products.forEach((product, entry) -> items.put(product, indexed(entry.items())));
        subscriptions = content.subscriptions;
        margins = List.copyOf(content.margins);
        priceBooks = List.copyOf(content.priceBooks);
        exchangeRates = List.copyOf(content.exchangeRates);
        calendar = List.copyOf(content.calendar);
    }

    /**
     * Reads a catalog file.
     *
     * @throws CatalogException if anything is wrong with it; all of it is named
     * @throws IOException if the file cannot be read
     */
    public static JsonCatalog read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        }
    }

    /**
     * Reads a catalog.
     *
     * @param in its bytes; stays open
     * @param name what to call it when it is wrong
     * @throws CatalogException if anything is wrong with it; all of it is named
     * @throws IOException if it cannot be read
     */
    public static JsonCatalog read(InputStream in, String name) throws IOException {
        return new JsonCatalog(CatalogReader.read(in, name));
    }

    private static <K, V> Map<K, V> byId(List<V> values, Function<V, K> id) {
        return values.stream().collect(Collectors.toUnmodifiableMap(id, Function.identity()));
    }

    private static Map<ItemSearch, Item> indexed(List<Item> items) {
        var index = new HashMap<ItemSearch, Item>();
        for (Item each : items) {
            index.put(new ItemSearch(ItemCriterion.GLOBAL_ID, each.id().value()), each);
            index.put(new ItemSearch(ItemCriterion.LOCAL_ID, each.localId()), each);
            index.put(ItemSearch.byMpn(each.mpn()), each);
        }
        return index;
    }

    @Override
    public Optional<Product> findProduct(ProductId id) {
        return Optional.ofNullable(products.get(id)).map(ProductReader.Entry::product);
    }

    @Override
    public Optional<Contract> findContract(ContractId id) {
        return Optional.ofNullable(contracts.get(id));
    }

    @Override
    public Optional<Marketplace> findMarketplace(MarketplaceId id) {
        return Optional.ofNullable(marketplaces.get(id));
    }

    @Override
    public List<Listing> listings(ProductId product) {
        return List.copyOf(listings.getOrDefault(product, List.of()));
    }

    @Override
    public Map<ItemSearch, Item> findItems(ProductId product, Set<ItemSearch> searches) {
        Map<ItemSearch, Item> index = items.getOrDefault(product, Map.of());
        var found = new HashMap<ItemSearch, Item>();
        for (ItemSearch each : searches) {
            Item item = index.get(each);
            if (item != null) {
                found.put(each, item);
            }
        }
        return found;
    }

    /** The first items of a product, in the order of the file. */
    @Override
    public List<Item> items(ProductId product, int most) {
        ProductReader.Entry entry = products.get(product);
        List<Item> all = entry == null ? List.of() : entry.items();
        return new ArrayList<>(all.subList(0, Math.min(most, all.size())));
    }

    @Override
    public Map<SubscriptionSearch, List<Subscription>> findSubscriptions(
            ProductId product, ContractId contract, Set<SubscriptionSearch> searches) {
        return subscriptions.find(product, contract, searches);
    }

    /** The account of that id; empty where there is none. */
    public Optional<Account> findAccount(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    /** The hub of that id; empty where there is none. */
    public Optional<Hub> findHub(HubId id) {
        return Optional.ofNullable(hubs.get(id));
    }

    /** The margins, in the order of the file. */
    public List<Margin> margins() {
        return margins;
    }

    /** The price books, in the order of the file. */
    public List<PriceBook> priceBooks() {
        return priceBooks;
    }

    /** The rates of exchange, in the order of the file. */
    public List<ExchangeRate> exchangeRates() {
        return exchangeRates;
    }

    /** The reports that are expected, in the order of the file. */
    public List<ReportDue> calendar() {
        return calendar;
    }
}
