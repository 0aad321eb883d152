package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.testkit.UsageFixtures.TR;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.usageflow.model.RowCounts;
import org.usageflow.model.Tier;
import org.usageflow.policy.AcceptancePolicy;
import org.usageflow.problem.Problem;

/** Totals are over the rows that no error is reported for, each group's quantity once (rules §6.1, §6.4). */
class TierTotalsProperties {

    record Line(String group, int tier, int quantity, int amount, int id, boolean seats) {

        GivenRow row() {
            GivenRow row = GivenRow.tier("R-" + id, tier, Integer.toString(amount))
                    .with("quantity", Integer.toString(quantity))
                    .with("v.group", group);
            return seats ? row.ofSeats() : row;
        }
    }

    @Provide
    Arbitrary<List<Line>> files() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(5, 5, 5, 6),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.of(false, false, false, true))
                .as(Line::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(14);
    }

    @Property(tries = 250)
    void totals_are_those_of_the_rows_without_an_error(@ForAll("files") List<Line> file) {
        ValidationReport report = Bench.of(TR)
                .policies(policies -> policies.with(AcceptancePolicy.PARTIAL))
                .judge(GivenUpload.records(file.stream().map(Line::row).toArray(GivenRow[]::new)));

        Set<Long> invalid = report.problems().stream()
                .filter(Problem::isError)
                .map(problem -> problem.place().row())
                .collect(Collectors.toSet());
        List<Line> valid = valid(file, invalid);
        assertThat(report.rows()).isEqualTo(new RowCounts(file.size(), valid.size(), invalid.size(), invalid.size()));
        assertThat(report.totals().quantity()).isEqualByComparingTo(quantity(valid));
        assertThat(report.totals().amountByTier()).isEqualTo(amounts(valid));
        assertThat(report.problemCount()).isEqualTo(report.problems().size());
        assertThat(report.countByCode())
                .isEqualTo(report.problems().stream()
                        .collect(Collectors.groupingBy(Problem::code, Collectors.counting())));
    }

    private static List<Line> valid(List<Line> file, Set<Long> invalid) {
        var valid = new ArrayList<Line>();
        for (int i = 0; i < file.size(); i++) {
            if (!invalid.contains(i + 2L)) {
                valid.add(file.get(i));
            }
        }
        return valid;
    }

    private static BigDecimal quantity(List<Line> valid) {
        int sum = 0;
        var ofGroup = new HashMap<String, Integer>();
        for (Line line : valid) {
            if (line.seats()) {
                sum += line.quantity();
            } else {
                ofGroup.putIfAbsent(line.group(), line.quantity());
            }
        }
        return BigDecimal.valueOf(
                sum + ofGroup.values().stream().mapToInt(Integer::intValue).sum());
    }

    private static Map<Tier, BigDecimal> amounts(List<Line> valid) {
        Map<Tier, BigDecimal> amounts = new TreeMap<>();
        valid.stream()
                .filter(line -> !line.seats())
                .forEach(line ->
                        amounts.merge(new Tier(line.tier()), BigDecimal.valueOf(line.amount()), BigDecimal::add));
        return amounts;
    }
}
