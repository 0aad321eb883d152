package org.usageflow.core.internal.processed;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.judge.JudgedRow;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.BillingPeriod;
import org.usageflow.model.ChainParty;
import org.usageflow.model.Closing;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.Item;
import org.usageflow.model.ItemType;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.Subscription;
import org.usageflow.model.Tier;
import org.usageflow.model.UsageRecord;
import org.usageflow.schema.KeyPart;

/**
 * What came of a row, as the processed file shows it.
 *
 * @param position of the row; see {@link org.usageflow.spi.format.SourceRow#position()}
 * @param status its word
 * @param systemId the record's id; null for none
 * @param item the item; null where none was found or described
 * @param subscription the subscription; null where none was found
 * @param billing how it was closed; null until it is
 * @param figures what a valid row reports; null for a row in error
 */
public record RowOutcome(
        long position,
        String status,
        @Nullable String systemId,
        @Nullable ItemFacts item,
        @Nullable SubscriptionFacts subscription,
        @Nullable BillingFacts billing,
        @Nullable Figures figures) {

    static final String VALID = "valid";
    static final String INVALID = "invalid";
    static final String SUSPENDED = "suspended";
    /** Of names and notes, so that a row's facts stay small. */
    private static final int LONGEST = 4_000;

    /**
     * An item.
     *
     * @param id null for one that a row describes and that is not registered
     */
    public record ItemFacts(@Nullable String id, String mpn, String name, String type, String unit, String period) {}

    /** A subscription; null for what there is not. */
    public record SubscriptionFacts(
            String id,
            @Nullable String externalId,
            @Nullable String reconId,
            String customerId,
            String customerName) {}

    /** How a record was closed. */
    public record BillingFacts(String id, @Nullable String note) {}

    /**
     * What a row reports.
     *
     * @param amount null for none
     * @param tier null for none
     * @param group of rows whose quantity counts once; 0 for a row that stands for itself
     */
    public record Figures(
            BigDecimal quantity,
            @Nullable BigDecimal amount,
            @Nullable Tier tier,
            long group) {}

    /**
     * Of a record that is kept.
     *
     * @param groupKey by what the schema groups rows; empty for no groups
     */
    public static RowOutcome of(UsageRecord record, Set<KeyPart> groupKey) {
        ReportedRecord reported = record.reported();
        Item item = record.item();
        DynamicItem dynamic = reported == null ? null : reported.dynamicItem();
        RecordSubscription subscription = record.subscription();
        Closing closing = record.closing();
        boolean counts = record.status() != RecordStatus.INVALID && record.status() != RecordStatus.SUSPENDED;
        return new RowOutcome(
                record.position(),
                word(record.status()),
                record.id().value(),
                item == null ? describedOrNull(dynamic) : facts(item),
                subscription == null ? null : facts(subscription),
                closing == null
                        ? null
                        : new BillingFacts(closing.billingId(), Texts.lineOrNull(closing.note(), LONGEST)),
                counts && reported != null ? figures(reported, item, subscription, groupKey) : null);
    }

    /** Of a row just judged, as far as rows are judged one by one, without a record. */
    static RowOutcome of(JudgedRow row, Set<KeyPart> groupKey) {
        ReportedRecord reported = row.reported();
        Item item = row.item();
        Subscription found = row.subscription();
        RecordSubscription subscription = found == null ? null : RecordSubscription.of(found);
        return new RowOutcome(
                row.position(),
                row.inError() ? INVALID : VALID,
                null,
                item == null ? describedOrNull(row.dynamicItem()) : facts(item),
                subscription == null ? null : facts(subscription),
                null,
                reported == null ? null : figures(reported, item, subscription, groupKey));
    }

    /** The word of a status. */
    static String word(RecordStatus status) {
        return switch (status) {
            case VALIDATED -> VALID;
            default -> status.name().toLowerCase(Locale.ROOT);
        };
    }

    /** This outcome of a row that is in error after all. */
    RowOutcome inError(String word) {
        return new RowOutcome(position, word, systemId, item, subscription, billing, null);
    }

    private static ItemFacts facts(Item item) {
        return new ItemFacts(
                item.id().value(),
                item.mpn(),
                Texts.line(item.name(), LONGEST),
                item.type().code(),
                Texts.line(item.unit(), LONGEST),
                item.period().code());
    }

    private static @Nullable ItemFacts describedOrNull(@Nullable DynamicItem item) {
        if (item == null) {
            return null;
        }
        String type = ItemType.PPU.code();
        return new ItemFacts(null, item.mpn(), item.name(), type, item.unit(), BillingPeriod.MONTHLY.code());
    }

    private static SubscriptionFacts facts(RecordSubscription subscription) {
        ChainParty customer = subscription.chain().customer();
        return new SubscriptionFacts(
                subscription.id().value(),
                Texts.lineOrNull(subscription.externalId(), LONGEST),
                Texts.lineOrNull(subscription.reconId(), LONGEST),
                customer.id().value(),
                Texts.line(customer.name(), LONGEST));
    }

    private static Figures figures(
            ReportedRecord reported,
            @Nullable Item item,
            @Nullable RecordSubscription subscription,
            Set<KeyPart> groupKey) {
        // Rows that name no tier stand for themselves
        boolean grouped = !groupKey.isEmpty() && reported.tier() != null;
        long group = grouped ? GroupDigest.of(reported, item, subscription, groupKey) : 0;
        return new Figures(reported.quantity().value(), reported.amount(), reported.tier(), group);
    }
}
