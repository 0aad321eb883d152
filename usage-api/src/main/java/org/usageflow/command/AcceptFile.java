package org.usageflow.command;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.Version;

/**
 * Accepts a pending file as a whole.
 *
 * @param file which
 * @param version that the caller has seen; null to go on whatever the version
 * @param note at most 4,000 characters; null for none
 */
public record AcceptFile(
        @NotNull UsageFileId file,
        @Nullable Version version,
        @Size(max = 4_000) @Nullable String note) {}
