package org.usageflow.command;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.Version;

/**
 * Rejects a pending file as a whole.
 *
 * @param file which
 * @param version that the caller has seen; null to go on whatever the version
 * @param note why; 1 to 4,000 characters
 */
public record RejectFile(
        @NotNull UsageFileId file,
        @Nullable Version version,
        @NotBlank @Size(max = 4_000) String note) {}
