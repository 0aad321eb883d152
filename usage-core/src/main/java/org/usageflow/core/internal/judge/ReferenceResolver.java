package org.usageflow.core.internal.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.Item;
import org.usageflow.model.ItemCriterion;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.RecordKey;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionCriterion;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.policy.NegativePolicy;
import org.usageflow.policy.RecordIdReuse;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.reference.ReportedRecords;

/**
 * Finds what the rows of a batch refer to, in one call of each kind for the whole batch, and reports what is not found.
 *
 * <p>Source: rules §3.1, §6.3.
 */
final class ReferenceResolver {

    private final JudgeContext context;
    private final Layout layout;
    private final RowReporter reporter;
    private final LookupCache<ItemSearch, Item> items;
    private final LookupCache<SubscriptionSearch, List<Subscription>> subscriptions;
    private final int[] dynamicSlots;

    // Most rows search as the row before.
    private @Nullable ItemSearch lastItem;
    private @Nullable SubscriptionSearch lastSubscription;
    private @Nullable String lastItemCriteria;
    private @Nullable ItemCriterion itemCriterion;
    private @Nullable String lastAssetCriteria;
    private @Nullable SubscriptionCriterion assetCriterion;

    ReferenceResolver(JudgeContext context, Layout layout, RowReporter reporter) {
        this.context = context;
        this.layout = layout;
        this.reporter = reporter;
        this.items = new LookupCache<>(searches -> context.items().findItems(context.product(), searches));
        this.subscriptions = new LookupCache<>(
                searches -> context.subscriptions().findSubscriptions(context.product(), context.contract(), searches));
        this.dynamicSlots = new int[] {layout.itemName, layout.itemMpn, layout.itemUnit, layout.itemPrecision};
    }

    /** Notes what a row just read refers to. */
    void note(RowState row) {
        String itemValue = row.textAt(layout.itemValue);
        ItemCriterion byItem = itemCriterion(row.textAt(layout.itemCriteria));
        if (itemValue != null && byItem != null) {
            row.itemSearch = itemSearch(byItem, itemValue);
            items.want(row.itemSearch);
        }
        SubscriptionCriterion byAsset = assetCriterion(row);
        String assetValue = row.textAt(layout.assetValue);
        if (assetValue != null && byAsset != null) {
            row.subscriptionSearch = subscriptionSearch(byAsset, assetValue);
            subscriptions.want(row.subscriptionSearch);
        }
    }

    private @Nullable ItemCriterion itemCriterion(@Nullable String text) {
        if (text != null && !text.equals(lastItemCriteria)) {
            lastItemCriteria = text;
            itemCriterion = ItemCriterion.parse(text).orElse(null);
        }
        return text == null ? null : itemCriterion;
    }

    private @Nullable SubscriptionCriterion assetCriterion(RowState row) {
        String text = row.textAt(layout.assetCriteria);
        if (text == null) {
            return null;
        }
        if (!text.equals(lastAssetCriteria)) {
            lastAssetCriteria = text;
            assetCriterion = SubscriptionCriterion.parse(text).orElse(null);
        }
        if (assetCriterion == null) {
            reporter.error(
                    row,
                    ProblemCode.VALUE_NOT_ALLOWED,
                    layout.assetCriteria,
                    Map.of("expected", "asset.id, asset.external_id, asset.external_uid or parameter.<parameter id>"));
        }
        return assetCriterion;
    }

    private ItemSearch itemSearch(ItemCriterion criterion, String value) {
        ItemSearch last = lastItem;
        if (last == null || last.criterion() != criterion || !last.value().equals(value)) {
            last = new ItemSearch(criterion, value);
            lastItem = last;
        }
        return last;
    }

    private SubscriptionSearch subscriptionSearch(SubscriptionCriterion criterion, String value) {
        SubscriptionSearch last = lastSubscription;
        if (last == null || !last.criterion().equals(criterion) || !last.value().equals(value)) {
            last = new SubscriptionSearch(criterion, value);
            lastSubscription = last;
        }
        return last;
    }

    /** Finds what the noted rows refer to. */
    void resolve(RowState[] rows, int count) {
        items.fetch();
        subscriptions.fetch();
        for (int i = 0; i < count; i++) {
            resolveItem(rows[i]);
            resolveSubscription(rows[i]);
        }
        ReportedRecords reported = context.reported();
        if (reported != null) {
            checkReported(reported, rows, count);
        }
    }

    private void resolveItem(RowState row) {
        ItemSearch search = row.itemSearch;
        if (search == null) {
            return;
        }
        Item item = items.find(search);
        if (item == null) {
            if (!describesItem(row)) {
                reporter.error(
                        row,
                        ProblemCode.ITEM_UNKNOWN,
                        layout.itemValue,
                        Map.of("criteria", search.criterion().code()));
            }
        } else if (context.capabilities().allow(item.type())) {
            row.item = item;
        } else {
            reporter.error(
                    row,
                    ProblemCode.ITEM_TYPE_NOT_REPORTABLE,
                    layout.itemValue,
                    Map.of("type", item.type().code()));
        }
    }

    /** Whether the row describes a dynamic item, fully or not; what it lacks is reported. */
    private boolean describesItem(RowState row) {
        boolean described = context.capabilities().dynamicItems()
                && (!row.isBlank(layout.itemMpn) || !row.isBlank(layout.itemPrecision));
        if (!described) {
            return false;
        }
        boolean complete = true;
        for (int slot : dynamicSlots) {
            if (row.isBlank(slot)) {
                reporter.error(row, ProblemCode.ITEM_DYNAMIC_INCOMPLETE, slot, Map.of("column", layout.names[slot]));
            }
            complete &= row.isValid(slot);
        }
        DynamicItem item = complete ? dynamicItem(row) : null;
        if (item == null) {
            row.fail(layout.itemValue);
        }
        row.dynamicItem = item;
        return true;
    }

    private @Nullable DynamicItem dynamicItem(RowState row) {
        String name = row.textAt(layout.itemName);
        String mpn = row.textAt(layout.itemMpn);
        String unit = row.textAt(layout.itemUnit);
        String precision = row.textAt(layout.itemPrecision);
        if (name == null || mpn == null || unit == null || precision == null) {
            return null;
        }
        Optional<ItemPrecision> parsed = ItemPrecision.parse(precision);
        if (parsed.isEmpty()) {
            reporter.error(
                    row,
                    ProblemCode.VALUE_NOT_ALLOWED,
                    layout.itemPrecision,
                    Map.of("expected", "integer, decimal(1), decimal(2), decimal(4) or decimal(8)"));
            return null;
        }
        return new DynamicItem(name, mpn, unit, parsed.get());
    }

    private void resolveSubscription(RowState row) {
        SubscriptionSearch search = row.subscriptionSearch;
        if (search == null) {
            return;
        }
        List<Subscription> found = subscriptions.find(search);
        if (found == null || found.isEmpty()) {
            unmatched(row, ProblemCode.ASSET_UNKNOWN, search);
        } else if (found.size() > 1) {
            unmatched(row, ProblemCode.ASSET_AMBIGUOUS, search);
        } else {
            row.subscription = found.get(0);
        }
    }

    private void unmatched(RowState row, ProblemCode code, SubscriptionSearch search) {
        reporter.error(
                row,
                code,
                layout.assetValue,
                Map.of("criteria", search.criterion().code()));
    }

    private void checkReported(ReportedRecords reported, RowState[] rows, int count) {
        var keys = new HashSet<RecordKey>();
        var corrected = new HashSet<String>();
        for (int i = 0; i < count; i++) {
            String key = row(rows[i], layout.recordId);
            if (key != null && context.policies().recordIdReuse() == RecordIdReuse.REFUSE) {
                keys.add(new RecordKey(key));
            }
            String corrects = row(rows[i], layout.corrects);
            if (corrects != null && context.policies().negatives() == NegativePolicy.CORRECTIONS) {
                corrected.add(corrects);
            }
        }
        Set<RecordKey> live =
                keys.isEmpty() ? Set.of() : reported.findLive(context.product(), context.contract(), keys);
        Map<String, Boolean> closed =
                corrected.isEmpty() ? Map.of() : reported.findClosed(context.product(), context.contract(), corrected);
        for (int i = 0; i < count; i++) {
            checkReported(rows[i], live, closed, corrected);
        }
    }

    private static @Nullable String row(RowState row, int slot) {
        return row.textAt(slot);
    }

    private void checkReported(RowState row, Set<RecordKey> live, Map<String, Boolean> closed, Set<String> asked) {
        String key = row.textAt(layout.recordId);
        if (key != null && !live.isEmpty() && live.contains(new RecordKey(key))) {
            reporter.error(row, ProblemCode.RECORD_ID_ALREADY_REPORTED, layout.recordId, Map.of());
        }
        String corrects = row.textAt(layout.corrects);
        if (corrects == null || !asked.contains(corrects)) {
            return;
        }
        Boolean isClosed = closed.get(corrects);
        if (isClosed == null) {
            reporter.error(row, ProblemCode.RECORD_CORRECTS_UNKNOWN, layout.corrects, Map.of());
        } else if (!isClosed) {
            reporter.error(row, ProblemCode.RECORD_CORRECTS_OPEN, layout.corrects, Map.of());
        }
    }
}
