package org.usageflow.testkit.arbitrary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.usageflow.model.CategoryId;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.testkit.reference.CatalogWorld;

/** Records that are valid in a world. */
final class RecordArbitraries {

    private static final int MAX_PREFIX = 200;

    private RecordArbitraries() {}

    /** A row that is valid alone: in TR a customer's. */
    static Arbitrary<ReportedRecord> records(CatalogWorld world) {
        return Combinators.combine(ConsumptionPick.picks(), TextArbitraries.identifiers())
                .as((pick, key) -> pick.in(world, List.of()).row(new RecordKey(key), 0))
                .withoutEdgeCases();
    }

    /** The rows of one consumption, with ids R-1, R-2, …. */
    static Arbitrary<List<ReportedRecord>> consumptionRows(CatalogWorld world) {
        return ConsumptionPick.picks().map(pick -> rows(List.of(pick.in(world, List.of())), "R", false));
    }

    /** Rows that are valid together. */
    static Arbitrary<List<ReportedRecord>> lists(CatalogWorld world, List<CategoryId> categories, int max) {
        return FilePick.picks(max).map(pick -> pick.in(world, categories));
    }

    static Arbitrary<ReportedWorld> reportedWorlds(Arbitrary<CatalogWorld> worlds, int max) {
        return Combinators.combine(worlds, FilePick.picks(max))
                .as((world, pick) -> new ReportedWorld(world, pick.in(world, List.of())))
                .withoutEdgeCases();
    }

    /**
     * Which file of a world.
     *
     * @param consumptions at least one
     * @param prefix of the records' ids
     * @param byTier whether the rows of a group stand apart
     */
    private record FilePick(List<ConsumptionPick> consumptions, String prefix, boolean byTier) {

        static Arbitrary<FilePick> picks(int maxConsumptions) {
            Arbitrary<String> prefixes = Arbitraries.frequencyOf(
                            Tuple.of(3, Arbitraries.just("R")), Tuple.of(1, TextArbitraries.identifiers()))
                    .map(prefix -> prefix.length() <= MAX_PREFIX ? prefix : "R");
            return Combinators.combine(
                            ConsumptionPick.picks().list().ofMinSize(1).ofMaxSize(maxConsumptions),
                            prefixes,
                            Arbitraries.of(false, true))
                    .as(FilePick::new)
                    .withoutEdgeCases();
        }

        List<ReportedRecord> in(CatalogWorld world, List<CategoryId> categories) {
            var seen = new HashSet<Consumption.Key>();
            List<Consumption> distinct = consumptions.stream()
                    .map(pick -> pick.in(world, categories))
                    .filter(each -> seen.add(each.key()))
                    .toList();
            return rows(distinct, prefix, byTier);
        }
    }

    private static List<ReportedRecord> rows(List<Consumption> all, String prefix, boolean byTier) {
        record Row(Consumption of, int tier) {}
        var places = new ArrayList<Row>();
        all.forEach(each -> IntStream.range(0, each.rows()).forEach(tier -> places.add(new Row(each, tier))));
        if (byTier) {
            places.sort(Comparator.comparingInt(Row::tier));
        }
        var rows = new ArrayList<ReportedRecord>();
        for (Row place : places) {
            rows.add(place.of().row(new RecordKey(prefix + "-" + (rows.size() + 1)), place.tier()));
        }
        return List.copyOf(rows);
    }
}
