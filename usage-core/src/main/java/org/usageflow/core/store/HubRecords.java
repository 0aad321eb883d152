package org.usageflow.core.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.HubId;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.UsageRecord;
import org.usageflow.query.TextOrder;
import org.usageflow.spi.store.HubCounts;

/** The accepted and closed records of a table by the hub that bills them; retired ones aside. Each question goes over the table. */
final class HubRecords {

    private static final Comparator<HubCounts> BY_HUB = Comparator.comparing(
            each -> each.hub() == null ? null : each.hub().value(), Comparator.nullsFirst(TextOrder.BY_CODE_POINTS));

    private final RecordTable table;

    HubRecords(RecordTable table) {
        this.table = table;
    }

    /** The hub that bills a record; null where its subscription has none. */
    static @Nullable HubId hubOf(UsageRecord record) {
        return record.subscription() == null ? null : record.subscription().hub();
    }

    static boolean isBilled(UsageRecord record) {
        boolean counts = record.status() == RecordStatus.ACCEPTED || record.status() == RecordStatus.CLOSED;
        return counts && !record.isRetired();
    }

    List<HubCounts> counts() {
        // Keys are Optional because a map that finds null by a key cannot tell
        Map<Optional<HubId>, Map<RecordStatus, Long>> byHub = new HashMap<>();
        table.forEach(each -> {
            if (isBilled(each)) {
                byHub.computeIfAbsent(Optional.ofNullable(hubOf(each)), any -> new EnumMap<>(RecordStatus.class))
                        .merge(each.status(), 1L, Long::sum);
            }
        });
        var counts = new ArrayList<HubCounts>(byHub.size());
        byHub.forEach((hub, numbers) -> counts.add(new HubCounts(hub.orElse(null), new RecordCounts(numbers))));
        counts.sort(BY_HUB);
        return counts;
    }

    List<UsageRecord> slice(@Nullable HubId hub, long afterPosition, int limit) {
        var found = new ArrayList<UsageRecord>(Math.min(limit, table.size()));
        for (int i = table.firstBehind(afterPosition); i < table.size() && found.size() < limit; i++) {
            UsageRecord each = table.get(i);
            if (isBilled(each) && Objects.equals(hub, hubOf(each))) {
                found.add(each);
            }
        }
        return found;
    }
}
