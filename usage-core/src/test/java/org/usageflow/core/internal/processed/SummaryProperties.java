package org.usageflow.core.internal.processed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.usageflow.core.internal.processed.RowOutcome.Figures;
import org.usageflow.core.internal.processed.RowOutcome.ItemFacts;
import org.usageflow.model.Tier;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;

/** Sums by item are exact however many items there are, and count a group's quantity once. */
class SummaryProperties {

    private static final int ITEMS = 2_500;

    /** What was written, by the item's id. */
    private static final class Lines implements RowWriter {
        private OutputTable table;
        private final Map<String, List<String>> byItem = new HashMap<>();

        @Override
        public void table(OutputTable begun) {
            table = begun;
        }

        @Override
        public void row(SourceRow row) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < table.columns().size(); column++) {
                cells.add(row.text(column));
            }
            assertThat(byItem.put(cells.get(0) + "/" + cells.get(1), cells)).isNull();
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
    }

    private static final class Expected {
        long records;
        BigDecimal quantity = BigDecimal.ZERO;
        final Map<Integer, BigDecimal> amounts = new HashMap<>();
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void sums_are_those_of_the_rows(@ForAll long seed) throws IOException {
        var random = new Random(seed);
        Map<String, Expected> expected = new HashMap<>();
        Set<Long> groups = new HashSet<>();
        var lines = new Lines();
        try (var summary = new Summary(null)) {
            for (int i = 0; i < 8_000; i++) {
                ItemFacts item = item(random.nextInt(ITEMS));
                // Rows of one group are of one item and quantity
                long group = random.nextBoolean() ? 0 : item.mpn().hashCode() * 4L + random.nextInt(3) + 1;
                BigDecimal quantity = BigDecimal.valueOf(group == 0 ? random.nextInt(1_000) : group & 0xFF, 2);
                Integer tier = group == 0 ? null : random.nextInt(3);
                BigDecimal amount = random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(100_000), 3);
                summary.add(
                        outcome(i, item, new Figures(quantity, amount, tier == null ? null : new Tier(tier), group)));
                Expected sum = expected.computeIfAbsent(key(item), key -> new Expected());
                sum.records++;
                if (group == 0 || groups.add(group)) {
                    sum.quantity = sum.quantity.add(quantity);
                }
                if (amount != null) {
                    sum.amounts.merge(tier == null ? -1 : tier, amount, BigDecimal::add);
                }
            }
            summary.add(new RowOutcome(9_000, RowOutcome.INVALID, null, item(1), null, null, null));

            summary.write(lines);
        }

        assertThat(lines.byItem.keySet()).isEqualTo(expected.keySet());
        expected.forEach((key, sum) -> check(lines, lines.byItem.get(key), sum));
    }

    private static ItemFacts item(int number) {
        String id = number % 10 == 0 ? null : "PRD-" + number;
        return new ItemFacts(id, "MPN-" + number, "Item " + number, "ppu", "GB", "monthly");
    }

    private static String key(ItemFacts item) {
        return (item.id() == null ? "" : item.id()) + "/" + item.mpn();
    }

    private static RowOutcome outcome(long position, ItemFacts item, Figures figures) {
        return new RowOutcome(position, RowOutcome.VALID, null, item, null, null, figures);
    }

    private static void check(Lines lines, List<String> line, Expected sum) {
        assertThat(line.get(4)).isEqualTo(Long.toString(sum.records));
        assertThat(new BigDecimal(line.get(5))).isEqualByComparingTo(sum.quantity);
        for (int column = 6; column < line.size(); column++) {
            String name = lines.table.columns().get(column).name();
            int tier = name.equals("amount") ? -1 : Integer.parseInt(name.substring("amount_tier_".length()));
            BigDecimal amount = sum.amounts.get(tier);
            if (amount == null) {
                assertThat(line.get(column)).isEmpty();
            } else {
                assertThat(new BigDecimal(line.get(column))).isEqualByComparingTo(amount);
            }
        }
    }
}
