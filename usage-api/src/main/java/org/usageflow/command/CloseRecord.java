package org.usageflow.command;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.Version;

/**
 * Closes an accepted record with its billing id; or corrects the billing id or note of a record that the same party closed.
 *
 * <p>Source: rules §4.2, §8 (close).
 *
 * @param record which
 * @param version of the record that the caller has seen; null to go on whatever the version
 * @param billingId the billing system's own id; 1 to 255 characters
 * @param note at most 4,000 characters; null for none
 */
public record CloseRecord(
        @NotNull UsageRecordId record,
        @Nullable Version version,
        @NotBlank @Size(max = 255) String billingId,
        @Size(max = 4_000) @Nullable String note) {

    /** Without a note, whatever the version. */
    public static CloseRecord of(UsageRecordId record, String billingId) {
        return new CloseRecord(record, null, billingId, null);
    }
}
