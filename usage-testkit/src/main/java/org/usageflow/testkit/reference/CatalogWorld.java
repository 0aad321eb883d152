package org.usageflow.testkit.reference;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.command.ValidateUpload;
import org.usageflow.model.Contract;
import org.usageflow.model.Item;
import org.usageflow.model.ItemCriterion;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.Listing;
import org.usageflow.model.Marketplace;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.Product;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionCriterion;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.TextRules;
import org.usageflow.model.UsagePeriod;

/**
 * All that a vendor needs to report usage of one product: the product with its items, a contract, a marketplace, a listing, subscriptions, and a period.
 *
 * <p>Immutable, thread-safe.
 *
 * @param product what is reported
 * @param items of the product
 * @param contract between its vendor and a buyer
 * @param marketplace where it is offered
 * @param listing of the product on the marketplace, under the contract
 * @param subscriptions of the product, under the contract
 * @param period the time to report on
 */
public record CatalogWorld(
        Product product,
        List<Item> items,
        Contract contract,
        Marketplace marketplace,
        Listing listing,
        List<Subscription> subscriptions,
        UsagePeriod period) {

    private static final SchemaCode QT = new SchemaCode("QT");
    private static final Currency FALLBACK = Currency.getInstance("EUR");

    /**
     * Checks that the parts belong together.
     *
     * @throws IllegalArgumentException if a part is of another product, vendor, contract or marketplace
     */
    public CatalogWorld {
        Objects.requireNonNull(period, "period");
        items = List.copyOf(items);
        subscriptions = List.copyOf(subscriptions);
        require(product.vendor().equals(contract.vendor()), "the contract is the vendor's");
        require(listing.product().equals(product.id()), "the listing is the product's");
        require(listing.contract().equals(contract.id()), "the listing is under the contract");
        require(listing.marketplace().equals(marketplace.id()), "the listing is on the marketplace");
        for (Subscription each : subscriptions) {
            require(each.product().equals(product.id()), "subscriptions are the product's");
            require(each.contract().equals(contract.id()), "subscriptions are under the contract");
        }
    }

    private static void require(boolean holds, String claim) {
        if (!holds) {
            throw new IllegalArgumentException("in a world " + claim);
        }
    }

    /** The product's schema; QT for a product with reservation consumption alone (rules §2). */
    public SchemaCode schema() {
        PayAsYouGo payAsYouGo = product.capabilities().payAsYouGo();
        return payAsYouGo == null ? QT : payAsYouGo.schema();
    }

    /** The marketplace's currency, else EUR; null for QT, which reports none. */
    public @Nullable Currency currency() {
        if (schema().equals(QT)) {
            return null;
        }
        return marketplace.currency() == null ? FALLBACK : marketplace.currency();
    }

    /** The items that rows may name: those whose type the product's capabilities allow. */
    public List<Item> reportable() {
        return items.stream()
                .filter(item -> product.capabilities().allow(item.type()))
                .toList();
    }

    /** The ways to find that item and no other of this world, one to three of them. */
    public List<ItemSearch> searches(Item item) {
        var searches = new ArrayList<ItemSearch>();
        for (ItemCriterion criterion : ItemCriterion.values()) {
            ItemSearch search = new ItemSearch(criterion, id(item, criterion));
            if (items.stream().filter(each -> matches(each, search)).count() == 1) {
                searches.add(search);
            }
        }
        return List.copyOf(searches);
    }

    static boolean matches(Item item, ItemSearch search) {
        return search.equals(new ItemSearch(search.criterion(), id(item, search.criterion())));
    }

    static String id(Item item, ItemCriterion criterion) {
        return switch (criterion) {
            case MPN -> item.mpn();
            case GLOBAL_ID -> item.id().value();
            case LOCAL_ID -> item.localId();
        };
    }

    /** The ways to find that subscription and no other of this world, its id first. */
    public List<SubscriptionSearch> searches(Subscription subscription) {
        return allSearches(subscription).stream()
                .filter(search -> subscriptions.stream()
                                .filter(each -> allSearches(each).contains(search))
                                .count()
                        == 1)
                .toList();
    }

    /** The ways to find a subscription, others with the same values aside. */
    static List<SubscriptionSearch> allSearches(Subscription subscription) {
        var searches = new ArrayList<SubscriptionSearch>();
        searches.add(SubscriptionSearch.byId(subscription.id().value()));
        add(searches, SubscriptionCriterion.EXTERNAL_ID, subscription.externalId());
        add(searches, SubscriptionCriterion.EXTERNAL_UID, subscription.externalUid());
        subscription.parameters().forEach((id, value) -> add(searches, SubscriptionCriterion.parameter(id), value));
        return searches;
    }

    private static void add(List<SubscriptionSearch> all, SubscriptionCriterion criterion, @Nullable String value) {
        if (value != null && !TextRules.isBlank(value)) {
            all.add(new SubscriptionSearch(criterion, value));
        }
    }

    /** The command that judges an upload of this world. */
    public ValidateUpload command() {
        return new ValidateUpload(product.id(), contract.id(), marketplace.id(), period, currency());
    }

    /** Reference data that hold this world alone. */
    public InMemoryReferenceData reference() {
        return InMemoryReferenceData.builder().world(this).build();
    }
}
