package org.usageflow.core.internal.judge;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.spill.Bytes;

/**
 * What is kept of a row until the file is read: enough to place a problem, and to take the row out of the totals.
 *
 * <p>Written behind a key; keys end with the position, so that rows of one key come in the file's order.
 */
final class RowEntry {

    static final int NO_TIER = 0xFFFF;

    long position;
    long number;
    /** Whether the row belongs to a group, whose quantity counts once. */
    boolean grouped;

    int tier = NO_TIER;

    @Nullable
    BigDecimal quantity;

    @Nullable
    BigDecimal amount;

    void of(RowState row, Layout layout, boolean isGrouped) {
        position = row.position;
        number = row.number;
        grouped = isGrouped;
        BigDecimal level = row.decimalAt(layout.tier);
        tier = level == null ? NO_TIER : level.intValueExact();
        quantity = row.decimalAt(layout.quantity);
        amount = row.decimalAt(layout.amount);
    }

    void write(Bytes out) {
        out.putLong(position)
                .putLong(number)
                .put(grouped ? 1 : 0)
                .putShort(tier)
                .putDecimal(quantity)
                .putDecimal(amount);
    }

    void read(Bytes in) {
        position = in.getLong();
        number = in.getLong();
        grouped = in.get() == 1;
        tier = in.getShort();
        quantity = in.getDecimal();
        amount = in.getDecimal();
    }
}
