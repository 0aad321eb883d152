package org.usageflow.core.schema;

import java.util.Map;
import java.util.Set;
import org.usageflow.model.ItemType;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.Columns;
import org.usageflow.schema.Findings;
import org.usageflow.schema.RecordRule;
import org.usageflow.schema.RecordView;

/** A number that rows of pay-per-use items must have, and rows of reservation items must not: they are never billed. */
record ForPayPerUseOnly(String column) implements RecordRule {

    @Override
    public Set<String> inputs() {
        return Set.of(Columns.ITEM_SEARCH_CRITERIA, Columns.ITEM_SEARCH_VALUE, column);
    }

    @Override
    public void check(RecordView row, Findings findings) {
        ItemType type = row.itemType();
        boolean blank = row.decimal(column) == null;
        if (type == ItemType.PPU && blank) {
            findings.report(ProblemCode.VALUE_REQUIRED, column, Map.of("column", column));
        } else if (type == ItemType.RESERVATION && !blank) {
            findings.report(
                    ProblemCode.VALUE_UNEXPECTED,
                    column,
                    Map.of("reason", "usage of reservation items is never billed"));
        }
    }
}
