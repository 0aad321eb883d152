package org.usageflow.core.internal.processed;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.processed.RowOutcome.Figures;
import org.usageflow.core.internal.processed.RowOutcome.ItemFacts;
import org.usageflow.core.internal.processed.RowOutcome.SubscriptionFacts;
import org.usageflow.core.internal.spill.Bytes;
import org.usageflow.model.Tier;

/** Writes outcomes of rows without records to bytes, and reads them. */
final class OutcomeBytes {

    private static final int NO_TIER = 0xFFFF;

    private OutcomeBytes() {}

    static void write(RowOutcome outcome, Bytes out) {
        out.putLong(outcome.position()).putText(outcome.status());
        write(outcome.item(), out);
        write(outcome.subscription(), out);
        write(outcome.figures(), out);
    }

    private static void write(@Nullable ItemFacts item, Bytes out) {
        out.put(item == null ? 0 : 1);
        if (item != null) {
            out.putText(item.id()).putText(item.mpn()).putText(item.name());
            out.putText(item.type()).putText(item.unit()).putText(item.period());
        }
    }

    private static void write(@Nullable SubscriptionFacts facts, Bytes out) {
        out.put(facts == null ? 0 : 1);
        if (facts != null) {
            out.putText(facts.id()).putText(facts.externalId()).putText(facts.reconId());
            out.putText(facts.customerId()).putText(facts.customerName());
        }
    }

    private static void write(@Nullable Figures figures, Bytes out) {
        out.put(figures == null ? 0 : 1);
        if (figures != null) {
            Tier tier = figures.tier();
            out.putDecimal(figures.quantity()).putDecimal(figures.amount());
            out.putShort(tier == null ? NO_TIER : tier.level()).putLong(figures.group());
        }
    }

    static RowOutcome read(Bytes in) {
        return new RowOutcome(in.getLong(), present(in.getText()), null, item(in), subscription(in), null, figures(in));
    }

    private static @Nullable ItemFacts item(Bytes in) {
        if (in.get() == 0) {
            return null;
        }
        return new ItemFacts(
                in.getText(),
                present(in.getText()),
                present(in.getText()),
                present(in.getText()),
                present(in.getText()),
                present(in.getText()));
    }

    private static @Nullable SubscriptionFacts subscription(Bytes in) {
        if (in.get() == 0) {
            return null;
        }
        return new SubscriptionFacts(
                present(in.getText()), in.getText(), in.getText(), present(in.getText()), present(in.getText()));
    }

    private static @Nullable Figures figures(Bytes in) {
        if (in.get() == 0) {
            return null;
        }
        BigDecimal quantity = present(in.getDecimal());
        BigDecimal amount = in.getDecimal();
        int tier = in.getShort();
        return new Figures(quantity, amount, tier == NO_TIER ? null : new Tier(tier), in.getLong());
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value, "a value that was written");
    }
}
