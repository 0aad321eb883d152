package org.usageflow.query;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.HubId;
import org.usageflow.model.ItemId;
import org.usageflow.model.RecordKey;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.SubscriptionId;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;

/**
 * Which records of a file are wanted, in which order, from where on.
 *
 * <p>Immutable, thread-safe. Source: rules §8 (export, portals).
 *
 * @param file whose records
 * @param statuses records in one of these; empty for any
 * @param key the record of this vendor's id; null for any
 * @param item records of this item; null for any
 * @param subscription records of this subscription; null for any
 * @param hub records whose subscription is billed by this hub; null for any
 * @param sort the order
 * @param descending whether the order is turned round, ties included
 * @param after the key of the last record of the page before; null for the first page
 * @param limit how many at the most, 1 or more
 * @param counted whether the exact number of all is wanted too
 */
public record RecordQuery(
        UsageFileId file,
        Set<RecordStatus> statuses,
        @Nullable RecordKey key,
        @Nullable ItemId item,
        @Nullable SubscriptionId subscription,
        @Nullable HubId hub,
        RecordSort sort,
        boolean descending,
        @Nullable PageKey after,
        int limit,
        boolean counted) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException for a limit below 1
     */
    public RecordQuery {
        Objects.requireNonNull(file, "file");
        statuses = statuses.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(statuses));
        Objects.requireNonNull(sort, "sort");
        if (limit < 1) {
            throw new IllegalArgumentException("a page has 1 element or more: " + limit);
        }
    }

    /** All records of a file in the order of the upload, 1,000 a page, not counted. */
    public static RecordQuery of(UsageFileId file) {
        return new RecordQuery(file, Set.of(), null, null, null, null, RecordSort.POSITION, false, null, 1_000, false);
    }

    public RecordQuery in(RecordStatus first, RecordStatus... more) {
        return new RecordQuery(
                file, EnumSet.of(first, more), key, item, subscription, hub, sort, descending, after, limit, counted);
    }

    public RecordQuery ofKey(RecordKey id) {
        return new RecordQuery(file, statuses, id, item, subscription, hub, sort, descending, after, limit, counted);
    }

    public RecordQuery ofItem(ItemId id) {
        return new RecordQuery(file, statuses, key, id, subscription, hub, sort, descending, after, limit, counted);
    }

    public RecordQuery ofSubscription(SubscriptionId id) {
        return new RecordQuery(file, statuses, key, item, id, hub, sort, descending, after, limit, counted);
    }

    public RecordQuery ofHub(HubId id) {
        return new RecordQuery(file, statuses, key, item, subscription, id, sort, descending, after, limit, counted);
    }

    public RecordQuery sortedBy(RecordSort order) {
        return new RecordQuery(file, statuses, key, item, subscription, hub, order, descending, after, limit, counted);
    }

    public RecordQuery turnedRound() {
        return new RecordQuery(file, statuses, key, item, subscription, hub, sort, !descending, after, limit, counted);
    }

    public RecordQuery after(@Nullable PageKey last) {
        return new RecordQuery(file, statuses, key, item, subscription, hub, sort, descending, last, limit, counted);
    }

    public RecordQuery limit(int most) {
        return new RecordQuery(file, statuses, key, item, subscription, hub, sort, descending, after, most, counted);
    }

    public RecordQuery withCount() {
        return new RecordQuery(file, statuses, key, item, subscription, hub, sort, descending, after, limit, true);
    }

    /** Whether the filters let a record through; order and page aside. */
    public boolean accepts(UsageRecord record) {
        RecordSubscription found = record.subscription();
        return file.equals(record.file())
                && (statuses.isEmpty() || statuses.contains(record.status()))
                && (key == null || key.equals(record.key()))
                && (item == null
                        || record.item() != null && item.equals(record.item().id()))
                && (subscription == null || found != null && subscription.equals(found.id()))
                && (hub == null || found != null && hub.equals(found.hub()));
    }
}
