package org.usageflow.testkit.schema;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.usageflow.model.Capabilities;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.Tier;
import org.usageflow.policy.Policies;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.ColumnUse;
import org.usageflow.schema.Columns;
import org.usageflow.schema.FileRule;
import org.usageflow.schema.Findings;
import org.usageflow.schema.GroupFindings;
import org.usageflow.schema.GroupJudge;
import org.usageflow.schema.GroupRow;
import org.usageflow.schema.KeyPart;
import org.usageflow.schema.RecordRule;
import org.usageflow.schema.RecordView;
import org.usageflow.schema.ReportingSchema;
import org.usageflow.schema.Visibility;

/** A schema of amounts and tiers for the contract's own tests, sound unless a subclass spoils it. */
class PlainSchema implements ReportingSchema {

    private static final Set<KeyPart> KEY = EnumSet.of(KeyPart.ITEM, KeyPart.SUBSCRIPTION);

    @Override
    public SchemaCode code() {
        return new SchemaCode("PLAIN");
    }

    @Override
    public String name() {
        return "Plain";
    }

    @Override
    public ColumnSet columns(Capabilities capabilities) {
        return ColumnSet.standard(capabilities)
                .use(Columns.AMOUNT, ColumnUse.EXPECTED)
                .use(Columns.TIER, ColumnUse.EXPECTED);
    }

    @Override
    public List<RecordRule> recordRules(Policies policies) {
        return List.of(new AmountNeeded());
    }

    @Override
    public FileRule fileRule() {
        return new Groups();
    }

    @Override
    public Set<KeyPart> ratingKey() {
        return KEY;
    }

    @Override
    public Visibility visibility() {
        return Visibility.of(Visibility.PriceOf.TIER_OF_ROW);
    }

    /** An amount that is blank or negative. */
    static class AmountNeeded implements RecordRule {
        @Override
        public Set<String> inputs() {
            return Set.of(Columns.AMOUNT);
        }

        @Override
        public void check(RecordView row, Findings findings) {
            BigDecimal amount = row.decimal(Columns.AMOUNT);
            if (amount == null) {
                findings.report(ProblemCode.VALUE_REQUIRED, Columns.AMOUNT, Map.of());
            } else if (amount.signum() < 0) {
                findings.report(ProblemCode.RECORD_NEGATIVE, Columns.AMOUNT, Map.of());
            }
        }
    }

    static class Groups implements FileRule {
        @Override
        public Set<KeyPart> key() {
            return KEY;
        }

        @Override
        public boolean groups(RecordView row) {
            return row.item() != null;
        }

        @Override
        public GroupJudge judge(Policies policies) {
            return new Judge(new HashSet<>());
        }
    }

    /** A tier twice. */
    static class Judge implements GroupJudge {
        private final Set<Tier> seen;

        Judge(Set<Tier> seen) {
            this.seen = seen;
        }

        @Override
        public void begin() {
            seen.clear();
        }

        @Override
        public void row(GroupRow row, GroupFindings findings) {
            Tier tier = row.tier();
            if (tier != null && !seen.add(tier)) {
                findings.report(
                        row, ProblemCode.TIER_DUPLICATE, ProblemCode.TIER_DUPLICATE.severity(), Columns.TIER, Map.of());
            }
        }

        @Override
        public void end(GroupFindings findings) {}
    }
}
