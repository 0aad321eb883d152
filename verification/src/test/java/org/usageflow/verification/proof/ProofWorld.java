package org.usageflow.verification.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.usageflow.model.AccountId;
import org.usageflow.model.BillingPeriod;
import org.usageflow.model.ChainParty;
import org.usageflow.model.Item;
import org.usageflow.model.ItemId;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemType;
import org.usageflow.model.SalesChain;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionId;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;

/** The world of the big files: 50 items, 500 subscriptions with chains of four. */
final class ProofWorld {

    static final int ITEMS = 50;
    static final int SUBSCRIPTIONS = 500;

    private ProofWorld() {}

    static CatalogWorld of(String schema) {
        CatalogWorld base = UsageFixtures.world(new SchemaCode(schema));
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            items.add(new Item(
                    new ItemId(UsageFixtures.PRODUCT + "-" + i),
                    "L" + i,
                    "MPN-" + i,
                    "Item " + i,
                    "GB",
                    ItemPrecision.DECIMAL_4,
                    ItemType.PPU,
                    BillingPeriod.MONTHLY));
        }
        var customer = new ChainParty(new AccountId("TA-0"), "Customer");
        var reseller = new ChainParty(new AccountId("TA-1"), "Reseller");
        List<Subscription> subscriptions = new ArrayList<>();
        for (int i = 0; i < SUBSCRIPTIONS; i++) {
            subscriptions.add(new Subscription(
                    new SubscriptionId("AS-" + i),
                    "5540278" + (10_000 + i),
                    null,
                    UsageFixtures.PRODUCT,
                    UsageFixtures.CONTRACT,
                    UsageFixtures.HUB,
                    Instant.parse("2021-01-01T00:00:00Z"),
                    null,
                    Map.of("account_id", "account-" + i),
                    null,
                    SalesChain.of(customer, reseller)));
        }
        return new CatalogWorld(
                base.product(),
                items,
                base.contract(),
                base.marketplace(),
                base.listing(),
                subscriptions,
                base.period());
    }
}
