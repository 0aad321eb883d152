package org.usageflow.command;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.Version;

/**
 * Closes an accepted file: all its open records, with one billing id.
 *
 * @param file which
 * @param version that the caller has seen; null to go on whatever the version
 * @param billingId the billing system's own id; 1 to 255 characters
 * @param note at most 4,000 characters; null for none
 */
public record CloseFile(
        @NotNull UsageFileId file,
        @Nullable Version version,
        @NotBlank @Size(max = 255) String billingId,
        @Size(max = 4_000) @Nullable String note) {}
