package org.usageflow.console.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.usageflow.console.demo.DemoReport.Billing;
import org.usageflow.console.demo.DemoReport.Outcome;
import org.usageflow.console.demo.DemoReport.Rejection;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.ProductId;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.SubscriptionCriterion;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.Tier;
import org.usageflow.model.UsagePeriod;
import org.usageflow.model.UsageWindow;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.FormatId;

/** The reports of the demonstration, for May 2026: one for each reporting schema. */
final class DemoReports {

    static final UsagePeriod MAY = new UsagePeriod(day("2026-05-01"), day("2026-06-01"));

    private static final UsageWindow WEEK_1 = new UsageWindow(day("2026-05-01"), day("2026-05-08"));
    private static final UsageWindow WEEK_2 = new UsageWindow(day("2026-05-08"), day("2026-05-15"));
    private static final UsageWindow LAST_OF_APRIL = new UsageWindow(day("2026-04-24"), day("2026-05-01"));
    private static final UsageWindow LAST_OF_MAY = new UsageWindow(day("2026-05-25"), day("2026-06-01"));
    private static final UsageWindow INTO_JUNE = new UsageWindow(day("2026-05-25"), day("2026-06-02"));

    private DemoReports() {}

    static List<DemoReport> all() {
        return List.of(quantities(), customerPrices(), costs(), tiers());
    }

    private static DemoReport quantities() {
        SubscriptionSearch alder = SubscriptionSearch.byId("AS-4100-0001-0001");
        SubscriptionSearch birch = new SubscriptionSearch(SubscriptionCriterion.parameter("account_id"), "birch");
        ReportedRecord good =
                of("qt-0001", "COMPUTE-SMALL", "168", WEEK_1, alder).build();
        ReportedRecord april =
                of("qt-0005", "COMPUTE-LARGE", "7", LAST_OF_APRIL, birch).build();
        ReportedRecord unknown = of("qt-0006", "COMPUTE-LARGE", "-3", WEEK_2, SubscriptionSearch.byId("birch"))
                .build();
        return new DemoReport(
                new SchemaCode("QT"),
                "quantities",
                "The vendor reports how much was used; every seller has prices of its own.",
                new ProductId("PRD-410-200-001"),
                FormatId.XLSX,
                List.of(
                        good,
                        of("qt-0002", "COMPUTE-SMALLER", "96.5", WEEK_1, birch).build(),
                        of("qt-0003", "COMPUTE-LARGE", "12.345", WEEK_1, birch).build(),
                        of("qt-0001", "COMPUTE-SMALL", "168", WEEK_2, alder).build(),
                        april,
                        unknown),
                List.of(
                        "3 item_search_value ITEM_UNKNOWN",
                        "4 quantity VALUE_TOO_PRECISE",
                        "5 record_id RECORD_ID_DUPLICATE",
                        "6 start_time_utc RECORD_BEFORE_PERIOD",
                        "7 quantity RECORD_NEGATIVE",
                        "7 asset_search_value ASSET_UNKNOWN"),
                List.of(
                        new CellChange(1, Columns.ITEM_SEARCH_VALUE, "COMPUTE-SMALL"),
                        new CellChange(2, Columns.QUANTITY, "12.35"),
                        new CellChange(3, Columns.RECORD_ID, "qt-0004"),
                        new CellChange(4, Columns.START_TIME_UTC, "2026-05-08 00:00:00"),
                        new CellChange(4, Columns.END_TIME_UTC, "2026-05-15 00:00:00"),
                        new CellChange(5, Columns.QUANTITY, "3"),
                        new CellChange(5, Columns.ASSET_SEARCH_CRITERIA, "parameter.account_id")),
                null,
                List.of(
                        good,
                        of("qt-0002", "COMPUTE-SMALL", "96.5", WEEK_1, birch).build(),
                        of("qt-0003", "COMPUTE-LARGE", "12.35", WEEK_1, birch).build(),
                        of("qt-0004", "COMPUTE-SMALL", "168", WEEK_2, alder).build(),
                        of("qt-0005", "COMPUTE-LARGE", "7", WEEK_2, birch).build(),
                        of("qt-0006", "COMPUTE-LARGE", "3", WEEK_2, birch).build()),
                new Billing("INV-100", false),
                new Outcome(
                        "quantity 454.85",
                        List.of("qt-0002", "qt-0003", "qt-0005", "qt-0006"),
                        "those of its customer",
                        11));
    }

    private static DemoReport customerPrices() {
        SubscriptionSearch alder = new SubscriptionSearch(SubscriptionCriterion.EXTERNAL_ID, "M-2001");
        SubscriptionSearch birch = new SubscriptionSearch(SubscriptionCriterion.EXTERNAL_ID, "M-2003");
        SubscriptionSearch ended = new SubscriptionSearch(SubscriptionCriterion.EXTERNAL_ID, "M-2002");
        ReportedRecord first = amount("pr-0001", "MESSAGE", "28", WEEK_1, alder, "562.24");
        ReportedRecord second = amount("pr-0002", "MESSAGE", "14", WEEK_2, birch, "281.12");
        return new DemoReport(
                new SchemaCode("PR"),
                "the customer's price",
                "The vendor reports what the customer pays; each seller above takes its share of that.",
                new ProductId("PRD-410-200-002"),
                FormatId.CSV,
                List.of(
                        first,
                        of("pr-0002", "MESSAGE", "14", WEEK_2, birch).build(),
                        amount("pr-0003", "MESSAGE", "1.5", WEEK_2, alder, "30.12"),
                        amount("pr-0004", "MESSAGE", "5", WEEK_2, ended, "100.4")),
                List.of(
                        "3 amount VALUE_REQUIRED",
                        "4 quantity VALUE_TOO_PRECISE",
                        "5 asset_search_value ASSET_NOT_ACTIVE"),
                List.of(),
                new Rejection(
                        List.of(first, second, amount("pr-0003", "MESSAGE", "2", WEEK_2, alder, "46.10")),
                        "pr-0003: 2 messages cost 40.16",
                        List.of(new CellChange(2, Columns.AMOUNT, "40.16"))),
                List.of(first, second, amount("pr-0003", "MESSAGE", "2", WEEK_2, alder, "40.16")),
                new Billing("INV-200", false),
                new Outcome(
                        "quantity 44, amount 883.52 EUR",
                        List.of("pr-0002 281.12"),
                        "its customer's, with the customer's price",
                        16));
    }

    private static DemoReport costs() {
        SubscriptionSearch alder = new SubscriptionSearch(SubscriptionCriterion.parameter("vault"), "v-alder");
        SubscriptionSearch birch = new SubscriptionSearch(SubscriptionCriterion.parameter("vault"), "v-birch");
        SubscriptionSearch nobody = new SubscriptionSearch(SubscriptionCriterion.parameter("vault"), "v-brich");
        ReportedRecord good = amount("cr-0001", "BACKUP-GB", "250.125", WEEK_1, alder, "85");
        return new DemoReport(
                new SchemaCode("CR"),
                "the buyer's cost",
                "The vendor reports what the distributor pays; each seller below adds its share.",
                new ProductId("PRD-410-200-003"),
                FormatId.JSONL,
                List.of(
                        good,
                        amount("cr-0002", "BACKUP-GB", "10", WEEK_1, nobody, "3.4"),
                        amount("cr-0003", "BACKUP-GB", "31.5", INTO_JUNE, birch, "-10.71")),
                List.of(
                        "2 asset_search_value ASSET_UNKNOWN",
                        "3 end_time_utc RECORD_AFTER_PERIOD",
                        "3 amount RECORD_NEGATIVE"),
                List.of(
                        new CellChange(1, Columns.ASSET_SEARCH_VALUE, "v-birch"),
                        new CellChange(2, Columns.END_TIME_UTC, "2026-06-01 00:00:00"),
                        new CellChange(2, Columns.AMOUNT, "10.71")),
                null,
                List.of(
                        good,
                        amount("cr-0002", "BACKUP-GB", "10", WEEK_1, birch, "3.4"),
                        amount("cr-0003", "BACKUP-GB", "31.5", LAST_OF_MAY, birch, "10.71")),
                new Billing("INV-300", true),
                new Outcome(
                        "quantity 291.625, amount 99.11 EUR",
                        List.of("cr-0002", "cr-0003"),
                        "its customer's, without the distributor's costs",
                        13));
    }

    private static DemoReport tiers() {
        return new DemoReport(
                new SchemaCode("TR"),
                "a price for each tier",
                "The vendor reports each price of the sales chain: tier 0 the customer's, 1 the reseller's, 2 the distributor's.",
                new ProductId("PRD-410-200-004"),
                FormatId.JSON,
                List.of(
                        tier("tr-0001", "40", WEEK_1, 0, "100"),
                        tier("tr-0002", "40", WEEK_1, 1, "93"),
                        tier("tr-0003", "40", WEEK_1, 2, "83.7"),
                        tier("tr-0004", "10", WEEK_2, 0, "25"),
                        tier("tr-0005", "11", WEEK_2, 1, "23.25"),
                        tier("tr-0006", "10", WEEK_2, 3, "20.93")),
                List.of("6 quantity TIER_QUANTITY_DIFFERS", "7 tier TIER_OUT_OF_CHAIN"),
                List.of(new CellChange(4, Columns.QUANTITY, "10"), new CellChange(5, Columns.TIER, "2")),
                null,
                List.of(
                        tier("tr-0001", "40", WEEK_1, 0, "100"),
                        tier("tr-0002", "40", WEEK_1, 1, "93"),
                        tier("tr-0003", "40", WEEK_1, 2, "83.7"),
                        tier("tr-0004", "10", WEEK_2, 0, "25"),
                        tier("tr-0005", "10", WEEK_2, 1, "23.25"),
                        tier("tr-0006", "10", WEEK_2, 2, "20.93")),
                new Billing("INV-400", false),
                new Outcome(
                        "quantity 50, tier 0 125 EUR, tier 1 116.25 EUR, tier 2 104.63 EUR",
                        List.of("tr-0001 100", "tr-0002 93", "tr-0004 25", "tr-0005 23.25"),
                        "the customer's price and its own",
                        11));
    }

    private static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static ReportedRecord.Builder of(
            String id, String mpn, String quantity, UsageWindow window, SubscriptionSearch subscription) {
        return ReportedRecord.builder(
                new RecordKey(id), ItemSearch.byMpn(mpn), Quantity.of(quantity), window, subscription);
    }

    private static ReportedRecord amount(
            String id,
            String mpn,
            String quantity,
            UsageWindow window,
            SubscriptionSearch subscription,
            String amount) {
        return of(id, mpn, quantity, window, subscription)
                .amount(new BigDecimal(amount))
                .build();
    }

    private static ReportedRecord tier(String id, String quantity, UsageWindow window, int tier, String amount) {
        return of(id, "PAGE", quantity, window, SubscriptionSearch.byId("AS-4100-0004-0001"))
                .tier(new Tier(tier))
                .amount(new BigDecimal(amount))
                .build();
    }
}
