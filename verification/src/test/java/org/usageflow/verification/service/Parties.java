package org.usageflow.verification.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.usageflow.model.AccountId;
import org.usageflow.model.Actor;
import org.usageflow.model.Capabilities;
import org.usageflow.model.Contract;
import org.usageflow.model.ContractId;
import org.usageflow.model.Listing;
import org.usageflow.model.ListingId;
import org.usageflow.model.Marketplace;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.Party;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.Product;
import org.usageflow.model.ProductId;
import org.usageflow.model.SalesChain;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionId;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.InMemoryReferenceData;

/** Who takes part, and between whom there are contracts. */
final class Parties {

    static final Actor OWNER = UsageFixtures.vendor();
    static final Actor BUYER = UsageFixtures.distributor();
    static final Actor FOREIGN_VENDOR = Actor.of(Party.VENDOR, "VA-999-001");
    static final Actor FOREIGN_DISTRIBUTOR = Actor.of(Party.DISTRIBUTOR, "PA-999-001");
    static final Actor BUYING_RESELLER = Actor.of(Party.RESELLER, "TA-9-0009");
    /** At tier 1. */
    static final Actor LOWER_RESELLER =
            Actor.of(Party.RESELLER, UsageFixtures.RESELLER_1.id().value());
    /** At tier 2. */
    static final Actor UPPER_RESELLER =
            Actor.of(Party.RESELLER, UsageFixtures.RESELLER_2.id().value());

    static final Actor STRANGE_RESELLER = Actor.of(Party.RESELLER, "TA-9-9999");
    static final Actor SYSTEM = Actor.of(Party.SYSTEM, "host");

    /** The owner with {@link #BUYING_RESELLER}. */
    static final ContractId RESALE = new ContractId("CRD-90574-88738-44764");

    static final ContractId FOREIGN_CONTRACT = new ContractId("CRD-90574-88738-44999");
    static final ProductId FOREIGN_PRODUCT = new ProductId("PRD-113-628-999");

    /** Fixes no currency. */
    static final MarketplaceId FREE_MARKETPLACE = new MarketplaceId("MP-69877");

    /** Under {@link #RESALE}, sold by the lower reseller. */
    static final Subscription RESOLD = new Subscription(
            new SubscriptionId("AS-3919-2310-3001"),
            null,
            null,
            UsageFixtures.PRODUCT,
            RESALE,
            UsageFixtures.HUB,
            Instant.parse("2021-01-01T00:00:00Z"),
            null,
            Map.of(),
            null,
            SalesChain.of(UsageFixtures.CUSTOMER, UsageFixtures.RESELLER_1));

    private Parties() {}

    /** Everything, the product reporting in that schema, with dynamic items and estimates. */
    static InMemoryReferenceData.Builder reference(SchemaCode schema) {
        return reference(new Capabilities(true, new PayAsYouGo(schema, true, false, false, true)));
    }

    static InMemoryReferenceData.Builder reference(Capabilities capabilities) {
        AccountId owner = OWNER.account();
        AccountId stranger = FOREIGN_VENDOR.account();
        return InMemoryReferenceData.builder()
                .world(UsageFixtures.world(capabilities))
                .contract(new Contract(RESALE, "Vela with a reseller", owner, BUYING_RESELLER.account(), true, true))
                .listing(new Listing(
                        new ListingId("LST-2"), UsageFixtures.PRODUCT, RESALE, UsageFixtures.MARKETPLACE, true))
                .subscription(RESOLD)
                .marketplace(new Marketplace(FREE_MARKETPLACE, "Free", null))
                .listing(new Listing(
                        new ListingId("LST-3"), UsageFixtures.PRODUCT, UsageFixtures.CONTRACT, FREE_MARKETPLACE, true))
                .product(new Product(FOREIGN_PRODUCT, "Elsewhere", stranger, capabilities, List.of()))
                .contract(new Contract(
                        FOREIGN_CONTRACT, "Elsewhere", stranger, FOREIGN_DISTRIBUTOR.account(), true, true));
    }
}
