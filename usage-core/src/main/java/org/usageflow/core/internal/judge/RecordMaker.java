package org.usageflow.core.internal.judge;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.CategoryId;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.Tier;

/** Makes the record of a row that has no error. */
final class RecordMaker {

    private RecordMaker() {}

    static ReportedRecord record(Layout layout, RowState row) {
        String category = row.textAt(layout.category);
        BigDecimal tier = row.decimalAt(layout.tier);
        return new ReportedRecord(
                new RecordKey(present(row.textAt(layout.recordId))),
                row.textAt(layout.note),
                present(row.itemSearch),
                new Quantity(present(row.decimalAt(layout.quantity))),
                present(row.window),
                present(row.subscriptionSearch),
                category == null ? null : new CategoryId(category),
                row.decimalAt(layout.amount),
                tier == null ? null : new Tier(tier.intValueExact()),
                row.dynamicItem,
                row.textAt(layout.assetRecon),
                row.textAt(layout.corrects),
                parameters(layout, row));
    }

    private static Map<String, String> parameters(Layout layout, RowState row) {
        var parameters = new LinkedHashMap<String, String>();
        for (int slot = layout.firstParameter; slot < layout.size(); slot++) {
            String value = row.textAt(slot);
            if (value != null) {
                parameters.put(layout.names[slot].substring(2), value);
            }
        }
        return parameters;
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value, "a required value of a row without errors");
    }
}
