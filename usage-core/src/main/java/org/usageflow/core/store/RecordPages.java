package org.usageflow.core.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.UsageRecord;
import org.usageflow.query.PageKey;
import org.usageflow.query.RecordQuery;
import org.usageflow.query.RecordSort;
import org.usageflow.query.TextOrder;
import org.usageflow.spi.store.ReadScope;

/** Answers a query for records of one file. A page costs the records that it goes over, not all of them. */
final class RecordPages {

    private static final Comparator<PageKey> BY_VALUE =
            Comparator.comparing(PageKey::value, TextOrder.BY_CODE_POINTS).thenComparing(PageKey::id);

    private final FileState state;
    private final RecordQuery query;
    private final ReadScope reader;

    RecordPages(FileState state, RecordQuery query, ReadScope reader) {
        this.state = state;
        this.query = query;
        this.reader = reader;
    }

    /** The records behind a position, at most so many, retired ones aside. */
    static List<UsageRecord> slice(RecordTable table, long afterPosition, int limit) {
        var found = new ArrayList<UsageRecord>(Math.min(limit, table.size()));
        for (int i = table.firstBehind(afterPosition); i < table.size() && found.size() < limit; i++) {
            if (!table.get(i).isRetired()) {
                found.add(table.get(i));
            }
        }
        return found;
    }

    List<UsageRecord> list() {
        var found = new ArrayList<UsageRecord>();
        if (seesNothing()) {
            return found;
        }
        RecordOrder order = order();
        int step = query.descending() ? -1 : 1;
        int place = first(order);
        while (place >= 0 && place < order.size() && found.size() < query.limit()) {
            seen(order.get(place)).ifPresent(found::add);
            place += step;
        }
        return found;
    }

    private RecordOrder order() {
        RecordTable table = state.records();
        // Records of one vendor's id come by position in the order of the keys; the start alone may say otherwise.
        return query.key() == null || query.sort() == RecordSort.START
                ? table.orders().of(query.sort(), table)
                : RecordOrder.ofSome(table, table.ordinalsOfKey(query.key()));
    }

    private int first(RecordOrder order) {
        PageKey after = query.after();
        if (query.descending()) {
            return after == null ? order.size() - 1 : order.firstFrom(each -> isFrom(each, after, 0)) - 1;
        }
        return after == null ? 0 : order.firstFrom(each -> isFrom(each, after, 1));
    }

    private boolean isFrom(UsageRecord record, PageKey after, int least) {
        return BY_VALUE.compare(query.sort().keyOf(record), after) >= least;
    }

    private Optional<UsageRecord> seen(UsageRecord record) {
        return record.isRetired() || !query.accepts(record) ? Optional.empty() : reader.view(state.file(), record);
    }

    private boolean seesNothing() {
        if (state.file().status() == UsageFileStatus.DELETED) {
            return true;
        }
        return !reader.seesWhole(state.file())
                && !(reader.seesParts(state.file())
                        && state.records().chainAccounts().contains(reader.account()));
    }

    long count() {
        if (seesNothing()) {
            return 0;
        }
        if (query.key() == null && query.item() == null && query.subscription() == null && query.hub() == null) {
            return countOfStatuses();
        }
        RecordOrder order = order();
        long count = 0;
        for (int place = 0; place < order.size(); place++) {
            count += seen(order.get(place)).isPresent() ? 1 : 0;
        }
        return count;
    }

    private long countOfStatuses() {
        RecordCounts counts = reader.seesWhole(state.file())
                ? state.records().counts()
                : state.records().countsSeen(state.file(), reader);
        return query.statuses().isEmpty()
                ? counts.total()
                : query.statuses().stream()
                        .mapToLong((RecordStatus status) -> counts.of(status))
                        .sum();
    }
}
