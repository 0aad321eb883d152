package org.usageflow.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.model.BillingPeriod;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.Item;
import org.usageflow.model.ItemId;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemType;
import org.usageflow.model.ProductId;
import org.usageflow.spi.reference.ItemRegistry;
import org.usageflow.testkit.InParallel;
import org.usageflow.testkit.UsageFixtures;

/**
 * The contract of {@link ItemRegistry}: extend it, return an implementation, and run it with JUnit. It registers items whose MPN begins with {@code USAGEFLOW-CONTRACT-}.
 *
 * <p>Source: rules §2 (dynamic items).
 */
public abstract class ItemRegistryContract {

    private static final int BATCH = 1_000;

    /** Makes the contract; subclasses need no state. */
    protected ItemRegistryContract() {}

    /** The implementation under test; asked for each rule, and may be the same each time. */
    protected abstract ItemRegistry registry();

    /** A product that items may be registered with. Override it for data that are there already. */
    protected ProductId product() {
        return UsageFixtures.PRODUCT;
    }

    private static DynamicItem described(String name) {
        return new DynamicItem("Pages " + name, "USAGEFLOW-CONTRACT-" + name, "page", ItemPrecision.DECIMAL_4);
    }

    private static Set<DynamicItem> batch(String name, int first, int last) {
        var items = new LinkedHashSet<DynamicItem>();
        for (int i = first; i <= last; i++) {
            items.add(described(name + "-" + i));
        }
        return items;
    }

    private static List<String> mpns(Set<DynamicItem> items) {
        return items.stream().map(DynamicItem::mpn).toList();
    }

    @Test
    @DisplayName("REGISTRY-01 MUST: each item asked for is answered, by its MPN, and nothing else")
    void items_asked_for_are_answered() {
        Set<DynamicItem> asked = batch("one", 1, 3);

        Map<String, Item> registered = registry().register(product(), asked);

        assertThat(registered.keySet()).containsExactlyInAnyOrderElementsOf(mpns(asked));
        registered.forEach((mpn, item) -> assertThat(item.mpn()).isEqualTo(mpn));
    }

    @Test
    @DisplayName("REGISTRY-02 MUST: an item is registered as it is described, pay-per-use and billed monthly")
    void item_is_registered_as_described() {
        DynamicItem asked = described("two");

        assertThat(registry().register(product(), Set.of(asked)).values())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.name()).isEqualTo(asked.name());
                    assertThat(item.unit()).isEqualTo(asked.unit());
                    assertThat(item.precision()).isEqualTo(asked.precision());
                    assertThat(item.type()).isEqualTo(ItemType.PPU);
                    assertThat(item.period()).isEqualTo(BillingPeriod.MONTHLY);
                });
    }

    @Test
    @DisplayName("REGISTRY-03 MUST: an item that is registered again is the same item")
    void item_registered_again_is_the_same() {
        ItemRegistry registry = registry();
        Set<DynamicItem> asked = batch("three", 1, 3);

        Map<String, Item> first = registry.register(product(), asked);

        assertThat(registry.register(product(), asked)).isEqualTo(first);
    }

    @Test
    @DisplayName("REGISTRY-04 MUST: of a batch that holds old and new items the old ones are the same")
    void batch_of_old_and_new_items_keeps_the_old() {
        ItemRegistry registry = registry();
        Map<String, Item> first = registry.register(product(), batch("four", 1, 3));

        Map<String, Item> second = registry.register(product(), batch("four", 2, 5));

        assertThat(second.keySet()).containsExactlyInAnyOrderElementsOf(mpns(batch("four", 2, 5)));
        for (String mpn : mpns(batch("four", 2, 3))) {
            assertThat(second.get(mpn)).isEqualTo(first.get(mpn));
        }
    }

    @Test
    @DisplayName("REGISTRY-05 MUST: different items have different ids, MPNs that differ in case alone too")
    void items_that_differ_have_ids_of_their_own() {
        ItemRegistry registry = registry();

        Map<String, Item> registered = registry.register(product(), Set.of(described("five-a"), described("five-A")));

        assertThat(registered).hasSize(2);
        assertThat(registered.values().stream().map(Item::id)).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("REGISTRY-06 MUST: a whole batch is registered in one call")
    void batch_of_items_is_registered() {
        Set<DynamicItem> asked = batch("six", 1, BATCH);

        Map<String, Item> registered = registry().register(product(), asked);

        assertThat(registered.keySet()).containsExactlyInAnyOrderElementsOf(mpns(asked));
        assertThat(registered.values().stream().map(Item::id)).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("REGISTRY-07 MUST: an item that is registered in several threads at a time is one item")
    void item_registered_in_several_threads_is_one() {
        ItemRegistry registry = registry();
        Set<DynamicItem> asked = batch("seven", 1, 3);

        List<List<ItemId>> ids = InParallel.answers(() -> {
            Map<String, Item> registered = registry.register(product(), asked);
            return registered.values().stream()
                    .map(Item::id)
                    .sorted(Comparator.comparing(ItemId::value))
                    .toList();
        });

        assertThat(ids).singleElement().satisfies(each -> assertThat(each).hasSize(3));
    }
}
