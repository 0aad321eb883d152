package org.usageflow.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.usageflow.model.BillingPeriod;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.Item;
import org.usageflow.model.ItemCriterion;
import org.usageflow.model.ItemId;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.ItemType;
import org.usageflow.spi.reference.ItemRegistry;
import org.usageflow.testkit.ContractRun;
import org.usageflow.testkit.DeliberatelyWrong;
import org.usageflow.testkit.UsageFixtures;

class ItemRegistryContractTest {

    static class InMemory extends ItemRegistryContract {
        @Override
        protected ItemRegistry registry() {
            return InMemoryReferenceData.builder()
                    .world(UsageFixtures.world(UsageFixtures.QT))
                    .build();
        }
    }

    private static Item item(String id, DynamicItem described, ItemType type) {
        return new Item(
                new ItemId(id),
                id,
                described.mpn(),
                described.name(),
                described.unit(),
                ItemPrecision.INTEGER,
                type,
                BillingPeriod.MONTHLY);
    }

    /** Makes a new item each time, a whole and reserved one, and ten at the most. */
    @DeliberatelyWrong
    static class Forgetful extends ItemRegistryContract {
        @Override
        protected ItemRegistry registry() {
            var ids = new AtomicInteger();
            return (product, described) -> {
                var registered = new LinkedHashMap<String, Item>();
                described.stream()
                        .limit(10)
                        .forEach(each -> registered.put(
                                each.mpn(), item("ITM-" + ids.incrementAndGet(), each, ItemType.RESERVATION)));
                return registered;
            };
        }
    }

    /** Takes MPNs without regard to case. */
    @DeliberatelyWrong
    static class CaseBlind extends ItemRegistryContract {
        @Override
        protected ItemRegistry registry() {
            return (product, described) -> {
                var registered = new LinkedHashMap<String, Item>();
                described.forEach(each ->
                        registered.put(each.mpn(), item(each.mpn().toLowerCase(Locale.ROOT), each, ItemType.PPU)));
                return registered;
            };
        }
    }

    @Test
    void contract_of_items_in_memory_holds() {
        ContractRun run = ContractRun.of(InMemory.class);

        assertThat(run.messages()).isEmpty();
        assertThat(run.passed()).hasSize(7);
    }

    @Test
    void contract_of_a_forgetful_registry_fails_at_its_rules() {
        ContractRun run = ContractRun.of(Forgetful.class);

        assertThat(run.failed()).contains("REGISTRY-02", "REGISTRY-03", "REGISTRY-04", "REGISTRY-06", "REGISTRY-07");
        assertThat(run.passed()).contains("REGISTRY-01");
    }

    @Test
    void contract_of_a_case_blind_registry_fails_at_its_rule() {
        ContractRun run = ContractRun.of(CaseBlind.class);

        assertThat(run.failed()).contains("REGISTRY-05").doesNotContain("REGISTRY-03");
    }

    @Test
    void item_that_was_registered_is_found_like_any_other() {
        InMemoryReferenceData data = InMemoryReferenceData.builder()
                .world(UsageFixtures.world(UsageFixtures.QT))
                .build();
        var described = new DynamicItem("Pages", "DYN-1", "page", ItemPrecision.DECIMAL_2);

        Map<String, Item> registered = data.register(UsageFixtures.PRODUCT, Set.of(described));

        Item item = registered.get("DYN-1");
        assertThat(item.id().value()).isEqualTo(UsageFixtures.PRODUCT + "-0004");
        assertThat(data.items(UsageFixtures.PRODUCT, 10)).hasSize(4).contains(item);
        for (ItemCriterion criterion : ItemCriterion.values()) {
            var search = new ItemSearch(criterion, CatalogWorld.id(item, criterion));
            assertThat(data.findItems(UsageFixtures.PRODUCT, Set.of(search))).containsEntry(search, item);
        }
    }

    @Test
    void item_that_the_product_has_already_is_kept_and_ids_that_are_taken_are_passed_over() {
        Item taken = item(
                UsageFixtures.PRODUCT + "-0002", new DynamicItem("a", "A", "u", ItemPrecision.INTEGER), ItemType.PPU);
        InMemoryReferenceData data = InMemoryReferenceData.builder()
                .item(UsageFixtures.PRODUCT, taken)
                .build();

        Map<String, Item> registered = data.register(
                UsageFixtures.PRODUCT,
                Set.of(
                        new DynamicItem("another name", "A", "u", ItemPrecision.INTEGER),
                        new DynamicItem("b", "B", "u", ItemPrecision.INTEGER)));

        assertThat(registered.get("A")).isEqualTo(taken);
        assertThat(registered.get("B").id().value()).isEqualTo(UsageFixtures.PRODUCT + "-0003");
    }
}
