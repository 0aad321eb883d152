package org.usageflow.testkit.schema;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.Item;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.ItemType;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.UsageWindow;
import org.usageflow.schema.Columns;
import org.usageflow.schema.RecordView;
import org.usageflow.testkit.reference.CatalogWorld;

/**
 * A row as a rule sees it, for tests of rules. Immutable, thread-safe.
 */
public final class FakeRecordView implements RecordView {

    /** A row in which everything is blank. */
    public static final FakeRecordView BLANK = builder().build();

    private final Map<String, String> texts;
    private final Map<String, BigDecimal> decimals;
    private final Map<String, Instant> times;
    private final @Nullable Item item;
    private final @Nullable DynamicItem dynamicItem;
    private final @Nullable Subscription subscription;

    private FakeRecordView(Builder builder) {
        texts = Map.copyOf(builder.texts);
        decimals = Map.copyOf(builder.decimals);
        times = Map.copyOf(builder.times);
        item = builder.item;
        dynamicItem = builder.dynamicItem;
        subscription = builder.subscription;
    }

    /** Begins with a row in which everything is blank. */
    public static Builder builder() {
        return new Builder();
    }

    /** The record as a rule sees it, its item and subscription found in the world. */
    public static FakeRecordView of(ReportedRecord row, CatalogWorld world) {
        return builder().reported(row).found(row, world).build();
    }

    @Override
    public @Nullable String text(String column) {
        return texts.get(column);
    }

    @Override
    public @Nullable BigDecimal decimal(String column) {
        return decimals.get(column);
    }

    @Override
    public @Nullable Instant time(String column) {
        return times.get(column);
    }

    @Override
    public @Nullable Item item() {
        return item;
    }

    @Override
    public @Nullable ItemType itemType() {
        if (item != null) {
            return item.type();
        }
        return dynamicItem == null ? null : ItemType.PPU;
    }

    @Override
    public @Nullable ItemPrecision itemPrecision() {
        if (item != null) {
            return item.precision();
        }
        return dynamicItem == null ? null : dynamicItem.precision();
    }

    @Override
    public @Nullable Subscription subscription() {
        return subscription;
    }

    @Override
    public @Nullable UsageWindow window() {
        Instant start = times.get(Columns.START_TIME_UTC);
        Instant end = times.get(Columns.END_TIME_UTC);
        return start == null || end == null || end.isBefore(start) ? null : new UsageWindow(start, end);
    }

    /** Collects a row's values. Not thread-safe. */
    public static final class Builder {
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, BigDecimal> decimals = new HashMap<>();
        private final Map<String, Instant> times = new HashMap<>();
        private @Nullable Item item;
        private @Nullable DynamicItem dynamicItem;
        private @Nullable Subscription subscription;

        private Builder() {}

        /** The value of a column of text; null, the default, for a blank one. */
        public Builder text(String column, @Nullable String value) {
            put(texts, column, value);
            return this;
        }

        /** The value of a column of numbers; null, the default, for a blank one. */
        public Builder decimal(String column, @Nullable BigDecimal value) {
            put(decimals, column, value);
            return this;
        }

        /** The value of a column of times; null, the default, for a blank one. */
        public Builder time(String column, @Nullable Instant value) {
            put(times, column, value);
            return this;
        }

        /** The item found; none by default. */
        public Builder item(@Nullable Item found) {
            item = found;
            return this;
        }

        /** The dynamic item described; none by default. */
        public Builder dynamicItem(@Nullable DynamicItem described) {
            dynamicItem = described;
            return this;
        }

        /** The subscription found; none by default. */
        public Builder subscription(@Nullable Subscription found) {
            subscription = found;
            return this;
        }

        private static <T> void put(Map<String, T> values, String column, @Nullable T value) {
            if (value == null) {
                values.remove(column);
            } else {
                values.put(column, value);
            }
        }

        private Builder reported(ReportedRecord row) {
            row.parameters().forEach((name, value) -> text(Columns.PARAMETER_PREFIX + name, value));
            return text(Columns.RECORD_ID, row.key().value())
                    .text(Columns.RECORD_NOTE, row.note())
                    .text(Columns.ITEM_SEARCH_CRITERIA, row.item().criterion().code())
                    .text(Columns.ITEM_SEARCH_VALUE, row.item().value())
                    .text(
                            Columns.ASSET_SEARCH_CRITERIA,
                            row.subscription().criterion().code())
                    .text(Columns.ASSET_SEARCH_VALUE, row.subscription().value())
                    .text(
                            Columns.CATEGORY_ID,
                            row.category() == null ? null : row.category().value())
                    .text(Columns.ASSET_RECON_ID, row.assetReconId())
                    .text(Columns.CORRECTS_RECORD_ID, row.corrects())
                    .decimal(Columns.QUANTITY, row.quantity().value())
                    .decimal(Columns.AMOUNT, row.amount())
                    .decimal(
                            Columns.TIER,
                            row.tier() == null
                                    ? null
                                    : BigDecimal.valueOf(row.tier().level()))
                    .time(Columns.START_TIME_UTC, row.window().start())
                    .time(Columns.END_TIME_UTC, row.window().end())
                    .described(row.dynamicItem());
        }

        private Builder described(@Nullable DynamicItem described) {
            if (described == null) {
                return this;
            }
            return dynamicItem(described)
                    .text(Columns.ITEM_NAME, described.name())
                    .text(Columns.ITEM_MPN, described.mpn())
                    .text(Columns.ITEM_UNIT, described.unit())
                    .text(Columns.ITEM_PRECISION, described.precision().code());
        }

        private Builder found(ReportedRecord row, CatalogWorld world) {
            var data = world.reference();
            ItemSearch itemSearch = row.item();
            SubscriptionSearch search = row.subscription();
            item(data.findItems(world.product().id(), java.util.Set.of(itemSearch))
                    .get(itemSearch));
            List<Subscription> matches = data.findSubscriptions(
                            world.product().id(), world.contract().id(), java.util.Set.of(search))
                    .getOrDefault(search, List.of());
            return subscription(matches.size() == 1 ? matches.get(0) : null);
        }

        /** Makes the row. */
        public FakeRecordView build() {
            return new FakeRecordView(this);
        }
    }
}
