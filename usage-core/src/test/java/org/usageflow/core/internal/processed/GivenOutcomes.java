package org.usageflow.core.internal.processed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.usageflow.core.internal.processed.RowOutcome.BillingFacts;
import org.usageflow.core.internal.processed.RowOutcome.Figures;
import org.usageflow.core.internal.processed.RowOutcome.ItemFacts;
import org.usageflow.core.internal.processed.RowOutcome.SubscriptionFacts;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.ProblemMessages;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;

/** Outcomes that a test gives. */
final class GivenOutcomes implements Outcomes {

    static final ItemFacts ITEM = new ItemFacts("PRD-1-0001", "MPN-1", "Storage", "ppu", "GB", "monthly");
    static final SubscriptionFacts SUBSCRIPTION =
            new SubscriptionFacts("AS-1", "1001", "recon-1", "TA-1", "Cyan Clinic");

    private final List<RowOutcome> rows = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    GivenOutcomes row(long position, String status) {
        return row(position, status, null);
    }

    GivenOutcomes row(long position, String status, BillingFacts billing) {
        var figures = new Figures(BigDecimal.ONE, null, null, 0);
        rows.add(new RowOutcome(position, status, "UR-" + position, ITEM, SUBSCRIPTION, billing, figures));
        return this;
    }

    /** A row of which nothing was found. */
    GivenOutcomes bareRow(long position) {
        rows.add(new RowOutcome(position, RowOutcome.INVALID, null, null, null, null, null));
        return this;
    }

    GivenOutcomes problem(int rank, long position, int column, String name, ProblemCode code) {
        var problem = Problem.of(code, new Place(null, position + 2, name, null, null), "x", Map.of());
        var key = new ProblemKey(rank, position, column, findings.size());
        findings.add(Finding.of(new PlacedProblem(key, problem), ProblemMessages.english()));
        return this;
    }

    @Override
    public Iterator<RowOutcome> rows() {
        return rows.iterator();
    }

    @Override
    public Iterator<Finding> findings() {
        return findings.stream().sorted(Comparator.comparing(Finding::key)).iterator();
    }

    @Override
    public int width() {
        return findings.stream()
                .filter(each -> each.key().rank() == ProblemKey.RECORDS)
                .mapToInt(each -> each.key().column() + 1)
                .max()
                .orElse(0);
    }
}
