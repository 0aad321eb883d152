package org.usageflow.testkit;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.AccountId;
import org.usageflow.model.Actor;
import org.usageflow.model.BillingPeriod;
import org.usageflow.model.Capabilities;
import org.usageflow.model.ChainParty;
import org.usageflow.model.Contract;
import org.usageflow.model.ContractId;
import org.usageflow.model.HubId;
import org.usageflow.model.Item;
import org.usageflow.model.ItemId;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.ItemType;
import org.usageflow.model.Listing;
import org.usageflow.model.ListingId;
import org.usageflow.model.Marketplace;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.Party;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.Product;
import org.usageflow.model.ProductId;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SalesChain;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionId;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.Tier;
import org.usageflow.model.UsagePeriod;
import org.usageflow.model.UsageWindow;
import org.usageflow.testkit.reference.CatalogWorld;

/**
 * Values with meaning, and a small world for each schema.
 *
 * <p>In each world the chain has four parties: Cyan Clinic, the customer, at tier 0; Red Resell, who sells to it, at tier 1; Rose Resell at tier 2; and Dune Distribution, the
 * contract's buyer, at tier 3. Vela Software is the vendor.
 */
public final class UsageFixtures {

    public static final SchemaCode QT = new SchemaCode("QT");
    public static final SchemaCode PR = new SchemaCode("PR");
    public static final SchemaCode CR = new SchemaCode("CR");
    public static final SchemaCode TR = new SchemaCode("TR");

    public static final Tier TIER_0 = Tier.CUSTOMER;
    public static final Tier TIER_1 = new Tier(1);
    public static final Tier TIER_2 = new Tier(2);
    public static final Tier TIER_3 = new Tier(3);

    public static final Currency EUR = Currency.getInstance("EUR");

    public static final AccountId VENDOR = new AccountId("VA-674-253");
    public static final AccountId DISTRIBUTOR = new AccountId("PA-239-034");
    public static final ChainParty CUSTOMER = new ChainParty(new AccountId("TA-0-0001"), "Cyan Clinic");
    public static final ChainParty RESELLER_1 = new ChainParty(new AccountId("TA-1-0001"), "Red Resell");
    public static final ChainParty RESELLER_2 = new ChainParty(new AccountId("TA-1-0002"), "Rose Resell");

    /** Tiers 0 to 2; the contract's buyer stands at 3. */
    public static final SalesChain CHAIN_OF_FOUR = SalesChain.of(CUSTOMER, RESELLER_1, RESELLER_2);

    /** A chain without resellers; the contract's buyer stands at 1. */
    public static final SalesChain CHAIN_OF_TWO = SalesChain.of(CUSTOMER);

    public static final ProductId PRODUCT = new ProductId("PRD-113-628-780");
    public static final ContractId CONTRACT = new ContractId("CRD-90574-88738-44763");
    public static final MarketplaceId MARKETPLACE = new MarketplaceId("MP-69876");
    public static final HubId HUB = new HubId("HB-0001-0001");

    /** July 2021, its end written as the last second. */
    public static final UsagePeriod PERIOD_JULY =
            new UsagePeriod(Instant.parse("2021-07-01T00:00:00Z"), Instant.parse("2021-07-31T23:59:59Z"));

    /** 8 July 2021, its end written as the last second. */
    public static final UsageWindow WINDOW_JULY_8 =
            new UsageWindow(Instant.parse("2021-07-08T00:00:00Z"), Instant.parse("2021-07-08T23:59:59Z"));

    /** Paid by use, in GB with four decimals. */
    public static final Item STORAGE = new Item(
            new ItemId(PRODUCT + "-0001"),
            "0001",
            "MPN-STORAGE",
            "Storage",
            "GB",
            ItemPrecision.DECIMAL_4,
            ItemType.PPU,
            BillingPeriod.MONTHLY);

    /** Paid by use, in whole calls. */
    public static final Item CALLS = new Item(
            new ItemId(PRODUCT + "-0002"),
            "0002",
            "MPN-CALLS",
            "Calls",
            "call",
            ItemPrecision.INTEGER,
            ItemType.PPU,
            BillingPeriod.MONTHLY);

    /** Reserved, in seats. */
    public static final Item SEATS = new Item(
            new ItemId(PRODUCT + "-0003"),
            "0003",
            "MPN-SEATS",
            "Seats",
            "seat",
            ItemPrecision.INTEGER,
            ItemType.RESERVATION,
            BillingPeriod.YEARLY);

    /** Sold through four parties; the parameter {@code tenant_id} is its own, {@code region} shared with {@link #SUBSCRIPTION_DIRECT}. */
    public static final Subscription SUBSCRIPTION =
            subscription("AS-3919-2310-2857", "EXT-1", "UID-1", "tenant-1", CHAIN_OF_FOUR, null);

    /** Sold by the contract's buyer to the customer. */
    public static final Subscription SUBSCRIPTION_DIRECT =
            subscription("AS-3919-2310-2858", "EXT-2", "UID-2", "tenant-2", CHAIN_OF_TWO, null);

    /** Ended before July 2021. */
    public static final Subscription SUBSCRIPTION_ENDED = subscription(
            "AS-3919-2310-2859", "EXT-3", "UID-3", "tenant-3", CHAIN_OF_FOUR, Instant.parse("2021-06-01T00:00:00Z"));

    private UsageFixtures() {}

    private static Subscription subscription(
            String id, String externalId, String externalUid, String tenant, SalesChain chain, @Nullable Instant to) {
        return new Subscription(
                new SubscriptionId(id),
                externalId,
                externalUid,
                PRODUCT,
                CONTRACT,
                HUB,
                Instant.parse("2021-01-01T00:00:00Z"),
                to,
                Map.of("tenant_id", tenant, "region", "eu"),
                "RECON-" + tenant,
                chain);
    }

    /**
     * A world whose product reports pay-per-use items in the schema and reservation items too, without dynamic items, late or future charges.
     *
     * @param schema QT, PR, CR, TR or a host's own
     */
    public static CatalogWorld world(SchemaCode schema) {
        return world(new Capabilities(true, PayAsYouGo.of(schema)));
    }

    /** A world whose product has these capabilities. */
    public static CatalogWorld world(Capabilities capabilities) {
        return new CatalogWorld(
                new Product(PRODUCT, "Vela Cloud", VENDOR, capabilities, List.of("tenant_id", "region")),
                List.of(STORAGE, CALLS, SEATS),
                new Contract(CONTRACT, "Vela with Dune", VENDOR, DISTRIBUTOR, true, true),
                new Marketplace(MARKETPLACE, "Europe", EUR),
                new Listing(new ListingId("LST-1"), PRODUCT, CONTRACT, MARKETPLACE, true),
                List.of(SUBSCRIPTION, SUBSCRIPTION_DIRECT, SUBSCRIPTION_ENDED),
                PERIOD_JULY);
    }

    /** A person of the vendor. */
    public static Actor vendor() {
        return Actor.of(Party.VENDOR, VENDOR.value());
    }

    /** A person of the contract's buyer. */
    public static Actor distributor() {
        return Actor.of(Party.DISTRIBUTOR, DISTRIBUTOR.value());
    }

    /** Begins a record of 28 calls on 8 July, found by the item's MPN and the subscription's id; amount and tier are for the schema to add. */
    public static ReportedRecord.Builder record(String key) {
        return ReportedRecord.builder(
                new RecordKey(key),
                ItemSearch.byMpn(CALLS.mpn()),
                Quantity.of("28"),
                WINDOW_JULY_8,
                SubscriptionSearch.byId(SUBSCRIPTION.id().value()));
    }
}
