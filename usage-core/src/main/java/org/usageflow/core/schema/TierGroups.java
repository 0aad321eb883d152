package org.usageflow.core.schema;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.ItemType;
import org.usageflow.model.Tier;
import org.usageflow.policy.Policies;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.Severity;
import org.usageflow.schema.Columns;
import org.usageflow.schema.FileRule;
import org.usageflow.schema.GroupFindings;
import org.usageflow.schema.GroupJudge;
import org.usageflow.schema.GroupRow;
import org.usageflow.schema.KeyPart;
import org.usageflow.schema.RecordView;

/**
 * TR groups: rows of the same consumption, one for each tier from the customer to the highest reported, with the same quantity.
 *
 * <p>Source: rules §6.4.
 */
final class TierGroups implements FileRule {

    static final Set<KeyPart> KEY = Set.of(KeyPart.values());

    @Override
    public Set<KeyPart> key() {
        return KEY;
    }

    @Override
    public boolean groups(RecordView row) {
        return row.itemType() == ItemType.PPU;
    }

    @Override
    public GroupJudge judge(Policies policies) {
        return new Judge(policies.negativeMargin().severity());
    }

    private static final class Judge implements GroupJudge {
        private final Severity negativeMargin;
        private final TreeMap<Tier, GroupRow> byTier = new TreeMap<>();
        private @Nullable GroupRow first;
        private @Nullable GroupRow firstQuantity;

        Judge(Severity negativeMargin) {
            this.negativeMargin = negativeMargin;
        }

        @Override
        public void begin() {
            byTier.clear();
            first = null;
            firstQuantity = null;
        }

        @Override
        public void row(GroupRow row, GroupFindings findings) {
            first = first == null ? row : first;
            Tier tier = row.tier();
            if (tier != null) {
                GroupRow earlier = byTier.putIfAbsent(tier, row);
                if (earlier != null) {
                    findings.report(
                            row,
                            ProblemCode.TIER_DUPLICATE,
                            Severity.ERROR,
                            Columns.TIER,
                            Map.of("first", Long.toString(earlier.number())));
                }
            }
            compareQuantity(row, findings);
        }

        private void compareQuantity(GroupRow row, GroupFindings findings) {
            BigDecimal quantity = row.quantity();
            if (quantity == null) {
                return;
            }
            GroupRow reference = firstQuantity;
            if (reference == null || reference.quantity() == null) {
                firstQuantity = row;
            } else if (quantity.compareTo(reference.quantity()) != 0) {
                findings.report(
                        row,
                        ProblemCode.TIER_QUANTITY_DIFFERS,
                        Severity.ERROR,
                        Columns.QUANTITY,
                        Map.of(
                                "first", Long.toString(reference.number()),
                                "expected", reference.quantity().toPlainString()));
            }
        }

        @Override
        public void end(GroupFindings findings) {
            GroupRow start = first;
            if (start == null || byTier.isEmpty()) {
                return;
            }
            for (int level = 0; level < byTier.lastKey().level(); level++) {
                Tier tier = new Tier(level);
                if (!byTier.containsKey(tier)) {
                    findings.lacks(start, tier);
                }
            }
            byTier.forEach((tier, row) -> compareMargin(tier, row, findings));
        }

        /** Who stands at a tier buys at its total and sells at that of the tier below. */
        private void compareMargin(Tier tier, GroupRow row, GroupFindings findings) {
            GroupRow below = tier.level() == 0 ? null : byTier.get(new Tier(tier.level() - 1));
            if (below == null || below.amount() == null || row.amount() == null) {
                return;
            }
            BigDecimal margin = below.amount().subtract(row.amount());
            boolean credit = row.quantity() != null && row.quantity().signum() < 0;
            if ((credit ? margin.negate() : margin).signum() < 0) {
                findings.report(
                        row,
                        ProblemCode.TIER_MARGIN_NEGATIVE,
                        negativeMargin,
                        Columns.AMOUNT,
                        Map.of("tier", tier.toString(), "price", below.amount().toPlainString()));
            }
        }
    }
}
