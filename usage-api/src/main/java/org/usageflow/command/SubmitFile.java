package org.usageflow.command;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.Version;

/**
 * Hands a ready file to its buyer.
 *
 * @param file which
 * @param version that the caller has seen; null to go on whatever the version
 */
public record SubmitFile(
        @NotNull UsageFileId file, @Nullable Version version) {}
