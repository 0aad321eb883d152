package org.usageflow.verification.flow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.Columns;
import org.usageflow.verification.flow.Draft.Line;

/** Faults of the groups of schema TR. */
@SuppressWarnings("ImmutableEnumChecker") // a fault is immutable
enum TierInjection implements Injection {
    TIER_ABOVE_THE_BUYER(
            ProblemCode.TIER_OUT_OF_CHAIN,
            Carrier.ALL,
            site -> site.error(
                    site.line(line -> line.tier != null), Columns.TIER, site.any(Cell.number("4"), Cell.text("999"))),
            Trait.TR),
    TIER_LEFT_OUT(
            ProblemCode.TIER_MISSING,
            Carrier.ALL,
            site -> {
                Line gone =
                        site.line(line -> line.tier != null && group(site, line).size() > line.tier + 1);
                site.draft.lines.remove(gone);
                site.error(group(site, gone).get(0), Columns.TIER);
            },
            Trait.TR),
    TIER_TWICE(
            ProblemCode.TIER_DUPLICATE,
            Carrier.ALL,
            site -> {
                Line copy = site.line(line -> line.tier != null).copy();
                copy.cells.put(site.column(Columns.RECORD_ID), Cell.text("copy"));
                site.draft.lines.add(copy);
                site.error(copy, Columns.TIER);
            },
            Trait.TR),
    HIGHEST_TIER_AS_A_LOWER_ONE(
            ProblemCode.TIER_DUPLICATE,
            Carrier.ALL,
            site -> {
                Line highest = site.line(line ->
                        line.tier != null && line.tier > 0 && group(site, line).size() == line.tier + 1);
                int lower = site.random.nextInt(highest.tier);
                List<Line> group = group(site, highest);
                Line other = group.stream()
                        .filter(line -> line.tier == lower)
                        .findFirst()
                        .orElseThrow();
                highest.tier = lower;
                highest.cells.put(site.column(Columns.TIER), Cell.number(Integer.toString(lower)));
                highest.cells.put(site.column(Columns.AMOUNT), site.cell(other, Columns.AMOUNT));
                highest.amount = other.amount;
                site.error(group.indexOf(highest) > group.indexOf(other) ? highest : other, Columns.TIER);
            },
            Trait.TR),
    QUANTITY_OF_ONE_TIER_DIFFERS(
            ProblemCode.TIER_QUANTITY_DIFFERS,
            Carrier.ALL,
            site -> {
                Line line =
                        site.line(each -> each.tier != null && group(site, each).size() > 1);
                List<Line> group = group(site, line);
                line.quantity = BigDecimal.valueOf(7_000_000);
                line.cells.put(site.column(Columns.QUANTITY), Cell.number("7000000"));
                // The first quantity counts
                group.stream()
                        .skip(1)
                        .filter(each -> group.get(0) == line || each == line)
                        .forEach(each -> site.error(each, Columns.QUANTITY));
            },
            Trait.TR),
    TIER_PAYS_MORE_THAN_IT_SELLS_FOR(
            ProblemCode.TIER_MARGIN_NEGATIVE,
            Carrier.ALL,
            site -> {
                Line line = site.line(each -> each.tier != null && each.tier > 0);
                line.amount = new BigDecimal("10000.01");
                line.cells.put(site.column(Columns.AMOUNT), Cell.number("10000.01"));
                site.warning(line, Columns.AMOUNT);
            },
            Trait.TR);

    private final Fault fault;

    TierInjection(ProblemCode code, Set<Carrier> carriers, Consumer<Site> injecting, Trait... traits) {
        this.fault = new Fault(code, carriers, injecting, Set.of(traits));
    }

    @Override
    public Fault fault() {
        return fault;
    }

    /** The rows of the same consumption, in the order of the file. */
    private static List<Line> group(Site site, Line line) {
        return site.draft.lines.stream()
                .filter(each -> each.consumption == line.consumption)
                .toList();
    }
}
