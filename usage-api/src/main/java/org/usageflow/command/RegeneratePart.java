package org.usageflow.command;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.PartFileId;
import org.usageflow.model.Version;

/**
 * Makes a part file again from its records as they are now.
 *
 * <p>Source: rules §4.3.
 *
 * @param part which
 * @param version that the caller has seen; null to go on whatever the version
 */
public record RegeneratePart(
        @NotNull PartFileId part, @Nullable Version version) {

    /** Whatever the version. */
    public static RegeneratePart of(PartFileId part) {
        return new RegeneratePart(part, null);
    }
}
