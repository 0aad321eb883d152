package org.usageflow.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.AccountId;
import org.usageflow.model.BillingPeriod;
import org.usageflow.model.CategoryId;
import org.usageflow.model.ChainParty;
import org.usageflow.model.Item;
import org.usageflow.model.ItemId;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.ItemType;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordKey;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SalesChain;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionCriterion;
import org.usageflow.model.SubscriptionId;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.UsageWindow;
import org.usageflow.model.Version;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;
import org.usageflow.testkit.store.StoreFixtures;

/** The records that are measured: 16 columns, of 50 items and 500 subscriptions, the same whenever they are asked for. Thread-safe. */
final class Sample {

    /** How many records go to a store at once. */
    static final int BATCH = 1_000;

    private static final int ITEMS = 50;
    private static final int SUBSCRIPTIONS = 500;
    private static final int DAYS = 28;
    private static final String HEADER = "record_id,record_note,item_search_criteria,item_search_value,quantity,"
            + "start_time_utc,end_time_utc,asset_search_criteria,asset_search_value,category_id,amount,"
            + "asset_recon_id,v.region,v.account,v.project,v.sku\r\n";

    private final CatalogWorld world = catalog();
    private final List<RecordSubscription> subscriptions =
            world.subscriptions().stream().map(RecordSubscription::of).toList();
    private final List<UsageWindow> days =
            IntStream.range(0, DAYS).mapToObj(Sample::day).toList();

    private static CatalogWorld catalog() {
        CatalogWorld base = UsageFixtures.world(UsageFixtures.PR);
        return new CatalogWorld(
                base.product(),
                IntStream.range(0, ITEMS).mapToObj(Sample::item).toList(),
                base.contract(),
                base.marketplace(),
                base.listing(),
                IntStream.range(0, SUBSCRIPTIONS).mapToObj(Sample::subscription).toList(),
                base.period());
    }

    private static Item item(int number) {
        return new Item(
                new ItemId(UsageFixtures.PRODUCT + "-" + number),
                "L" + number,
                "MPN-" + number,
                "Item " + number,
                "GB",
                ItemPrecision.DECIMAL_4,
                ItemType.PPU,
                BillingPeriod.MONTHLY);
    }

    private static Subscription subscription(int number) {
        return new Subscription(
                new SubscriptionId("AS-" + number),
                externalId(number),
                null,
                UsageFixtures.PRODUCT,
                UsageFixtures.CONTRACT,
                UsageFixtures.HUB,
                Instant.parse("2021-01-01T00:00:00Z"),
                null,
                Map.of("account_id", "account-" + number),
                null,
                SalesChain.of(
                        new ChainParty(new AccountId("TA-0"), "Customer"),
                        new ChainParty(new AccountId("TA-1"), "Reseller")));
    }

    private static String externalId(int number) {
        return "5540278" + (10_000 + number);
    }

    private static UsageWindow day(int number) {
        Instant start = Instant.parse("2021-07-01T00:00:00Z").plus(number, ChronoUnit.DAYS);
        return new UsageWindow(start, start.plusSeconds(86_399));
    }

    /** What the records refer to. */
    CatalogWorld world() {
        return world;
    }

    /** The file that the records are of: of production, accepted. */
    static UsageFile file() {
        return StoreFixtures.file(1).status(UsageFileStatus.ACCEPTED).build();
    }

    /** Records at the positions from the first, and before the last. */
    List<UsageRecord> records(int first, int last, RecordStatus status) {
        UsageFileId file = StoreFixtures.fileId(1);
        List<UsageRecord> records = new ArrayList<>(last - first);
        for (int position = first; position < last; position++) {
            records.add(record(file, position, status));
        }
        return records;
    }

    /** The vendor's id of the record at a position. */
    static RecordKey key(int position) {
        return new RecordKey("REC-2021-07-" + (10_000_000 + position));
    }

    private UsageRecord record(UsageFileId file, int position, RecordStatus status) {
        int subscription = subscriptionOf(position);
        return new UsageRecord(
                UsageRecordId.of(file, position + 1),
                position,
                position + 2L,
                key(position),
                reported(position),
                world.items().get(position % ITEMS),
                subscriptions.get(subscription),
                status,
                status == RecordStatus.CLOSED ? StoreFixtures.CLOSING : null,
                null,
                Version.FIRST);
    }

    private static int subscriptionOf(int position) {
        return position / ITEMS % SUBSCRIPTIONS;
    }

    private static int dayOf(int position) {
        return position / (ITEMS * SUBSCRIPTIONS) % DAYS;
    }

    private static String note(int position) {
        return position % 7 == 0 ? "note of the consumption " + position : "";
    }

    private ReportedRecord reported(int position) {
        int item = position % ITEMS;
        int subscription = subscriptionOf(position);
        return ReportedRecord.builder(
                        key(position),
                        ItemSearch.byMpn("MPN-" + item),
                        Quantity.of(position % 900 + 1 + ".25"),
                        days.get(dayOf(position)),
                        new SubscriptionSearch(SubscriptionCriterion.EXTERNAL_ID, externalId(subscription)))
                .note(note(position))
                .category(new CategoryId("category-" + item % 5))
                .amount(new BigDecimal("100000.50"))
                .assetReconId("recon-" + subscription)
                .parameter("region", "eu-central-" + item % 3)
                .parameter("account", "account-" + subscription)
                .parameter("project", "project-" + position)
                .parameter("sku", "sku-" + item)
                .build();
    }

    /** Writes an upload of the first records. */
    void write(int rows, Path csv) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            for (int position = 0; position < rows; position++) {
                out.write(line(position));
            }
        }
    }

    private static String line(int position) {
        int item = position % ITEMS;
        int subscription = subscriptionOf(position);
        String date = "2021-07-" + (dayOf(position) < 9 ? "0" : "") + (dayOf(position) + 1);
        return String.join(
                ",",
                key(position).value(),
                note(position),
                "item.mpn",
                "MPN-" + item,
                position % 900 + 1 + ".25",
                date + " 00:00:00",
                date + " 23:59:59",
                "asset.external_id",
                externalId(subscription),
                "category-" + item % 5,
                "100000.50",
                "recon-" + subscription,
                "eu-central-" + item % 3,
                "account-" + subscription,
                "project-" + position,
                "sku-" + item + "\r\n");
    }
}
