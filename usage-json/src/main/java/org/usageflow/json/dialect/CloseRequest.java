package org.usageflow.json.dialect;

import org.jspecify.annotations.Nullable;
import org.usageflow.command.CloseRecord;
import org.usageflow.model.UsageRecordId;

/**
 * An entry of a request to close many records. Null is a member that is absent.
 *
 * <p>Immutable, thread-safe. Source: rules §12, §8 (close).
 *
 * @param id which record
 * @param externalBillingId the billing system's own id
 * @param externalBillingNote free text
 */
public record CloseRequest(
        @Nullable String id,
        @Nullable String externalBillingId,
        @Nullable String externalBillingNote) {

    /**
     * The command that closes the record, whatever its version. A host makes it entry by entry, so that one that cannot be made has an answer of its own and the others are done.
     *
     * @throws DialectException if the id is missing or none of a record, or the billing id is missing; the pointer is from the entry
     */
    public CloseRecord toCommand() {
        if (id == null || !UsageRecordId.isShaped(id)) {
            throw new DialectException("/id", id == null ? "is missing" : "is no id of a record");
        } else if (externalBillingId == null) {
            throw new DialectException("/external_billing_id", "is missing");
        }
        return new CloseRecord(new UsageRecordId(id), null, externalBillingId, externalBillingNote);
    }
}
