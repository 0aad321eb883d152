package org.usageflow.command;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.Version;

/**
 * Deletes a file that its buyer has not taken.
 *
 * @param file which
 * @param version that the caller has seen; null to go on whatever the version
 */
public record DeleteFile(
        @NotNull UsageFileId file, @Nullable Version version) {}
