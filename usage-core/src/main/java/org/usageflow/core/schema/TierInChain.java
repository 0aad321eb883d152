package org.usageflow.core.schema;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.usageflow.model.Subscription;
import org.usageflow.model.Tier;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.Columns;
import org.usageflow.schema.Findings;
import org.usageflow.schema.RecordRule;
import org.usageflow.schema.RecordView;

/** The tier must exist in the subscription's chain, the contract's buyer included. */
record TierInChain() implements RecordRule {

    @Override
    public Set<String> inputs() {
        return Set.of(Columns.ASSET_SEARCH_CRITERIA, Columns.ASSET_SEARCH_VALUE, Columns.TIER);
    }

    @Override
    public void check(RecordView row, Findings findings) {
        BigDecimal tier = row.decimal(Columns.TIER);
        Subscription subscription = row.subscription();
        if (tier != null && subscription != null && !subscription.chain().contains(new Tier(tier.intValueExact()))) {
            Tier highest = subscription.chain().buyerTier();
            findings.report(ProblemCode.TIER_OUT_OF_CHAIN, Columns.TIER, Map.of("highest", highest.toString()));
        }
    }
}
