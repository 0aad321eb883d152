package org.usageflow.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.RecordStatus;

/**
 * A row of a usage file, once it is judged: an aggregate of its own, found by its id, and tied to its file by that id.
 *
 * <p>Immutable, thread-safe. Source: rules §1, §4.2.
 *
 * @param id its id
 * @param position its place among the rows of the upload, or among the records appended, from 0; records of a file come in its order
 * @param row where the upload has it: the spreadsheet's row, or the line; null for records that were appended without a file
 * @param key the vendor's id of the row; null where the row is in error there
 * @param reported what the vendor wrote; null where the row of an upload is in error
 * @param item the item found; null where the row is in error there, or describes a dynamic item that is not registered yet
 * @param subscription the subscription found; null where the row is in error there
 * @param status where it stands
 * @param closing how it was closed; null until it is
 * @param successor of a suspended record: the one that its row was recycled into, which retired it; else null
 * @param version for optimistic locking
 */
public record UsageRecord(
        UsageRecordId id,
        long position,
        @Nullable Long row,
        @Nullable RecordKey key,
        @Nullable ReportedRecord reported,
        @Nullable Item item,
        @Nullable RecordSubscription subscription,
        RecordStatus status,
        @Nullable Closing closing,
        @Nullable UsageRecordId successor,
        Version version) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if it is closed without a closing or the other way round, or a record that is neither invalid nor suspended lacks what was reported
     */
    public UsageRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(version, "version");
        if ((status == RecordStatus.CLOSED) != (closing != null)) {
            throw new IllegalArgumentException("a record has a closing exactly when it is closed: " + id);
        }
        boolean inError = status == RecordStatus.INVALID || status == RecordStatus.SUSPENDED;
        if (reported == null && !inError) {
            throw new IllegalArgumentException("only a record in error lacks what was reported: " + id);
        }
    }

    /** The file whose record this is. */
    public UsageFileId file() {
        return id.file();
    }

    /** Whether it was recycled, so that another record stands for its row. */
    public boolean isRetired() {
        return successor != null;
    }

    /** This record in another status that is not closed, one version on. */
    public UsageRecord withStatus(RecordStatus next) {
        return new UsageRecord(
                id, position, row, key, reported, item, subscription, next, null, successor, version.next());
    }

    /** This record closed, one version on. */
    public UsageRecord withClosing(Closing next) {
        return new UsageRecord(
                id,
                position,
                row,
                key,
                reported,
                item,
                subscription,
                RecordStatus.CLOSED,
                next,
                successor,
                version.next());
    }

    /** This record with the item that was registered for it, one version on. */
    public UsageRecord withItem(Item registered) {
        return new UsageRecord(
                id, position, row, key, reported, registered, subscription, status, closing, successor, version.next());
    }

    /** This record retired in favour of the one that its row was recycled into, one version on. */
    public UsageRecord withSuccessor(UsageRecordId next) {
        return new UsageRecord(
                id, position, row, key, reported, item, subscription, status, closing, next, version.next());
    }

    /** This record without the personal data in it, one version on: the note, the vendor's parameters, the customer's name (which is empty then) and the closing's note. Ids stay. */
    public UsageRecord withoutPersonalData() {
        return new UsageRecord(
                id,
                position,
                row,
                key,
                reported == null ? null : reported.withoutPersonalData(),
                item,
                subscription == null ? null : subscription.withoutCustomerName(),
                status,
                closing == null ? null : closing.withoutNote(),
                successor,
                version.next());
    }

    /** Whether the record has personal data in it: what {@link #withoutPersonalData} leaves out. */
    public boolean hasPersonalData() {
        boolean reports = reported != null
                && (reported.note() != null || !reported.parameters().isEmpty());
        boolean names =
                subscription != null && !subscription.chain().customer().name().isEmpty();
        return reports || names || (closing != null && closing.note() != null);
    }

    /** This record without the amount that was reported, for a reader that may not see it; the same version. */
    public UsageRecord withoutAmount() {
        ReportedRecord masked = reported == null ? null : reported.withoutAmount();
        return new UsageRecord(id, position, row, key, masked, item, subscription, status, closing, successor, version);
    }
}
