package org.usageflow.core;

import java.util.List;
import org.usageflow.model.PartFileId;
import org.usageflow.model.ReconciliationFileId;
import org.usageflow.model.UsageFileId;

/**
 * What a recovery settled.
 *
 * @param files that are invalid now, and can be uploaded again; by id
 * @param reconciliations reconciliation files that are failed now; by id
 * @param parts part files that were completed, ready or failed; by id
 */
public record Recovered(List<UsageFileId> files, List<ReconciliationFileId> reconciliations, List<PartFileId> parts) {

    public Recovered {
        files = List.copyOf(files);
        reconciliations = List.copyOf(reconciliations);
        parts = List.copyOf(parts);
    }

    /** Whether nothing was lost. */
    public boolean isNothing() {
        return files.isEmpty() && reconciliations.isEmpty() && parts.isEmpty();
    }
}
