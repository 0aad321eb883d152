package org.usageflow.model;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.RecordStatus;

/**
 * How many records a file has in each status.
 *
 * @param byStatus counts above zero; a status that is absent counts zero
 */
public record RecordCounts(Map<RecordStatus, Long> byStatus) {

    /** No records. */
    public static final RecordCounts NONE = new RecordCounts(Map.of());

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public RecordCounts {
        var counts = new EnumMap<RecordStatus, Long>(RecordStatus.class);
        byStatus.forEach((status, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException("negative count of " + status + " records: " + count);
            }
            if (count > 0) {
                counts.put(status, count);
            }
        });
        byStatus = Map.copyOf(counts);
    }

    public long of(RecordStatus status) {
        return byStatus.getOrDefault(status, 0L);
    }

    /**
     * These counts after so many records moved from one status to another; null for records that come from nowhere, or are retired.
     *
     * @throws IllegalArgumentException if there are not as many to move
     */
    public RecordCounts moved(long records, @Nullable RecordStatus from, @Nullable RecordStatus to) {
        var counts = new EnumMap<RecordStatus, Long>(RecordStatus.class);
        counts.putAll(byStatus);
        if (from != null) {
            counts.merge(from, -records, Long::sum);
        }
        if (to != null) {
            counts.merge(to, records, Long::sum);
        }
        return new RecordCounts(counts);
    }

    /** How many there are in all. */
    public long total() {
        return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }
}
