package org.usageflow.spi.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.HubId;
import org.usageflow.model.RecordCounts;

/**
 * How many accepted and closed records of a file a hub bills.
 *
 * @param hub which; null for records whose subscription has none
 * @param counts of accepted and closed records, at least one
 */
public record HubCounts(@Nullable HubId hub, RecordCounts counts) {

    public HubCounts {
        Objects.requireNonNull(counts, "counts");
    }
}
