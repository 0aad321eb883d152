package org.usageflow.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.RecordStatus;

/**
 * A row of a usage file once it is understood: an aggregate of its own, found by its id, and tied to its file by that id.
 *
 * <p>Immutable, thread-safe. Source: rules §1, §4.2.
 *
 * @param id its id
 * @param row where the upload has it: the spreadsheet's row, or the line; null for records that were appended without a file
 * @param reported what the vendor wrote
 * @param item the item found; null where the row is in error there, or describes a dynamic item that is not registered yet
 * @param subscription the subscription found; null where the row is in error there
 * @param status where it stands
 * @param externalBillingId the billing system's id, once closed; else null
 * @param externalBillingNote the billing system's note; null for none
 * @param version for optimistic locking
 */
public record UsageRecord(
        UsageRecordId id,
        @Nullable Long row,
        ReportedRecord reported,
        @Nullable Item item,
        @Nullable SubscriptionId subscription,
        RecordStatus status,
        @Nullable String externalBillingId,
        @Nullable String externalBillingNote,
        Version version) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if it is closed without a billing id
     */
    public UsageRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(reported, "reported");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(version, "version");
        if (status == RecordStatus.CLOSED && externalBillingId == null) {
            throw new IllegalArgumentException("a closed record has a billing id: " + id);
        }
    }

    /** The file whose record this is. */
    public UsageFileId file() {
        return id.file();
    }
}
