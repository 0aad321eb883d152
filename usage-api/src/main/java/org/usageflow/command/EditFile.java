package org.usageflow.command;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsagePeriod;
import org.usageflow.model.Version;

/**
 * Asks for other details of a draft. What it names takes the place of what was there; product, contract, marketplace, external id, environment and kind stay.
 *
 * @param file which
 * @param version that the caller has seen; null to go on whatever the version
 * @param name what people call it; 1 to 255 characters
 * @param description free text, at most 4,000 characters; null for none
 * @param note free text, at most 4,000 characters; null for none
 * @param period what time it reports on
 * @param currency of its amounts; null for the marketplace's
 */
public record EditFile(
        @NotNull UsageFileId file,
        @Nullable Version version,
        @NotBlank @Size(max = 255) String name,
        @Size(max = 4_000) @Nullable String description,
        @Size(max = 4_000) @Nullable String note,
        @NotNull UsagePeriod period,
        @Nullable Currency currency) {}
