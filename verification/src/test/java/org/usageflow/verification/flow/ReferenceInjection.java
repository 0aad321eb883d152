package org.usageflow.verification.flow;

import java.util.Set;
import java.util.function.Consumer;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.Columns;
import org.usageflow.verification.flow.Draft.Line;

/** Faults of what records refer to: items, subscriptions, categories. */
@SuppressWarnings("ImmutableEnumChecker") // a fault is immutable
enum ReferenceInjection implements Injection {
    ITEM_OF_NO_ID(
            ProblemCode.ITEM_UNKNOWN,
            Carrier.ALL,
            site -> site.error(
                    site.line(line -> site.draft.head(Columns.ITEM_MPN) == null
                            || site.cell(line, Columns.ITEM_MPN).isBlank()),
                    Columns.ITEM_SEARCH_VALUE,
                    site.any("MPN-NONE", "mpn-0001", "=0001", "0001 "))),
    ITEM_RESERVED(
            ProblemCode.ITEM_TYPE_NOT_REPORTABLE,
            Carrier.ALL,
            site -> item(site, site.world.reserved().id().value()),
            Trait.NO_RESERVATION),
    ITEM_PAID_BY_USE(
            ProblemCode.ITEM_TYPE_NOT_REPORTABLE,
            Carrier.ALL,
            site -> item(site, site.world.payPerUse().id().value()),
            Trait.RESERVATION_ALONE,
            Trait.QT),
    DESCRIPTION_INCOMPLETE(
            ProblemCode.ITEM_DYNAMIC_INCOMPLETE,
            Carrier.ALL,
            site -> site.error(
                    described(site),
                    site.any(Columns.ITEM_NAME, Columns.ITEM_MPN, Columns.ITEM_UNIT, Columns.ITEM_PRECISION),
                    site.any("", " ")),
            Trait.DYNAMIC),
    DESCRIPTIONS_DIFFER(
            ProblemCode.ITEM_DYNAMIC_CONFLICT,
            Carrier.ALL,
            site -> {
                Line line = described(site);
                String mpn = site.cell(line, Columns.ITEM_MPN).text();
                String column = site.any(Columns.ITEM_NAME, Columns.ITEM_UNIT);
                var same = site.draft.lines.stream()
                        .filter(each -> site.cell(each, Columns.ITEM_MPN).text().equals(mpn))
                        .toList();
                if (same.size() < 2) {
                    throw new Site.Unfit();
                }
                line.cells.put(site.column(column), Cell.text("other"));
                // The first description counts
                same.stream()
                        .skip(1)
                        .filter(each -> same.get(0) == line || each == line)
                        .forEach(each -> site.error(each, Columns.ITEM_MPN));
            },
            Trait.DYNAMIC),
    SUBSCRIPTION_OF_NO_ID(
            ProblemCode.ASSET_UNKNOWN,
            Carrier.ALL,
            site -> site.error(
                    site.line(),
                    Columns.ASSET_SEARCH_VALUE,
                    site.any("AS-0000-0000-0000", "@nobody", "as-1000-2000-0001"))),
    SUBSCRIPTION_BY_UNKNOWN_PARAMETER(ProblemCode.ASSET_UNKNOWN, Carrier.ALL, site -> {
        Line line = site.line();
        line.cells.put(site.column(Columns.ASSET_SEARCH_CRITERIA), Cell.text("parameter.none"));
        site.error(line, Columns.ASSET_SEARCH_VALUE);
    }),
    SUBSCRIPTIONS_OF_ONE_REGION(ProblemCode.ASSET_AMBIGUOUS, Carrier.ALL, site -> {
        Line line = site.line();
        line.cells.put(site.column(Columns.ASSET_SEARCH_CRITERIA), Cell.text("parameter.region"));
        site.error(line, Columns.ASSET_SEARCH_VALUE, "eu");
    }),
    SUBSCRIPTION_ENDED(ProblemCode.ASSET_NOT_ACTIVE, Carrier.ALL, site -> {
        Line line = site.line();
        line.cells.put(site.column(Columns.ASSET_SEARCH_CRITERIA), Cell.text("asset.id"));
        site.error(line, Columns.ASSET_SEARCH_VALUE, site.world.ended().id().value());
    }),
    CATEGORY_OF_NO_ID(
            ProblemCode.CATEGORY_UNKNOWN,
            Carrier.ALL,
            site -> site.error(site.line(), Columns.CATEGORY_ID, site.any("none", "Compute", "-")),
            Trait.CATEGORIES),
    CATEGORY_TWICE(
            ProblemCode.CATEGORY_DUPLICATE,
            Carrier.ALL,
            site -> {
                site.draft.categories.add(site.any("compute", "größe", "3"));
                site.elsewhere(null, site.draft.categories.get(3));
            },
            Trait.CATEGORIES);

    private final Fault fault;

    ReferenceInjection(ProblemCode code, Set<Carrier> carriers, Consumer<Site> injecting, Trait... traits) {
        this.fault = new Fault(code, carriers, injecting, Set.of(traits));
    }

    @Override
    public Fault fault() {
        return fault;
    }

    private static void item(Site site, String id) {
        Line line = site.line(each -> site.draft.head(Columns.ITEM_MPN) == null
                || site.cell(each, Columns.ITEM_MPN).isBlank());
        line.cells.put(site.column(Columns.ITEM_SEARCH_CRITERIA), Cell.text("item.global_id"));
        site.error(line, Columns.ITEM_SEARCH_VALUE, id);
    }

    private static Line described(Site site) {
        return site.line(line -> !site.cell(line, Columns.ITEM_MPN).isBlank());
    }
}
