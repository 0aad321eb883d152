package org.usageflow.core.internal.processed;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.processed.RowOutcome.ItemFacts;
import org.usageflow.core.internal.spill.Bytes;

/** Sums over the rows of an item. */
final class ItemSum {

    /** The key of amounts whose rows name no tier. */
    static final int NO_TIER = -1;

    final @Nullable String id;
    final String mpn;
    final String name;
    final String unit;
    final TreeMap<Integer, BigDecimal> amounts = new TreeMap<>();
    BigDecimal quantity = BigDecimal.ZERO;
    long records;

    ItemSum(ItemFacts item) {
        this(item.id(), item.mpn(), item.name(), item.unit());
    }

    private ItemSum(@Nullable String id, String mpn, String name, String unit) {
        this.id = id;
        this.mpn = mpn;
        this.name = name;
        this.unit = unit;
    }

    void addQuantity(BigDecimal value) {
        quantity = quantity.add(value);
    }

    void addAmount(int tier, BigDecimal value) {
        amounts.merge(tier, value, BigDecimal::add);
    }

    void write(Bytes out) {
        out.putText(id).putText(mpn).putText(name).putText(unit);
        out.putLong(records).putDecimal(quantity).putShort(amounts.size());
        amounts.forEach((tier, amount) -> out.putShort(tier + 1).putDecimal(amount));
    }

    /** Reads sums and adds them to those of before, if there are any. */
    static ItemSum read(Bytes in, @Nullable ItemSum before) {
        String id = in.getText();
        ItemSum read = new ItemSum(id, present(in.getText()), present(in.getText()), present(in.getText()));
        ItemSum sum = before == null ? read : before;
        sum.records += in.getLong();
        sum.addQuantity(present(in.getDecimal()));
        int count = in.getShort();
        for (int i = 0; i < count; i++) {
            int tier = in.getShort() - 1;
            sum.addAmount(tier, present(in.getDecimal()));
        }
        return sum;
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value, "a value that was written");
    }
}
