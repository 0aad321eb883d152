package org.usageflow.core;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.judge.Judge;
import org.usageflow.core.internal.judge.JudgeContext;
import org.usageflow.core.internal.judge.ProblemCollector;
import org.usageflow.core.internal.judge.Totals;
import org.usageflow.model.RowCounts;
import org.usageflow.model.Tier;
import org.usageflow.model.UsageTotals;
import org.usageflow.schema.Visibility.PriceOf;

/** Makes reports of what a judge found. */
final class ValidationReports {

    private ValidationReports() {}

    /** Of an upload that was not looked into. */
    static ValidationReport unread(ProblemCollector problems, @Nullable String sha256) {
        var totals = new UsageTotals(BigDecimal.ZERO, null, null, Map.of());
        return new ValidationReport(
                false, new RowCounts(0, 0, 0, 0), totals, sha256, problems.total(), problems.counts(), problems.kept());
    }

    static ValidationReport of(Judge judge, ProblemCollector problems, JudgeContext context, @Nullable String sha256) {
        long read = judge.rowsRead();
        long invalid = judge.rowsInvalid();
        boolean goesOn = problems.fileErrors() == 0
                && !judge.isFaulty()
                && context.policies().acceptance().letsGoOn(invalid, read);
        return new ValidationReport(
                goesOn,
                new RowCounts(read, read - invalid, invalid, goesOn ? invalid : 0),
                totals(judge, context),
                sha256,
                problems.total(),
                problems.counts(),
                problems.kept());
    }

    private static UsageTotals totals(Judge judge, JudgeContext context) {
        BigDecimal quantity = canonical(judge.totals().quantity());
        if (context.currency() == null) {
            return new UsageTotals(quantity, null, null, Map.of());
        }
        if (!context.schema().visibility().amounts().containsValue(PriceOf.TIER_OF_ROW)) {
            BigDecimal sum = BigDecimal.ZERO;
            for (BigDecimal each : judge.totals().amounts().values()) {
                sum = sum.add(each);
            }
            return new UsageTotals(quantity, context.currency(), canonical(sum), Map.of());
        }
        var byTier = new TreeMap<Tier, BigDecimal>();
        BigDecimal withoutTier = null;
        for (Map.Entry<Integer, BigDecimal> each : judge.totals().amounts().entrySet()) {
            if (each.getKey() == Totals.NO_TIER) {
                withoutTier = canonical(each.getValue());
            } else {
                byTier.put(new Tier(each.getKey()), canonical(each.getValue()));
            }
        }
        return new UsageTotals(quantity, context.currency(), withoutTier, byTier);
    }

    private static BigDecimal canonical(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
