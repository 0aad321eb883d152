package org.usageflow.console;

import org.jspecify.annotations.Nullable;
import org.usageflow.model.PartFileId;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecordId;

/**
 * What can be closed, told by the shape of its id: one of three.
 *
 * @param file a usage file; null for another
 * @param record a usage record; null for another
 * @param part a part file; null for another
 */
record BillableId(
        @Nullable UsageFileId file,
        @Nullable UsageRecordId record,
        @Nullable PartFileId part) {

    /**
     * Reads an id.
     *
     * @throws IllegalArgumentException if it is of none of the three shapes
     */
    static BillableId parse(String text) {
        if (UsageRecordId.isShaped(text)) {
            return new BillableId(null, new UsageRecordId(text), null);
        }
        if (text.startsWith("UFC-")) {
            return new BillableId(null, null, new PartFileId(text));
        }
        if (text.startsWith("UF-")) {
            return new BillableId(new UsageFileId(text), null, null);
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no id of a usage file (UF-…), a usage record (UR-…) or a part file (UFC-…)");
    }
}
