package org.usageflow.core.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.AccountId;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.query.TextOrder;
import org.usageflow.spi.store.ReadScope;

/**
 * The records of a file in the order of their positions, as they are at one moment. What is derived from them (orders, counts, who is in their chains) is made when it is first asked for, and kept.
 *
 * <p>Immutable, thread-safe.
 */
final class RecordTable {

    private final Chunks<UsageRecord> records;
    private final RecordOrders orders;
    private final Map<AccountId, RecordCounts> countsByAccount = new ConcurrentHashMap<>();
    private volatile @Nullable RecordCounts counts;
    private volatile @Nullable Set<AccountId> chainAccounts;

    private RecordTable(Chunks<UsageRecord> records, RecordOrders orders) {
        this.records = records;
        this.orders = orders;
    }

    static RecordTable empty() {
        return new RecordTable(Chunks.empty(), new RecordOrders());
    }

    int size() {
        return records.size();
    }

    UsageRecord get(int ordinal) {
        return records.get(ordinal);
    }

    void forEach(Consumer<UsageRecord> action) {
        records.forEach(action);
    }

    /**
     * These records, and more behind them.
     *
     * @throws IllegalArgumentException if they are not in the order of their positions
     */
    RecordTable plus(List<UsageRecord> more) {
        long last = records.isEmpty() ? -1 : get(size() - 1).position();
        for (UsageRecord each : more) {
            if (each.position() <= last) {
                throw new IllegalArgumentException(
                        each.id() + " at position " + each.position() + " comes behind position " + last);
            }
            last = each.position();
        }
        return more.isEmpty() ? this : new RecordTable(records.plus(more), new RecordOrders());
    }

    /** These records with others in the places of some, by ordinal. */
    RecordTable with(Map<Integer, UsageRecord> changed) {
        boolean ordered =
                changed.entrySet().stream().allMatch(each -> RecordOrders.isSame(get(each.getKey()), each.getValue()));
        return changed.isEmpty() ? this : new RecordTable(records.with(changed), ordered ? orders : new RecordOrders());
    }

    /** What comes of each record, which keeps its position. */
    RecordTable map(UnaryOperator<UsageRecord> change) {
        boolean[] reordered = new boolean[1];
        Chunks<UsageRecord> mapped = records.map(each -> {
            UsageRecord changed = change.apply(each);
            reordered[0] |= !RecordOrders.isSame(each, changed);
            return changed;
        });
        return mapped == records ? this : new RecordTable(mapped, reordered[0] ? new RecordOrders() : orders);
    }

    /** Where the first record behind a position is; the size where there is none. */
    int firstBehind(long position) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (get(middle).position() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where the record at a position is; -1 where there is none. */
    int at(long position) {
        int ordinal = position == Long.MIN_VALUE ? 0 : firstBehind(position - 1);
        return ordinal < size() && get(ordinal).position() == position ? ordinal : -1;
    }

    /** Where the record of an id is; -1 where there is none. */
    int ofId(UsageRecordId id) {
        RecordOrder order = orders.byId(this);
        int place = order.firstFrom(each -> each.id().compareTo(id) >= 0);
        return place < size() && order.get(place).id().equals(id) ? order.ordinal(place) : -1;
    }

    /** The records with a vendor's id, retired ones aside. */
    List<UsageRecord> ofKey(RecordKey key) {
        var found = new ArrayList<UsageRecord>(1);
        for (int ordinal : ordinalsOfKey(key)) {
            if (!get(ordinal).isRetired()) {
                found.add(get(ordinal));
            }
        }
        return found;
    }

    /** Where the records with a vendor's id are, in order. */
    int[] ordinalsOfKey(RecordKey key) {
        RecordOrder order = orders.byKey(this);
        int from = order.firstFrom(each -> compare(each, key) >= 0);
        int to = order.firstFrom(each -> compare(each, key) > 0);
        return IntStream.range(from, to).map(order::ordinal).toArray();
    }

    private static int compare(UsageRecord record, RecordKey key) {
        return record.key() == null
                ? -1
                : TextOrder.BY_CODE_POINTS.compare(record.key().value(), key.value());
    }

    RecordOrders orders() {
        return orders;
    }

    /** How many there are in each status, retired ones aside. */
    RecordCounts counts() {
        RecordCounts known = counts;
        if (known == null) {
            known = counted(records);
            counts = known;
        }
        return known;
    }

    private static RecordCounts counted(Chunks<UsageRecord> records) {
        var tally = new Tally();
        records.forEach(each -> {
            if (!each.isRetired()) {
                tally.count(each.status());
            }
        });
        return tally.counts();
    }

    /** How many of them a reader sees that sees parts of the file; kept by account, because nothing else decides it. */
    RecordCounts countsSeen(UsageFile file, ReadScope reader) {
        if (!chainAccounts().contains(reader.account())) {
            return RecordCounts.NONE;
        }
        RecordCounts known = countsByAccount.get(reader.account());
        if (known == null) {
            known = countedFor(file, reader);
            countsByAccount.put(reader.account(), known);
        }
        return known;
    }

    private RecordCounts countedFor(UsageFile file, ReadScope reader) {
        var tally = new Tally();
        records.forEach(each -> {
            if (!each.isRetired()) {
                reader.view(file, each).ifPresent(seen -> tally.count(seen.status()));
            }
        });
        return tally.counts();
    }

    /** Counts records without making a number for each. */
    private static final class Tally {
        private final Map<RecordStatus, long[]> numbers = new EnumMap<>(RecordStatus.class);

        void count(RecordStatus status) {
            numbers.computeIfAbsent(status, any -> new long[1])[0]++;
        }

        RecordCounts counts() {
            var byStatus = new EnumMap<RecordStatus, Long>(RecordStatus.class);
            numbers.forEach((status, number) -> byStatus.put(status, number[0]));
            return new RecordCounts(byStatus);
        }
    }

    /** Everybody in the sales chains of these records. */
    Set<AccountId> chainAccounts() {
        Set<AccountId> known = chainAccounts;
        if (known == null) {
            var accounts = new HashSet<AccountId>();
            records.forEach(each -> {
                if (each.subscription() != null) {
                    each.subscription().chain().parties().forEach(party -> accounts.add(party.id()));
                }
            });
            known = Collections.unmodifiableSet(accounts);
            chainAccounts = known;
        }
        return Objects.requireNonNull(known);
    }
}
