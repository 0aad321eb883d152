package org.usageflow.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
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
import org.usageflow.testkit.ContractRun;
import org.usageflow.testkit.DeliberatelyWrong;
import org.usageflow.testkit.UsageFixtures;

class ReferenceDataContractTest {

    static class InMemory extends ReferenceDataContract {
        @Override
        protected ReferenceData reference() {
            return world().reference();
        }
    }

    @DeliberatelyWrong
    static class Careless extends ReferenceDataContract {
        @Override
        protected ReferenceData reference() {
            return new CarelessReferenceData(world().reference());
        }
    }

    /** Wrong in a way of its own at each question. */
    private static final class CarelessReferenceData implements ReferenceData {
        private final ReferenceData right;

        CarelessReferenceData(ReferenceData right) {
            this.right = right;
        }

        @Override
        public java.util.Optional<Product> findProduct(ProductId id) {
            return right.findProduct(UsageFixtures.PRODUCT);
        }

        @Override
        public java.util.Optional<Contract> findContract(ContractId id) {
            return right.findContract(id);
        }

        @Override
        public java.util.Optional<Marketplace> findMarketplace(MarketplaceId id) {
            return right.findMarketplace(id);
        }

        @Override
        public List<Listing> listings(ProductId product) {
            return List.of();
        }

        @Override
        public Map<ItemSearch, Item> findItems(ProductId product, Set<ItemSearch> searches) {
            var found = new HashMap<ItemSearch, Item>();
            for (ItemSearch search : searches) {
                var upper = new ItemSearch(search.criterion(), search.value().toUpperCase(Locale.ROOT));
                Item item =
                        right.findItems(UsageFixtures.PRODUCT, Set.of(upper)).get(upper);
                found.put(search, item);
            }
            return found;
        }

        @Override
        public List<Item> items(ProductId product, int most) {
            var all = new ArrayList<>(right.items(product, Integer.MAX_VALUE));
            if (most == 1) {
                Collections.reverse(all);
            }
            return all;
        }

        @Override
        public Map<SubscriptionSearch, List<Subscription>> findSubscriptions(
                ProductId product, ContractId contract, Set<SubscriptionSearch> searches) {
            var first = new HashMap<SubscriptionSearch, List<Subscription>>();
            right.findSubscriptions(product, UsageFixtures.CONTRACT, searches).forEach((search, all) -> {
                if (all.get(0).to() == null) {
                    first.put(search, all.subList(0, 1));
                }
            });
            return first;
        }
    }

    @Test
    void contract_of_reference_data_in_memory_holds() {
        ContractRun run = ContractRun.of(InMemory.class);

        assertThat(run.messages()).isEmpty();
        assertThat(run.passed()).hasSize(14);
    }

    @Test
    void contract_of_careless_reference_data_fails_at_its_rules() {
        assertThat(ContractRun.of(Careless.class).failed())
                .contains(
                        "REFERENCE-02",
                        "REFERENCE-03",
                        "REFERENCE-05",
                        "REFERENCE-06",
                        "REFERENCE-07",
                        "REFERENCE-08",
                        "REFERENCE-09",
                        "REFERENCE-10",
                        "REFERENCE-12",
                        "REFERENCE-13")
                .doesNotContain("REFERENCE-01", "REFERENCE-04", "REFERENCE-11");
    }

    @Test
    void lookups_of_reference_data_in_memory_are_counted() {
        InMemoryReferenceData data = UsageFixtures.world(UsageFixtures.QT).reference();
        ItemSearch search = ItemSearch.byMpn("MPN-CALLS");

        data.findItems(UsageFixtures.PRODUCT, Set.of(search));
        data.findProduct(UsageFixtures.PRODUCT);
        data.findProduct(UsageFixtures.PRODUCT);

        assertThat(data.lookups().calls(Lookups.Kind.PRODUCT)).isEqualTo(2);
        assertThat(data.lookups().calls(Lookups.Kind.FIND_ITEMS)).isEqualTo(1);
        assertThat(data.lookups().items()).containsExactly(Set.of(search));
        data.lookups().forget();
        assertThat(data.lookups().calls(Lookups.Kind.PRODUCT)).isZero();
        assertThat(data.lookups().items()).isEmpty();
    }
}
