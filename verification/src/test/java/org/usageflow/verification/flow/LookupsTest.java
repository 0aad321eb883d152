package org.usageflow.verification.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.core.Usageflow;
import org.usageflow.core.ValidationReport;
import org.usageflow.csv.CsvFormat;
import org.usageflow.model.BillingPeriod;
import org.usageflow.model.Item;
import org.usageflow.model.ItemId;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemType;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionId;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;
import org.usageflow.testkit.reference.InMemoryReferenceData;
import org.usageflow.testkit.reference.Lookups;

/** How often the host is asked does not grow with the rows. */
class LookupsTest {

    private static final int ROWS = 100_000;
    private static final int ITEMS = 50;
    private static final int SUBSCRIPTIONS = 500;
    private static final int BATCH = 1_000;

    @TempDir
    private Path directory;

    @Test
    void host_is_asked_once_for_each_item_and_subscription_whatever_the_number_of_rows() throws IOException {
        InMemoryReferenceData reference = world().reference();
        Usageflow library =
                Usageflow.builder().formats(new CsvFormat()).reference(reference).build();

        ValidationReport report = library.validation().validate(world().command(), UploadSource.of(file()));

        assertThat(report.isValid()).isTrue();
        assertThat(report.rows().read()).isEqualTo(ROWS);
        Lookups asked = reference.lookups();
        assertThat(keys(asked.items())).as("items asked for").isEqualTo(ITEMS);
        assertThat(keys(asked.subscriptions())).as("subscriptions asked for").isEqualTo(SUBSCRIPTIONS);
        assertThat(asked.calls(Lookups.Kind.FIND_ITEMS)).isEqualTo(1);
        // A batch of rows names all of them
        assertThat(asked.calls(Lookups.Kind.FIND_SUBSCRIPTIONS)).isLessThanOrEqualTo(SUBSCRIPTIONS / BATCH + 1L);
        assertThat(asked.calls(Lookups.Kind.PRODUCT)).isEqualTo(1);
        assertThat(asked.calls(Lookups.Kind.LISTINGS)).isEqualTo(1);
        assertThat(asked.calls(Lookups.Kind.CONTRACT)).isLessThanOrEqualTo(1);
        assertThat(asked.calls(Lookups.Kind.MARKETPLACE)).isLessThanOrEqualTo(1);
        assertThat(asked.calls(Lookups.Kind.ITEMS)).isLessThanOrEqualTo(1);
    }

    private static long keys(List<? extends Set<?>> calls) {
        return calls.stream().mapToLong(Collection::size).sum();
    }

    private static CatalogWorld world() {
        CatalogWorld base = UsageFixtures.world(UsageFixtures.QT);
        List<Item> items = IntStream.range(0, ITEMS).mapToObj(LookupsTest::item).collect(Collectors.toList());
        List<Subscription> subscriptions =
                IntStream.range(0, SUBSCRIPTIONS).mapToObj(LookupsTest::subscription).collect(Collectors.toList());
        return new CatalogWorld(
                base.product(), items, base.contract(), base.marketplace(), base.listing(), subscriptions, base.period());
    }

    private static Item item(int number) {
        return new Item(
                new ItemId(UsageFixtures.PRODUCT + "-" + number),
                "L" + number,
                "MPN-" + number,
                "Item",
                "GB",
                ItemPrecision.DECIMAL_4,
                ItemType.PPU,
                BillingPeriod.MONTHLY);
    }

    private static Subscription subscription(int number) {
        Subscription some = UsageFixtures.SUBSCRIPTION;
        return new Subscription(
                new SubscriptionId("AS-" + number),
                "E-" + number,
                null,
                some.product(),
                some.contract(),
                null,
                some.from(),
                null,
                java.util.Map.of(),
                null,
                some.chain());
    }

    private Path file() throws IOException {
        Path file = directory.resolve("upload.csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("record_id,item_search_criteria,item_search_value,quantity,start_time_utc,end_time_utc,"
                    + "asset_search_criteria,asset_search_value\n");
            for (int row = 0; row < ROWS; row++) {
                out.write("R-" + row + ",item.mpn,MPN-" + row % ITEMS + ",1.5,2021-07-08,2021-07-08 23:59:59,asset.external_id,E-"
                        + row % SUBSCRIPTIONS + "\n");
            }
        }
        return file;
    }
}
