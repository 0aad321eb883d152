package org.usageflow.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.model.ContractId;
import org.usageflow.model.Item;
import org.usageflow.model.ItemCriterion;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.ProductId;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionCriterion;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.spi.reference.ReferenceData;
import org.usageflow.testkit.InParallel;
import org.usageflow.testkit.UsageFixtures;

/**
 * The contract of {@link ReferenceData}, and so of its parts {@code Catalog}, {@code Items} and {@code Subscriptions}: extend it, return an implementation that holds the {@link
 * #world}, and run it with JUnit.
 *
 * <p>Source: rules §1, §3.1.
 */
public abstract class ReferenceDataContract {

    private static final int BATCH = 1_000;
    private static final ProductId OTHER_PRODUCT = new ProductId("PRD-000-000-000");
    private static final ContractId OTHER_CONTRACT = new ContractId("CRD-00000-00000-00000");
    private static final String UNKNOWN = "no-such-id";

    /** Makes the contract; subclasses need no state. */
    protected ReferenceDataContract() {}

    /** The implementation under test, which holds the {@link #world}; asked for each rule. */
    protected abstract ReferenceData reference();

    /** What the implementation holds, at the least; a fixture by default. Override it for data that are there already. */
    protected CatalogWorld world() {
        return UsageFixtures.world(UsageFixtures.TR);
    }

    private ProductId product() {
        return world().product().id();
    }

    private ContractId contract() {
        return world().contract().id();
    }

    @Test
    @DisplayName("REFERENCE-01 MUST: product, contract and marketplace are found by their ids")
    void catalog_with_known_ids_finds() {
        ReferenceData reference = reference();

        assertThat(reference.findProduct(product())).contains(world().product());
        assertThat(reference.findContract(contract())).contains(world().contract());
        assertThat(reference.findMarketplace(world().marketplace().id())).contains(world().marketplace());
    }

    @Test
    @DisplayName("REFERENCE-02 MUST: unknown ids find nothing")
    void catalog_with_unknown_ids_finds_nothing() {
        ReferenceData reference = reference();

        assertThat(reference.findProduct(OTHER_PRODUCT)).isEmpty();
        assertThat(reference.findContract(OTHER_CONTRACT)).isEmpty();
        assertThat(reference.findMarketplace(new MarketplaceId("MP-00000"))).isEmpty();
        assertThat(reference.listings(OTHER_PRODUCT)).isEmpty();
        assertThat(reference.items(OTHER_PRODUCT, 1)).isEmpty();
    }

    @Test
    @DisplayName("REFERENCE-03 MUST: the listings are those of the product")
    void listings_of_a_product_are_its_own() {
        assertThat(reference().listings(product()))
                .contains(world().listing())
                .allSatisfy(listing -> assertThat(listing.product()).isEqualTo(product()));
    }

    @Test
    @DisplayName("REFERENCE-04 MUST: every item is found by its global id, local id and MPN")
    void items_by_each_id_are_found() {
        for (Item item : world().items()) {
            for (ItemSearch search : world().searches(item)) {
                assertThat(reference().findItems(product(), Set.of(search))).isEqualTo(Map.of(search, item));
            }
        }
    }

    @Test
    @DisplayName("REFERENCE-05 MUST: a search without an item is absent, among others too")
    void items_that_do_not_exist_are_absent() {
        ItemSearch known = world().searches(world().items().get(0)).get(0);
        ItemSearch unknown = ItemSearch.byMpn(UNKNOWN);

        assertThat(reference().findItems(product(), Set.of(unknown))).isEmpty();
        assertThat(reference().findItems(product(), Set.of(unknown, known))).containsOnlyKeys(known);
    }

    @Test
    @DisplayName("REFERENCE-06 MUST: an item is found by the criterion asked for alone, and by its exact value")
    void items_by_another_criterion_or_case_are_absent() {
        Item item = world().items().get(0);
        var askew = new HashSet<ItemSearch>();
        askew.add(new ItemSearch(ItemCriterion.LOCAL_ID, item.mpn() + item.id()));
        askew.add(new ItemSearch(ItemCriterion.MPN, item.id().value() + item.mpn()));
        String otherCase = item.mpn().toLowerCase(Locale.ROOT).equals(item.mpn())
                ? item.mpn().toUpperCase(Locale.ROOT)
                : item.mpn().toLowerCase(Locale.ROOT);
        if (!otherCase.equals(item.mpn())) {
            askew.add(ItemSearch.byMpn(otherCase));
        }

        assertThat(reference().findItems(product(), askew)).isEmpty();
    }

    @Test
    @DisplayName("REFERENCE-07 MUST: items of another product are not found")
    void items_of_another_product_are_absent() {
        ItemSearch search = ItemSearch.byMpn(world().items().get(0).mpn());

        assertThat(reference().findItems(OTHER_PRODUCT, Set.of(search))).isEmpty();
    }

    @Test
    @DisplayName(
            "REFERENCE-08 MUST: the first items are as many as asked for at the most, in a stable order, each once")
    void first_items_are_few_and_stable() {
        ReferenceData reference = reference();

        List<Item> all = reference.items(product(), BATCH);

        assertThat(all).containsAll(world().items()).doesNotHaveDuplicates();
        assertThat(reference.items(product(), BATCH)).isEqualTo(all);
        assertThat(reference.items(product(), 1)).isEqualTo(all.subList(0, 1));
        assertThat(reference.items(product(), 2)).isEqualTo(all.subList(0, Math.min(2, all.size())));
    }

    @Test
    @DisplayName("REFERENCE-09 MUST: every subscription, ended ones included, is found by its ids and parameters")
    void subscriptions_by_each_id_are_found() {
        for (Subscription subscription : world().subscriptions()) {
            for (SubscriptionSearch search : world().searches(subscription)) {
                assertThat(find(search)).as("%s", search).containsExactly(subscription);
            }
        }
    }

    @Test
    @DisplayName("REFERENCE-10 MUST: where several subscriptions match, at least two are given")
    void subscriptions_that_share_a_value_are_several() {
        Set<SubscriptionSearch> shared = shared();
        assumeTrue(!shared.isEmpty(), "the world has no subscriptions that share a value");

        for (SubscriptionSearch search : shared) {
            assertThat(find(search))
                    .as("%s", search)
                    .hasSizeGreaterThanOrEqualTo(2)
                    .doesNotHaveDuplicates();
            assertThat(find(search))
                    .allSatisfy(
                            each -> assertThat(CatalogWorld.allSearches(each)).contains(search));
        }
    }

    private Set<SubscriptionSearch> shared() {
        var seen = new HashSet<SubscriptionSearch>();
        var shared = new LinkedHashSet<SubscriptionSearch>();
        for (Subscription each : world().subscriptions()) {
            CatalogWorld.allSearches(each).stream()
                    .filter(search -> !seen.add(search))
                    .forEach(shared::add);
        }
        return shared;
    }

    private List<Subscription> find(SubscriptionSearch search) {
        return reference()
                .findSubscriptions(product(), contract(), Set.of(search))
                .getOrDefault(search, List.of());
    }

    @Test
    @DisplayName("REFERENCE-11 MUST: a search without a match is absent or has an empty list")
    void subscriptions_that_do_not_exist_are_absent() {
        assertThat(find(SubscriptionSearch.byId(UNKNOWN))).isEmpty();
        assertThat(find(new SubscriptionSearch(SubscriptionCriterion.EXTERNAL_ID, UNKNOWN)))
                .isEmpty();
        assertThat(find(new SubscriptionSearch(SubscriptionCriterion.EXTERNAL_UID, UNKNOWN)))
                .isEmpty();
        assertThat(find(new SubscriptionSearch(SubscriptionCriterion.parameter(UNKNOWN), UNKNOWN)))
                .isEmpty();
    }

    @Test
    @DisplayName("REFERENCE-12 MUST: subscriptions of another product or contract are not found")
    void subscriptions_of_others_are_absent() {
        SubscriptionSearch search =
                SubscriptionSearch.byId(world().subscriptions().get(0).id().value());

        assertThat(reference()
                        .findSubscriptions(OTHER_PRODUCT, contract(), Set.of(search))
                        .getOrDefault(search, List.of()))
                .isEmpty();
        assertThat(reference()
                        .findSubscriptions(product(), OTHER_CONTRACT, Set.of(search))
                        .getOrDefault(search, List.of()))
                .isEmpty();
    }

    @Test
    @DisplayName("REFERENCE-13 MUST: a whole batch is answered in one call, with nothing that was not asked for")
    void batch_of_searches_is_answered() {
        ItemSearch item = world().searches(world().items().get(0)).get(0);
        SubscriptionSearch subscription =
                SubscriptionSearch.byId(world().subscriptions().get(0).id().value());
        var items = new HashSet<>(Set.of(item));
        var subscriptions = new HashSet<>(Set.of(subscription));
        for (int i = 1; i < BATCH; i++) {
            items.add(ItemSearch.byMpn(UNKNOWN + i));
            subscriptions.add(SubscriptionSearch.byId(UNKNOWN + i));
        }

        assertThat(reference().findItems(product(), items)).containsOnlyKeys(item);
        Map<SubscriptionSearch, List<Subscription>> found =
                reference().findSubscriptions(product(), contract(), subscriptions);
        assertThat(found.getOrDefault(subscription, List.of())).hasSize(1);
        assertThat(subscriptions).containsAll(found.keySet());
    }

    @Test
    @DisplayName("REFERENCE-14 MUST: the same question has the same answer, in several threads too")
    void answers_in_several_threads_are_the_same() {
        ReferenceData reference = reference();
        ItemSearch item = world().searches(world().items().get(0)).get(0);
        SubscriptionSearch subscription =
                SubscriptionSearch.byId(world().subscriptions().get(0).id().value());

        assertThat(InParallel.answers(() -> reference.findItems(product(), Set.of(item))))
                .hasSize(1);
        assertThat(InParallel.answers(() -> reference.findSubscriptions(product(), contract(), Set.of(subscription))))
                .hasSize(1);
        assertThat(InParallel.answers(() -> reference.listings(product()))).hasSize(1);
    }
}
