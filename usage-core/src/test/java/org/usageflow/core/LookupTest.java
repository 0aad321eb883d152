package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.usageflow.core.GivenRow.row;
import static org.usageflow.testkit.UsageFixtures.CHAIN_OF_TWO;
import static org.usageflow.testkit.UsageFixtures.CONTRACT;
import static org.usageflow.testkit.UsageFixtures.PRODUCT;
import static org.usageflow.testkit.UsageFixtures.QT;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.model.BillingPeriod;
import org.usageflow.model.ContractId;
import org.usageflow.model.Item;
import org.usageflow.model.ItemId;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.ItemType;
import org.usageflow.model.ProductId;
import org.usageflow.model.RecordKey;
import org.usageflow.model.RowCounts;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionId;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.spi.reference.Items;
import org.usageflow.spi.reference.ReportedRecords;
import org.usageflow.spi.reference.Subscriptions;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.InMemoryReferenceData;
import org.usageflow.testkit.reference.Lookups;

/** How often a host's reference data are asked. */
class LookupTest {

    private static final int ROWS = 100_000;
    private static final int ITEMS = 50;
    private static final int SUBSCRIPTIONS = 500;

    private static String subscription(int number) {
        return String.format(java.util.Locale.ROOT, "AS-0000-0000-%04d", number);
    }

    private static InMemoryReferenceData large() {
        var reference = InMemoryReferenceData.builder().world(UsageFixtures.world(QT));
        for (int i = 0; i < ITEMS; i++) {
            reference.item(
                    PRODUCT,
                    new Item(
                            new ItemId(PRODUCT + "-1" + String.format(java.util.Locale.ROOT, "%03d", i)),
                            "L" + i,
                            "MPN-" + i,
                            "Item " + i,
                            "unit",
                            ItemPrecision.INTEGER,
                            ItemType.PPU,
                            BillingPeriod.MONTHLY));
        }
        for (int i = 0; i < SUBSCRIPTIONS; i++) {
            reference.subscription(new Subscription(
                    new SubscriptionId(subscription(i)),
                    null,
                    null,
                    PRODUCT,
                    CONTRACT,
                    null,
                    Instant.parse("2021-01-01T00:00:00Z"),
                    null,
                    Map.of(),
                    null,
                    CHAIN_OF_TWO));
        }
        return reference.build();
    }

    @Test
    @DisplayName("each key is asked once, in at most a call a batch, absent ones too")
    void hundred_thousand_rows_ask_for_each_key_once() {
        InMemoryReferenceData reference = large();
        GivenUpload upload = GivenUpload.records(
                ROWS,
                i -> row("R-" + i)
                        .with("item_search_value", i % 1_000 == 999 ? "MPN-ABSENT" : "MPN-" + i % ITEMS)
                        .with("asset_search_value", subscription(i / 7 % SUBSCRIPTIONS)));

        ValidationReport report =
                Bench.of(QT).wire(builder -> builder.reference(reference)).judge(upload);

        Lookups lookups = reference.lookups();
        assertThat(report.rows()).isEqualTo(new RowCounts(ROWS, ROWS - 100, 100, 0));
        assertThat(lookups.items().stream().mapToInt(Set::size).sum()).isEqualTo(ITEMS + 1);
        assertThat(new HashSet<>(lookups.items().stream().flatMap(Set::stream).toList()))
                .hasSize(ITEMS + 1);
        assertThat(lookups.subscriptions().stream().mapToInt(Set::size).sum()).isEqualTo(SUBSCRIPTIONS);
        assertThat(lookups.calls(Lookups.Kind.FIND_ITEMS)).isEqualTo(1);
        // 7,000 rows go by until the subscriptions repeat: 143 new ones in each of the first batches
        assertThat(lookups.calls(Lookups.Kind.FIND_SUBSCRIPTIONS)).isLessThanOrEqualTo(4);
        assertThat(lookups.calls(Lookups.Kind.PRODUCT)).isEqualTo(1);
    }

    @Test
    @DisplayName("a batch of at most a thousand keys a call")
    void many_keys_are_asked_in_batches() {
        InMemoryReferenceData reference = large();
        GivenUpload upload = GivenUpload.records(12_500, i -> row("R-" + i).with("item_search_value", "MPN-X-" + i));

        ValidationReport report = Bench.of(QT)
                .wire(builder -> builder.reference(reference).problemLimit(0))
                .judge(upload);

        assertThat(report.problemCount()).isEqualTo(12_500);
        assertThat(reference.lookups().items()).hasSize(13).allMatch(each -> each.size() <= 1_000);
        assertThat(reference.lookups().subscriptions()).hasSize(1);
    }

    @Test
    void nothing_is_asked_for_a_file_without_records() {
        InMemoryReferenceData reference = large();

        Bench.of(QT).wire(builder -> builder.reference(reference)).judge(new byte[0]);

        assertThat(reference.lookups().items()).isEmpty();
        assertThat(reference.lookups().subscriptions()).isEmpty();
    }

    private static GivenUpload spilling() {
        return GivenUpload.records(
                30_000,
                i -> row("R-" + i + "-" + "x".repeat(60))
                        .with("item_search_value", i == 29_999 ? "MPN-LAST" : "MPN-CALLS"));
    }

    @Test
    @DisplayName("a host's exception passes through, and temporary files are gone")
    void exception_of_the_items_passes_through() {
        Items failing = new Items() {
            @Override
            public Map<ItemSearch, Item> findItems(ProductId product, Set<ItemSearch> searches) {
                if (searches.contains(ItemSearch.byMpn("MPN-LAST"))) {
                    throw new HostException();
                }
                return large().findItems(product, searches);
            }

            @Override
            public List<Item> items(ProductId product, int most) {
                return large().items(product, most);
            }
        };

        assertThatThrownBy(() ->
                        Bench.of(QT).wire(builder -> builder.items(failing)).judge(spilling()))
                .isExactlyInstanceOf(HostException.class);
    }

    @Test
    void exception_of_the_subscriptions_passes_through() {
        Subscriptions failing = new Subscriptions() {
            @Override
            public Map<SubscriptionSearch, List<Subscription>> findSubscriptions(
                    ProductId product, ContractId contract, Set<SubscriptionSearch> searches) {
                throw new HostException();
            }
        };

        assertThatThrownBy(() -> Bench.of(QT)
                        .wire(builder -> builder.subscriptions(failing))
                        .judge(row("R-1")))
                .isExactlyInstanceOf(HostException.class);
    }

    @Test
    void exception_of_the_reported_records_passes_through() {
        ReportedRecords failing = new ReportedRecords() {
            @Override
            public Set<RecordKey> findLive(ProductId product, ContractId contract, Set<RecordKey> keys) {
                throw new HostException();
            }

            @Override
            public Map<String, Boolean> findClosed(ProductId product, ContractId contract, Set<String> ids) {
                return Map.of();
            }
        };

        assertThatThrownBy(() ->
                        Bench.of(QT).wire(builder -> builder.reported(failing)).judge(row("R-1")))
                .isExactlyInstanceOf(HostException.class);
    }

    private static final class HostException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
