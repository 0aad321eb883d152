package org.usageflow.command;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.Version;

/**
 * Appends typed records to a draft, without a file: record-level reporting. They are judged when the draft is processed.
 *
 * <p>Source: rules §4.1.
 *
 * @param file which draft
 * @param version that the caller has seen; null to go on whatever the version
 * @param records in their order; a batch of 1,000 or so is a good size
 */
public record AppendRecords(
        @NotNull UsageFileId file,
        @Nullable Version version,
        @NotEmpty List<@NotNull ReportedRecord> records) {}
