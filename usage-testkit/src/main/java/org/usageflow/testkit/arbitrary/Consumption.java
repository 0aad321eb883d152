package org.usageflow.testkit.arbitrary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.CategoryId;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SubscriptionId;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.Tier;
import org.usageflow.model.UsageWindow;

/**
 * What was used once: one row, or in TR a row for each tier.
 *
 * @param used the item
 * @param item how it is found
 * @param subscription whose usage
 * @param search how it is found
 * @param quantity how much
 * @param window when
 * @param category a category of the file; null for none
 * @param extras what does not matter to anybody's rules
 * @param amounts by tier from 0 upwards; a single one in PR and CR; empty where none are reported
 * @param tiered whether rows name their tiers
 */
record Consumption(
        UsedItem used,
        ItemSearch item,
        SubscriptionId subscription,
        SubscriptionSearch search,
        Quantity quantity,
        UsageWindow window,
        @Nullable CategoryId category,
        Extras extras,
        List<BigDecimal> amounts,
        boolean tiered) {

    /**
     * What does not matter to anybody's rules.
     *
     * @param note free text; null for none
     * @param reconId the subscription's reconciliation id; null for none
     * @param parameters by name
     */
    record Extras(@Nullable String note, @Nullable String reconId, Map<String, String> parameters) {}

    /** By what rows of the same consumption are told (rules §6.4). */
    record Key(
            String mpn,
            SubscriptionId subscription,
            Instant start,
            Instant end,
            @Nullable CategoryId category,
            Map<String, String> parameters) {}

    Key key() {
        return new Key(used.mpn(), subscription, window.start(), window.endExclusive(), category, extras.parameters());
    }

    /** How many rows it takes. */
    int rows() {
        return Math.max(1, amounts.size());
    }

    /** The row of that tier, or the only one. */
    ReportedRecord row(RecordKey recordKey, int tier) {
        ReportedRecord.Builder row = ReportedRecord.builder(recordKey, item, quantity, window, search)
                .note(extras.note())
                .assetReconId(extras.reconId())
                .category(category)
                .dynamicItem(used.description())
                .amount(amounts.isEmpty() ? null : amounts.get(tier))
                .tier(tiered ? new Tier(tier) : null);
        extras.parameters().forEach(row::parameter);
        return row.build();
    }
}
