package org.usageflow.jdbc.internal.store;

import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.Closing;
import org.usageflow.model.Item;
import org.usageflow.model.RecordKey;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.Version;

/**
 * A record as its row has it: with the numbers of its item and subscription.
 *
 * @param item the item's number; 0 for none
 * @param subscription the subscription's number; 0 for none
 */
record RecordRow(
        long file,
        UsageRecordId id,
        long position,
        @Nullable Long row,
        @Nullable RecordKey key,
        RecordStatus status,
        Version version,
        int item,
        int subscription,
        @Nullable UsageRecordId successor,
        @Nullable ReportedRecord reported,
        @Nullable Closing closing) {

    UsageRecord with(@Nullable Item found, @Nullable RecordSubscription ofFound) {
        return new UsageRecord(id, position, row, key, reported, found, ofFound, status, closing, successor, version);
    }
}
