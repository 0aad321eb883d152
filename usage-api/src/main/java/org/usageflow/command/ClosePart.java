package org.usageflow.command;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.PartFileId;
import org.usageflow.model.Version;

/**
 * Closes a part file: all open records of its hub, with one billing id.
 *
 * <p>Source: rules §4.3.
 *
 * @param part which
 * @param version that the caller has seen; null to go on whatever the version
 * @param billingId the billing system's own id; 1 to 255 characters
 * @param note at most 4,000 characters; null for none
 */
public record ClosePart(
        @NotNull PartFileId part,
        @Nullable Version version,
        @NotBlank @Size(max = 255) String billingId,
        @Size(max = 4_000) @Nullable String note) {

    /** Without a note, whatever the version. */
    public static ClosePart of(PartFileId part, String billingId) {
        return new ClosePart(part, null, billingId, null);
    }
}
