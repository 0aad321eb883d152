package org.usageflow.testkit.store;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.Closing;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.Item;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordKey;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.Tier;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.UsageWindow;
import org.usageflow.model.Version;
import org.usageflow.testkit.UsageFixtures;

/**
 * Makes a usage record for a test. Not thread-safe.
 *
 * <p>Unless told otherwise the n-th record of a file stands at position n - 1 and row n + 1, has the key {@code R-n}, and is validated: 28 calls of {@link UsageFixtures#SUBSCRIPTION} on 8 July for
 * 12.50.
 */
public final class GivenRecord {

    private final UsageRecordId id;
    private long position;
    private @Nullable Long row;
    private @Nullable RecordKey key;
    private boolean readable = true;
    private @Nullable Item item = UsageFixtures.CALLS;
    private @Nullable RecordSubscription subscription = RecordSubscription.of(UsageFixtures.SUBSCRIPTION);
    private @Nullable BigDecimal amount = new BigDecimal("12.50");
    private @Nullable Tier tier;
    private @Nullable DynamicItem dynamicItem;
    private UsageWindow window = UsageFixtures.WINDOW_JULY_8;
    private RecordStatus status = RecordStatus.VALIDATED;
    private @Nullable UsageRecordId successor;

    GivenRecord(UsageFileId file, int number) {
        this.id = UsageRecordId.of(file, number);
        this.position = number - 1L;
        this.row = number + 1L;
        this.key = new RecordKey("R-" + number);
    }

    public GivenRecord position(long place) {
        this.position = place;
        return this;
    }

    /** The row of the upload; null for a record that was appended. */
    public GivenRecord row(@Nullable Long number) {
        this.row = number;
        return this;
    }

    /** The vendor's id; null where the row is in error there. */
    public GivenRecord key(@Nullable String text) {
        this.key = text == null ? null : new RecordKey(text);
        return this;
    }

    /** In error at every cell but the key, and so invalid; {@link #status} may make it suspended. */
    public GivenRecord inError() {
        this.readable = false;
        this.item = null;
        this.subscription = null;
        this.status = RecordStatus.INVALID;
        return this;
    }

    public GivenRecord item(@Nullable Item found) {
        this.item = found;
        return this;
    }

    public GivenRecord subscription(@Nullable RecordSubscription found) {
        this.subscription = found;
        return this;
    }

    public GivenRecord amount(@Nullable String total) {
        this.amount = total == null ? null : new BigDecimal(total);
        return this;
    }

    public GivenRecord tier(@Nullable Tier place) {
        this.tier = place;
        return this;
    }

    /** Describes an item that is not registered. */
    public GivenRecord dynamicItem(DynamicItem description) {
        this.dynamicItem = description;
        this.item = null;
        return this;
    }

    /** Used from then on, for a second. */
    public GivenRecord start(Instant time) {
        this.window = new UsageWindow(time, time.plusSeconds(1));
        return this;
    }

    /** Where it stands; a closed one is closed by {@link StoreFixtures#CLOSING}. */
    public GivenRecord status(RecordStatus now) {
        this.status = now;
        return this;
    }

    /** Recycled, and so retired. */
    public GivenRecord successor(UsageRecordId next) {
        this.successor = next;
        return this;
    }

    /** Makes the record, at its first version. */
    public UsageRecord build() {
        Closing closing = status == RecordStatus.CLOSED ? StoreFixtures.CLOSING : null;
        return new UsageRecord(
                id,
                position,
                row,
                key,
                readable ? reported() : null,
                item,
                subscription,
                status,
                closing,
                successor,
                Version.FIRST);
    }

    private ReportedRecord reported() {
        RecordKey reportedKey = key == null ? new RecordKey("R-unread") : key;
        return ReportedRecord.builder(
                        reportedKey,
                        ItemSearch.byMpn(dynamicItem == null ? UsageFixtures.CALLS.mpn() : dynamicItem.mpn()),
                        Quantity.of("28"),
                        window,
                        SubscriptionSearch.byId(UsageFixtures.SUBSCRIPTION.id().value()))
                .amount(amount)
                .tier(tier)
                .dynamicItem(dynamicItem)
                .build();
    }
}
