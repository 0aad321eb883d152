package org.usageflow.verification.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.usageflow.core.ValidationReport;
import org.usageflow.model.RowCounts;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.Severity;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.verification.flow.Court.Judgement;
import org.usageflow.verification.flow.Draft.Line;
import org.usageflow.verification.flow.Site.Finding;

/** One injection into one random upload of one format: judged without the fault, then with it. */
record Trial(Injection injection, Carrier carrier, long seed) {

    private static final int PATIENCE = 300;

    /** What of a problem is compared; the words are not. */
    private record Seen(ProblemCode code, Severity severity, Place place, String value) {}

    void run() {
        var random = new Random(seed);
        for (int i = 0; i < PATIENCE; i++) {
            World world = World.random(injection.fault().traits(), random);
            Draft draft = Drafts.random(world, carrier, random);
            Written sound = carrier.write(draft, random);
            long lines = draft.lines.size();
            Totals totals = Totals.of(world, draft.lines, Set.of());
            var site = new Site(injection, world, draft, carrier, random);
            try {
                injection.fault().injecting().accept(site);
            } catch (Site.Unfit e) {
                continue;
            }
            checkSound(world, draft, sound, lines, totals);
            checkFaulty(site, carrier.write(draft, random));
            return;
        }
        throw new AssertionError(this + ": no draft has a place for the fault");
    }

    private void checkSound(World world, Draft draft, Written sound, long lines, Totals totals) {
        Judgement judged = Court.judge(world, sound, draft.delimiter, UploadLimits.DEFAULTS);
        ValidationReport report = judged.report();
        Supplier<String> what =
                () -> this + ", without the fault:\n" + new String(sound.content(), StandardCharsets.UTF_8);
        assertThat(report.problems()).as(what).isEmpty();
        assertThat(report.problemCount()).as(what).isZero();
        assertThat(report.isValid()).as(what).isTrue();
        assertThat(report.rows()).as(what).isEqualTo(new RowCounts(lines, lines, 0, 0));
        assertThat((long) judged.records().size()).as(what).isEqualTo(lines);
        assertThat(Totals.of(report)).as(what).isEqualTo(totals);
    }

    private void checkFaulty(Site site, Written written) {
        Draft draft = site.draft;
        ValidationReport report =
                Court.judge(site.world, written, draft.delimiter, site.limits).report();
        Supplier<String> what = () -> this + ", " + site.world.schema() + ":\n" + draft.describe();
        List<Finding> findings = site.findings.stream()
                .sorted(Comparator.comparingInt((Finding each) -> draft.lines.indexOf(each.line()))
                        .thenComparingInt(each -> draft.heads.indexOf(each.head())))
                .toList();
        List<Problem> problems = report.problems();
        assertThat(problems).as(what).hasSize(findings.size());
        for (int i = 0; i < problems.size(); i++) {
            check(site, written, findings.get(i), problems.get(i), what);
        }
        assertThat(report.problemCount()).as(what).isEqualTo(findings.size());
        assertThat(report.countByCode())
                .as(what)
                .isEqualTo(Map.of(injection.fault().code(), (long) findings.size()));
        boolean errors = findings.stream().anyMatch(each -> each.severity() == Severity.ERROR);
        assertThat(report.isValid()).as(what).isEqualTo(!errors);
        long read = site.shapeless ? 0 : draft.lines.size();
        long invalid = site.shapeless ? 0 : site.invalid.size();
        assertThat(report.rows()).as(what).isEqualTo(new RowCounts(read, read - invalid, invalid, 0));
        assertThat(report.sha256()).as(what).matches("[0-9a-f]{64}");
        List<Line> counted = site.shapeless ? List.of() : draft.lines;
        assertThat(Totals.of(report)).as(what).isEqualTo(Totals.of(site.world, counted, site.invalid));
    }

    private void check(Site site, Written written, Finding finding, Problem problem, Supplier<String> what) {
        if (site.shapeless && finding.place() == null && finding.head() == null) {
            // Where in the content the reading ends is the format's to say
            assertThat(problem.code()).as(what).isEqualTo(finding.code());
            assertThat(problem.place().column()).as(what).isNull();
            assertThat(problem.place().cell()).as(what).isNull();
            return;
        }
        Place place = place(site, written, finding);
        var expected = new Seen(finding.code(), finding.severity(), place, excerpt(finding.value()));
        var seen = new Seen(problem.code(), problem.severity(), problem.place(), problem.value());
        assertThat(seen).as(what).isEqualTo(expected);
    }

    private static Place place(Site site, Written written, Finding finding) {
        Draft draft = site.draft;
        if (finding.line() != null) {
            return written.places()
                    .cell(draft.lines.indexOf(finding.line()), draft.heads.indexOf(finding.head()), finding.head());
        }
        if (finding.head() != null) {
            return written.places().header(draft.heads.indexOf(finding.head()), finding.head());
        }
        return finding.place() == null ? written.places().category(draft.categories.size() - 1) : finding.place();
    }

    private static String excerpt(String value) {
        return value == null || value.length() <= 1_000 ? value : value.substring(0, 999) + "…";
    }

    /** Sums over valid rows, of a consumption's quantity once; by a sum of its own. */
    private record Totals(BigDecimal quantity, Map<Integer, BigDecimal> amounts) {

        static Totals of(World world, List<Line> lines, Set<Line> invalid) {
            BigDecimal quantity = BigDecimal.ZERO;
            Map<Integer, BigDecimal> amounts = new HashMap<>();
            Set<Integer> counted = new HashSet<>();
            for (Line line : lines) {
                if (invalid.contains(line)) {
                    continue;
                }
                if (line.tier == null || counted.add(line.consumption)) {
                    quantity = quantity.add(line.quantity);
                }
                if (line.amount != null) {
                    amounts.merge(line.tier == null ? -1 : line.tier, line.amount, BigDecimal::add);
                }
            }
            if (world.hasAmounts() && !world.hasTiers()) {
                amounts.putIfAbsent(-1, BigDecimal.ZERO);
            }
            amounts.replaceAll((tier, sum) -> canonical(sum));
            return new Totals(canonical(quantity), new TreeMap<>(amounts));
        }

        static Totals of(ValidationReport report) {
            Map<Integer, BigDecimal> amounts = new TreeMap<>();
            report.totals().amountByTier().forEach((tier, sum) -> amounts.put(tier.level(), sum));
            if (report.totals().amount() != null) {
                amounts.put(-1, report.totals().amount());
            }
            return new Totals(report.totals().quantity(), amounts);
        }

        private static BigDecimal canonical(BigDecimal value) {
            BigDecimal stripped = value.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }
}
