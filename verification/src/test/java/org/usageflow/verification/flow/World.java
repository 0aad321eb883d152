package org.usageflow.verification.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.usageflow.model.AccountId;
import org.usageflow.model.BillingPeriod;
import org.usageflow.model.Capabilities;
import org.usageflow.model.ChainParty;
import org.usageflow.model.Item;
import org.usageflow.model.ItemId;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemType;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.Product;
import org.usageflow.model.RecordKey;
import org.usageflow.model.SalesChain;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionId;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecordId;
import org.usageflow.policy.NegativePolicy;
import org.usageflow.policy.Policies;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;
import org.usageflow.testkit.reference.InMemoryReportedRecords;
import org.usageflow.testkit.reference.KnownRecord;

/**
 * A product with its items and subscriptions, and what was reported before, as chance will have it.
 *
 * @param catalog the product and all it takes
 * @param policies the host's choices
 * @param traits what it has
 */
record World(CatalogWorld catalog, Policies policies, Set<Trait> traits) {

    static final RecordKey LIVE = new RecordKey("LIVE-1");
    static final RecordKey OPEN = new RecordKey("OPEN-1");
    static final RecordKey CLOSED = new RecordKey("CLOSED-1");
    private static final UsageFileId FORMER = new UsageFileId("UF-2021-06-0000-0001");

    static World random(Set<Trait> traits, Random random) {
        SchemaCode schema = schema(traits, random);
        var payAsYouGo = new PayAsYouGo(
                schema,
                either(traits, Trait.DYNAMIC, Trait.STATIC, random),
                !traits.contains(Trait.NO_FUTURE) && random.nextBoolean(),
                !traits.contains(Trait.NO_LATE) && random.nextBoolean(),
                random.nextBoolean());
        boolean alone = traits.contains(Trait.RESERVATION_ALONE);
        boolean reservation = alone || either(traits, Trait.RESERVATION, Trait.NO_RESERVATION, random);
        var policies = either(traits, Trait.CORRECTIONS, Trait.NO_CORRECTIONS, random)
                ? Policies.DEFAULTS.with(NegativePolicy.CORRECTIONS)
                : Policies.DEFAULTS;
        return new World(catalog(new Capabilities(reservation, alone ? null : payAsYouGo), random), policies, traits);
    }

    private static boolean either(Set<Trait> traits, Trait yes, Trait no, Random random) {
        return traits.contains(yes) || (!traits.contains(no) && random.nextBoolean());
    }

    private static SchemaCode schema(Set<Trait> traits, Random random) {
        List<SchemaCode> fitting = new ArrayList<>();
        boolean any = traits.stream().noneMatch(each -> each.name().length() == 2);
        for (SchemaCode code : List.of(UsageFixtures.QT, UsageFixtures.PR, UsageFixtures.CR, UsageFixtures.TR)) {
            boolean wanted = any || traits.contains(Trait.valueOf(code.value()));
            if (wanted && !(traits.contains(Trait.AMOUNTS) && code.equals(UsageFixtures.QT))) {
                fitting.add(code);
            }
        }
        return fitting.get(random.nextInt(fitting.size()));
    }

    private static CatalogWorld catalog(Capabilities capabilities, Random random) {
        CatalogWorld base = UsageFixtures.world(capabilities);
        List<Item> items = new ArrayList<>();
        for (int i = 1; i <= 2 + random.nextInt(4); i++) {
            items.add(item(i, ItemType.PPU, random));
            items.add(item(i + 50, ItemType.RESERVATION, random));
        }
        List<Subscription> subscriptions = new ArrayList<>();
        for (int i = 1; i <= 2 + random.nextInt(4); i++) {
            subscriptions.add(subscription(i, null, random));
        }
        subscriptions.add(subscription(90, Instant.parse("2021-06-01T00:00:00Z"), random));
        Product product = base.product();
        return new CatalogWorld(
                new Product(product.id(), product.name(), product.vendor(), capabilities, product.parameters()),
                items,
                base.contract(),
                base.marketplace(),
                base.listing(),
                subscriptions,
                base.period());
    }

    private static Item item(int number, ItemType type, Random random) {
        ItemPrecision[] all = ItemPrecision.values();
        boolean reserved = type == ItemType.RESERVATION;
        String digits = String.format("%04d", number);
        return new Item(
                new ItemId(UsageFixtures.PRODUCT + "-" + digits),
                digits,
                "MPN-" + (random.nextBoolean() ? "é-" : "") + digits,
                "Item " + number,
                "unit",
                reserved ? ItemPrecision.INTEGER : all[random.nextInt(all.length)],
                type,
                reserved ? BillingPeriod.YEARLY : BillingPeriod.MONTHLY);
    }

    private static Subscription subscription(int number, Instant to, Random random) {
        List<ChainParty> parties = new ArrayList<>();
        for (int tier = 0; tier <= random.nextInt(3); tier++) {
            parties.add(new ChainParty(new AccountId("TA-" + tier), "Party " + tier));
        }
        String digits = String.format("%04d", number);
        return new Subscription(
                new SubscriptionId("AS-1000-2000-" + digits),
                "55402786" + digits,
                "uid-" + digits,
                UsageFixtures.PRODUCT,
                UsageFixtures.CONTRACT,
                UsageFixtures.HUB,
                Instant.parse("2021-01-01T00:00:00Z"),
                to,
                Map.of("tenant_id", "tenant " + digits, "region", "eu"),
                null,
                new SalesChain(parties));
    }

    String schema() {
        return catalog.schema().value();
    }

    boolean hasTiers() {
        return catalog.schema().equals(UsageFixtures.TR);
    }

    boolean hasAmounts() {
        return !catalog.schema().equals(UsageFixtures.QT);
    }

    boolean corrections() {
        return policies.negatives() == NegativePolicy.CORRECTIONS;
    }

    /** The subscriptions that are active in the period. */
    List<Subscription> active() {
        return catalog.subscriptions().stream()
                .filter(each -> each.to() == null)
                .toList();
    }

    Subscription ended() {
        return catalog.subscriptions().stream()
                .filter(each -> each.to() != null)
                .findFirst()
                .orElseThrow();
    }

    Item reserved() {
        return catalog.items().stream()
                .filter(each -> each.type() == ItemType.RESERVATION)
                .findFirst()
                .orElseThrow();
    }

    Item payPerUse() {
        return catalog.items().stream()
                .filter(each -> each.type() == ItemType.PPU)
                .findFirst()
                .orElseThrow();
    }

    /** One record that is live, one that is closed and no longer live, one that is neither. */
    InMemoryReportedRecords reported() {
        return InMemoryReportedRecords.of(
                List.of(known(LIVE, 1, true, false), known(OPEN, 2, false, false), known(CLOSED, 3, false, true)));
    }

    private static KnownRecord known(RecordKey key, int number, boolean live, boolean closed) {
        return new KnownRecord(
                UsageFixtures.PRODUCT, UsageFixtures.CONTRACT, key, UsageRecordId.of(FORMER, number), live, closed);
    }
}
