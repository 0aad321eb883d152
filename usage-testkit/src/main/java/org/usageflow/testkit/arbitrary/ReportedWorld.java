package org.usageflow.testkit.arbitrary;

import java.util.List;
import java.util.Objects;
import org.usageflow.model.ReportedRecord;
import org.usageflow.testkit.reference.CatalogWorld;

/**
 * A world, and records that are valid in it together.
 *
 * @param world what the host knows
 * @param records what the vendor reports, in the order of the file; at least one
 */
public record ReportedWorld(CatalogWorld world, List<ReportedRecord> records) {

    public ReportedWorld {
        Objects.requireNonNull(world, "world");
        records = List.copyOf(records);
    }
}
