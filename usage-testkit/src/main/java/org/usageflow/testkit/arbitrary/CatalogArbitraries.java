package org.usageflow.testkit.arbitrary;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.AccountId;
import org.usageflow.model.BillingPeriod;
import org.usageflow.model.Capabilities;
import org.usageflow.model.ChainParty;
import org.usageflow.model.Contract;
import org.usageflow.model.ContractId;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.HubId;
import org.usageflow.model.Item;
import org.usageflow.model.ItemId;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemType;
import org.usageflow.model.Listing;
import org.usageflow.model.ListingId;
import org.usageflow.model.Marketplace;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.Product;
import org.usageflow.model.ProductId;
import org.usageflow.model.SalesChain;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionId;
import org.usageflow.model.UsagePeriod;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;

/** Products and what belongs to them, up to whole worlds. */
final class CatalogArbitraries {

    private static final List<String> PARAMETERS = List.of("tenant_id", "region");
    private static final long SECONDS_PER_DAY = 86_400;

    private CatalogArbitraries() {}

    static Arbitrary<SchemaCode> schemaCodes() {
        return Arbitraries.of(UsageFixtures.QT, UsageFixtures.PR, UsageFixtures.CR, UsageFixtures.TR);
    }

    /** Pay-as-you-go in the schema, the other settings at random. */
    static Arbitrary<Capabilities> capabilities(Arbitrary<SchemaCode> schemas) {
        Arbitrary<Boolean> flags = Arbitraries.of(false, true);
        return Combinators.combine(schemas, flags, flags, flags, flags, flags)
                .as((schema, reservation, dynamic, future, late, estimates) ->
                        new Capabilities(reservation, new PayAsYouGo(schema, dynamic, future, late, estimates)));
    }

    static Arbitrary<Capabilities> capabilities() {
        return Arbitraries.oneOf(
                Arbitraries.of(Capabilities.NONE, new Capabilities(true, null)), capabilities(schemaCodes()));
    }

    static Arbitrary<SalesChain> chains() {
        return Arbitraries.integers().between(0, 3).map(resellers -> {
            var parties = new ArrayList<ChainParty>();
            parties.add(UsageFixtures.CUSTOMER);
            for (int tier = 1; tier <= resellers; tier++) {
                parties.add(new ChainParty(new AccountId("TA-" + tier + "-0001"), "Reseller at tier " + tier));
            }
            return new SalesChain(parties);
        });
    }

    /**
     * An item whose product and number are not known yet.
     *
     * @param mpn begins its part number
     * @param type reserved or paid by use
     * @param precision of a pay-per-use item
     * @param period of a reservation item
     */
    private record ItemPick(String mpn, ItemType type, ItemPrecision precision, BillingPeriod period) {

        Item in(ProductId product, int number, ItemType itsType) {
            String local = String.valueOf(10_000 + number).substring(1);
            boolean reserved = itsType == ItemType.RESERVATION;
            return new Item(
                    new ItemId(product + "-" + local),
                    local,
                    cut(mpn) + "-" + local,
                    "Item " + number,
                    "unit",
                    reserved ? ItemPrecision.INTEGER : precision,
                    itsType,
                    reserved ? period : BillingPeriod.MONTHLY);
        }
    }

    private static Arbitrary<ItemPick> itemPicks() {
        return Combinators.combine(
                        TextArbitraries.identifiers(),
                        Arbitraries.of(ItemType.PPU, ItemType.RESERVATION),
                        Arbitraries.of(ItemPrecision.class),
                        Arbitraries.of(BillingPeriod.class))
                .as(ItemPick::new);
    }

    static Arbitrary<Item> items(ProductId product) {
        return Combinators.combine(itemPicks(), Arbitraries.integers().between(1, 9_999))
                .as((pick, number) -> pick.in(product, number, pick.type()));
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= 20 ? text : text.substring(0, text.offsetByCodePoints(0, 20));
    }

    static Arbitrary<DynamicItem> dynamicItems() {
        return Combinators.combine(
                        TextArbitraries.identifiers(),
                        TextArbitraries.identifiers(),
                        TextArbitraries.identifiers(),
                        Arbitraries.of(ItemPrecision.class))
                .as(DynamicItem::new);
    }

    /**
     * A subscription whose product and number are not known yet.
     *
     * @param chain who sells it
     * @param ends whether it ends, a day after the period
     * @param named bits: whether it has an external id, and an external uid
     * @param tenant begins the value of its own parameter
     */
    private record SubscriptionPick(SalesChain chain, boolean ends, int named, String tenant) {

        /** Active from a day before the period's start, and beyond its end. */
        Subscription in(ProductId product, ContractId contract, UsagePeriod period, int number) {
            String digits = String.valueOf(10_000 + number).substring(1);
            return new Subscription(
                    new SubscriptionId("AS-0000-0000-" + digits),
                    (named & 1) == 0 ? null : "EXT-" + digits,
                    (named & 2) == 0 ? null : "UID-" + digits,
                    product,
                    contract,
                    new HubId("HB-0001-000" + (1 + number % 3)),
                    period.start().minusSeconds(SECONDS_PER_DAY),
                    ends ? period.endExclusive().plusSeconds(SECONDS_PER_DAY) : null,
                    parameters(cut(tenant) + "-" + digits, number),
                    "RECON-" + digits,
                    chain);
        }
    }

    private static Arbitrary<SubscriptionPick> subscriptionPicks() {
        return Combinators.combine(
                        chains(),
                        Arbitraries.of(false, true),
                        Arbitraries.integers().between(0, 3),
                        TextArbitraries.identifiers())
                .as(SubscriptionPick::new);
    }

    static Arbitrary<Subscription> subscriptions(ProductId product, ContractId contract, UsagePeriod period) {
        return Combinators.combine(subscriptionPicks(), Arbitraries.integers().between(1, 9_999))
                .as((pick, number) -> pick.in(product, contract, period, number));
    }

    private static Map<String, String> parameters(String tenant, int number) {
        var values = new LinkedHashMap<String, String>();
        values.put(PARAMETERS.get(0), tenant);
        values.put(PARAMETERS.get(1), number % 2 == 0 ? "eu" : "us");
        return values;
    }

    static Arbitrary<CatalogWorld> worlds(Arbitrary<SchemaCode> schemas) {
        return Combinators.combine(
                        TextArbitraries.numbered("PRD-NNN-NNN-NNN").map(ProductId::new),
                        capabilities(schemas),
                        ValueArbitraries.periods(),
                        ValueArbitraries.currencies().injectNull(0.2),
                        itemPicks().list().ofMinSize(1).ofMaxSize(5),
                        subscriptionPicks().list().ofMinSize(1).ofMaxSize(5))
                .as(CatalogArbitraries::world)
                .withoutEdgeCases();
    }

    private static CatalogWorld world(
            ProductId product,
            Capabilities capabilities,
            UsagePeriod period,
            @Nullable Currency currency,
            List<ItemPick> itemPicks,
            List<SubscriptionPick> subscriptionPicks) {
        var contract = new Contract(
                UsageFixtures.CONTRACT, "Contract", UsageFixtures.VENDOR, UsageFixtures.DISTRIBUTOR, true, true);
        var marketplace = new Marketplace(new MarketplaceId("MP-69876"), "Marketplace", currency);
        var items = new ArrayList<Item>();
        for (ItemPick pick : itemPicks) {
            // One pay-per-use item at the least, so that there is something to report
            items.add(pick.in(product, items.size() + 1, items.isEmpty() ? ItemType.PPU : pick.type()));
        }
        var subscriptions = new ArrayList<Subscription>();
        for (SubscriptionPick pick : subscriptionPicks) {
            subscriptions.add(pick.in(product, contract.id(), period, subscriptions.size() + 1));
        }
        return new CatalogWorld(
                new Product(product, "Product", UsageFixtures.VENDOR, capabilities, PARAMETERS),
                items,
                contract,
                marketplace,
                new Listing(new ListingId("LST-1"), product, contract.id(), marketplace.id(), true),
                subscriptions,
                period);
    }
}
