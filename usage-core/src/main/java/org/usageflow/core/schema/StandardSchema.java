package org.usageflow.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.usageflow.model.Capabilities;
import org.usageflow.model.SchemaCode;
import org.usageflow.policy.Policies;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.ColumnUse;
import org.usageflow.schema.Columns;
import org.usageflow.schema.FileRule;
import org.usageflow.schema.KeyPart;
import org.usageflow.schema.RecordRule;
import org.usageflow.schema.ReportingSchema;
import org.usageflow.schema.Visibility;

/**
 * What the four have in common: amounts follow from the visibility, tiers are told.
 *
 * @param tiers whether each row names the tier whose total it reports
 */
record StandardSchema(
        SchemaCode code, String name, boolean tiers, FileRule fileRule, Set<KeyPart> ratingKey, Visibility visibility)
        implements ReportingSchema {

    private boolean amounts() {
        return !visibility.amounts().isEmpty();
    }

    @Override
    public ColumnSet columns(Capabilities capabilities) {
        ColumnSet columns = ColumnSet.standard(capabilities);
        if (amounts()) {
            columns = columns.use(Columns.AMOUNT, ColumnUse.EXPECTED);
        }
        return tiers ? columns.use(Columns.TIER, ColumnUse.EXPECTED) : columns;
    }

    @Override
    public List<RecordRule> recordRules(Policies policies) {
        var rules = new ArrayList<RecordRule>();
        if (amounts()) {
            rules.add(new ForPayPerUseOnly(Columns.AMOUNT));
        }
        if (tiers) {
            rules.add(new ForPayPerUseOnly(Columns.TIER));
            rules.add(new TierInChain());
        }
        return List.copyOf(rules);
    }
}
