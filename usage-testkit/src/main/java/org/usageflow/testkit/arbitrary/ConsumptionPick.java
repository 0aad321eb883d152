package org.usageflow.testkit.arbitrary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.CategoryId;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.Item;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.ItemType;
import org.usageflow.model.Money;
import org.usageflow.model.Quantity;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.Subscription;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;

/**
 * Which consumption of a world, whatever world it is: numbers that are taken modulo what there is, so that no arbitrary depends on another, and all shrink by themselves.
 *
 * @param places of the item, the subscription, their searches and the category
 * @param dynamic whether the item is a dynamic one, where there are such
 * @param quantity cut to the item's precision
 * @param window of the period
 * @param amounts as many as there may be tiers
 * @param note free text; null for none
 * @param recon whether the subscription's reconciliation id is given
 * @param parameters by name
 */
record ConsumptionPick(
        List<Integer> places,
        boolean dynamic,
        BigDecimal quantity,
        WindowPick window,
        List<BigDecimal> amounts,
        @Nullable String note,
        boolean recon,
        Map<String, String> parameters) {

    private static final int ITEM = 0;
    private static final int SUBSCRIPTION = 1;
    private static final int ITEM_SEARCH = 2;
    private static final int SUBSCRIPTION_SEARCH = 3;
    private static final int CATEGORY = 4;
    private static final int PLACES = 5;
    private static final int MAX_TIERS = 4;

    private static final List<SchemaCode> WITH_AMOUNTS = List.of(UsageFixtures.PR, UsageFixtures.CR, UsageFixtures.TR);
    private static final List<String> PARAMETERS = List.of("region", "größe", "sku id");
    private static final List<DynamicItem> DYNAMIC = List.of(
            new DynamicItem("Dynamic 1", "DYN-1", "unit", ItemPrecision.INTEGER),
            new DynamicItem("Dynamic 2", "DYN-2", "GB", ItemPrecision.DECIMAL_4),
            new DynamicItem("Dynamic 3", "DYN-3", "hour", ItemPrecision.DECIMAL_8));

    static Arbitrary<ConsumptionPick> picks() {
        Arbitrary<@Nullable String> notes =
                TextArbitraries.nasty().<@Nullable String>map(note -> note).injectNull(0.6);
        Arbitrary<Map<String, String>> parameters = Arbitraries.maps(
                        Arbitraries.of(PARAMETERS), TextArbitraries.nasty())
                .ofMaxSize(2)
                .map(LinkedHashMap::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 59).list().ofSize(PLACES),
                        Arbitraries.of(false, false, false, true),
                        ValueArbitraries.decimals(Quantity.MAX_DECIMALS),
                        WindowPick.picks(),
                        ValueArbitraries.decimals(Money.MAX_DECIMALS)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(MAX_TIERS),
                        notes,
                        Arbitraries.of(false, true),
                        parameters)
                .as(ConsumptionPick::new)
                .withoutEdgeCases();
    }

    /** The consumption that this picks in the world. */
    Consumption in(CatalogWorld world, List<CategoryId> categories) {
        UsedItem used = item(world);
        Subscription subscription = pick(usable(world), SUBSCRIPTION);
        boolean billed = used.type() == ItemType.PPU && WITH_AMOUNTS.contains(world.schema());
        boolean tiered = billed && world.schema().equals(UsageFixtures.TR);
        return new Consumption(
                used,
                search(used, world),
                subscription.id(),
                pick(world.searches(subscription), SUBSCRIPTION_SEARCH),
                new Quantity(quantity.setScale(used.precision().decimals(), RoundingMode.DOWN)),
                window.in(world.period()),
                category(categories),
                new Consumption.Extras(note, recon ? subscription.reconId() : null, parameters),
                billed ? falling(tiered ? subscription.chain().buyerTier().level() + 1 : 1) : List.of(),
                tiered);
    }

    private <T> T pick(List<T> all, int place) {
        return all.get(places.get(place) % all.size());
    }

    private UsedItem item(CatalogWorld world) {
        List<Item> reportable = world.reportable();
        boolean undefined = reportable.isEmpty()
                || (dynamic && world.product().capabilities().dynamicItems());
        return undefined ? UsedItem.of(pick(DYNAMIC, ITEM)) : UsedItem.of(pick(reportable, ITEM));
    }

    private ItemSearch search(UsedItem used, CatalogWorld world) {
        Item item = used.defined();
        return item == null ? ItemSearch.byMpn(used.mpn()) : pick(world.searches(item), ITEM_SEARCH);
    }

    private static List<Subscription> usable(CatalogWorld world) {
        return world.subscriptions().stream()
                .filter(each ->
                        each.to() == null || !each.to().isBefore(world.period().endExclusive()))
                .toList();
    }

    /** None as often as each of them. */
    private @Nullable CategoryId category(List<CategoryId> categories) {
        int place = places.get(CATEGORY) % (categories.size() + 1);
        return place == 0 ? null : categories.get(place - 1);
    }

    /** Up to so many amounts, none above the one before it. */
    private List<BigDecimal> falling(int most) {
        var sorted = new ArrayList<>(amounts.subList(0, Math.min(most, amounts.size())));
        sorted.sort(Comparator.reverseOrder());
        return List.copyOf(sorted);
    }
}
