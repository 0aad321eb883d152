package org.usageflow.core.internal.processed;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.processed.RowOutcome.Figures;
import org.usageflow.core.internal.processed.RowOutcome.ItemFacts;
import org.usageflow.core.internal.spill.Bytes;
import org.usageflow.core.internal.spill.ExternalSorter;
import org.usageflow.model.Tier;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;

/**
 * The tab {@code summary}: sums over the valid rows, item by item; of a group of rows the quantity counts once, as in the file's totals.
 *
 * <p>Sums of about {@value #MOST_HELD} items are held at a time; what goes beyond is put together on disk.
 *
 * <p>Source: rules §3, §6.4.
 */
final class Summary implements Closeable {

    private static final int MOST_HELD = 1_000;
    private static final int SUM = 0;
    private static final int GROUP = 1;

    private final ExternalSorter sorter;
    private final Map<String, ItemSum> held = new HashMap<>();
    private final TreeSet<Integer> tiers = new TreeSet<>();
    private final Bytes bytes = new Bytes();

    Summary(@Nullable Path temporary) {
        this.sorter = new ExternalSorter(temporary, ExternalSorter.DEFAULT_MEMORY);
    }

    /** Takes a row. */
    void add(RowOutcome outcome) {
        Figures figures = outcome.figures();
        ItemFacts item = outcome.item();
        if (figures == null || item == null) {
            return;
        }
        String key = key(item);
        ItemSum sum = held.get(key);
        if (sum == null) {
            if (held.size() == MOST_HELD) {
                spill();
            }
            sum = new ItemSum(item);
            held.put(key, sum);
        }
        Tier tier = figures.tier();
        int level = tier == null ? ItemSum.NO_TIER : tier.level();
        sum.records++;
        if (figures.amount() != null) {
            tiers.add(level);
            sum.addAmount(level, figures.amount());
        }
        if (figures.group() == 0) {
            sum.addQuantity(figures.quantity());
        } else {
            bytes.clear().putText(key).put(GROUP).putLong(figures.group()).putLong(outcome.position());
            sorter.add(bytes.putDecimal(figures.quantity()));
        }
    }

    /** Items by id; those that rows describe come first, by part number. */
    private static String key(ItemFacts item) {
        return item.id() == null ? " " + item.mpn() : item.id() + '\n' + item.mpn();
    }

    private void spill() {
        held.forEach((key, sum) -> {
            sum.write(bytes.clear().putText(key).put(SUM));
            sorter.add(bytes);
        });
        held.clear();
    }

    /** Writes the tab. */
    void write(RowWriter out) throws IOException {
        spill();
        out.table(new OutputTable("summary", columns()));
        var lines = new Lines(out);
        ExternalSorter.Cursor cursor = sorter.cursor();
        ItemSum sum = null;
        String former = null;
        long group = 0;
        while (cursor.next()) {
            Bytes entry = cursor.entry();
            String key = entry.getText();
            if (!Objects.equals(key, former)) {
                lines.line(sum);
                sum = null;
                former = key;
                group = 0;
            }
            if (entry.get() == SUM) {
                sum = ItemSum.read(entry, sum);
            } else if (sum != null) {
                long its = entry.getLong();
                entry.getLong();
                if (its != group) {
                    group = its;
                    BigDecimal quantity = entry.getDecimal();
                    sum.addQuantity(quantity == null ? BigDecimal.ZERO : quantity);
                }
            }
        }
        lines.line(sum);
    }

    private List<OutputColumn> columns() {
        var columns = new ArrayList<OutputColumn>();
        for (String name : List.of("item_id", "item_mpn", "item_name", "item_unit")) {
            columns.add(new OutputColumn(name, true, true, 26, List.of()));
        }
        columns.add(new OutputColumn("records", false, true, 12, List.of()));
        columns.add(new OutputColumn("quantity", false, true, 20, List.of()));
        for (int tier : tiers) {
            String name = tier == ItemSum.NO_TIER ? "amount" : "amount_tier_" + tier;
            columns.add(new OutputColumn(name, false, true, 20, List.of()));
        }
        return columns;
    }

    private final class Lines {
        private final RowWriter out;
        private final SourceRow row = new SourceRow();
        private long position;

        Lines(RowWriter out) {
            this.out = out;
        }

        void line(@Nullable ItemSum sum) throws IOException {
            if (sum == null) {
                return;
            }
            row.begin(position + 2, position);
            position++;
            if (sum.id != null) {
                row.cell(0, CellKind.TEXT, sum.id);
            }
            row.cell(1, CellKind.TEXT, sum.mpn).cell(2, CellKind.TEXT, sum.name).cell(3, CellKind.TEXT, sum.unit);
            row.cell(4, CellKind.NUMBER, Long.toString(sum.records));
            row.cell(5, CellKind.NUMBER, plain(sum.quantity));
            int column = 6;
            for (int tier : tiers) {
                BigDecimal amount = sum.amounts.get(tier);
                if (amount != null) {
                    row.cell(column, CellKind.NUMBER, plain(amount));
                }
                column++;
            }
            out.row(row);
        }

        private static String plain(BigDecimal value) {
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }
    }

    @Override
    public void close() throws IOException {
        sorter.close();
    }
}
