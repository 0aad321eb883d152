package org.usageflow.core.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.Closing;
import org.usageflow.model.ContractId;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.HubId;
import org.usageflow.model.Item;
import org.usageflow.model.ProductId;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.Version;
import org.usageflow.query.RecordQuery;
import org.usageflow.query.TextOrder;
import org.usageflow.spi.store.HubCounts;
import org.usageflow.spi.store.ReadScope;
import org.usageflow.spi.store.RecordStore;

/** The records as a transaction sees and changes them. */
final class SessionRecords implements RecordStore {

    private final Session session;

    SessionRecords(Session session) {
        this.session = session;
    }

    private RecordTable table(UsageFileId file) {
        FileState state = session.find(file);
        return state == null ? RecordTable.empty() : state.records();
    }

    private static void checkFile(UsageFileId file, List<UsageRecord> records) {
        for (UsageRecord each : records) {
            if (!each.file().equals(file)) {
                throw new IllegalArgumentException(each.id() + " is no record of " + file);
            }
        }
    }

    @Override
    public void append(UsageFileId file, List<UsageRecord> records) {
        checkFile(file, records);
        Draft draft = session.draft(file);
        draft.become(draft.state().with(draft.state().records().plus(records)));
    }

    @Override
    public void replace(UsageFileId file, List<UsageRecord> records) {
        checkFile(file, records);
        Draft draft = session.draft(file);
        RecordTable table = draft.state().records();
        var replaced = new HashMap<Integer, UsageRecord>();
        for (UsageRecord each : records) {
            int ordinal = table.ofId(each.id());
            if (ordinal < 0 || table.get(ordinal).position() != each.position()) {
                throw new IllegalArgumentException(each.id() + " is not kept at position " + each.position());
            }
            replaced.put(ordinal, each);
        }
        draft.become(draft.state().with(table.with(replaced)));
    }

    @Override
    public void update(UsageRecord changed) {
        Draft draft = session.findDraft(changed.file()).orElseThrow(() -> missing(changed));
        RecordTable table = draft.state().records();
        int ordinal = table.ofId(changed.id());
        if (ordinal < 0) {
            throw missing(changed);
        }
        Version kept = table.get(ordinal).version();
        Version expected = SessionFiles.former(changed.id().value(), changed.version());
        if (!kept.equals(expected)) {
            throw new StaleVersionException(changed.id().value(), expected, kept);
        }
        draft.checkBase(session.shelf().find(changed.file()));
        draft.become(draft.state().with(table.with(Map.of(ordinal, changed))));
    }

    /** What had been kept is no longer referred to. */
    @Override
    public void erase(UsageRecord changed) {
        update(changed);
    }

    private static NotFoundException missing(UsageRecord changed) {
        return new NotFoundException("there is no usage record " + changed.id());
    }

    @Override
    public Optional<UsageRecord> find(UsageRecordId id, ReadScope reader) {
        FileState state = session.find(id.file());
        if (state == null) {
            return Optional.empty();
        }
        int ordinal = state.records().ofId(id);
        return ordinal < 0
                ? Optional.empty()
                : reader.view(state.file(), state.records().get(ordinal));
    }

    @Override
    public List<UsageRecord> findAll(Collection<UsageRecordId> ids, ReadScope reader) {
        return Set.copyOf(ids).stream().flatMap(id -> find(id, reader).stream()).toList();
    }

    @Override
    public List<UsageRecord> findByKeys(UsageFileId file, Set<RecordKey> keys, ReadScope reader) {
        FileState state = session.find(file);
        return state == null
                ? List.of()
                : keys.stream()
                        .flatMap(key -> state.records().ofKey(key).stream())
                        .flatMap(each -> reader.view(state.file(), each).stream())
                        .sorted(Comparator.comparingLong(UsageRecord::position))
                        .toList();
    }

    @Override
    public List<HubCounts> hubs(UsageFileId file) {
        return new HubRecords(table(file)).counts();
    }

    @Override
    public List<UsageRecord> sliceOfHub(UsageFileId file, @Nullable HubId hub, long afterPosition, int limit) {
        return new HubRecords(table(file)).slice(hub, afterPosition, limit);
    }

    @Override
    public long closeHub(UsageFileId file, @Nullable HubId hub, Closing closing) {
        return change(
                file,
                each -> each.status() == RecordStatus.ACCEPTED && Objects.equals(hub, HubRecords.hubOf(each)),
                each -> each.withClosing(closing));
    }

    @Override
    public List<UsageRecord> slice(UsageFileId file, long afterPosition, int limit) {
        return RecordPages.slice(table(file), afterPosition, limit);
    }

    @Override
    public List<UsageRecord> list(RecordQuery query, ReadScope reader) {
        FileState state = session.find(query.file());
        return state == null ? List.of() : new RecordPages(state, query, reader).list();
    }

    @Override
    public long count(RecordQuery query, ReadScope reader) {
        FileState state = session.find(query.file());
        return state == null ? 0 : new RecordPages(state, query, reader).count();
    }

    @Override
    public RecordCounts counts(UsageFileId file) {
        return table(file).counts();
    }

    @Override
    public long move(UsageFileId file, RecordStatus from, RecordStatus to) {
        if (from == RecordStatus.CLOSED || to == RecordStatus.CLOSED) {
            throw new IllegalArgumentException("closing is no move, and nothing closed moves");
        }
        return change(file, each -> each.status() == from, each -> each.withStatus(to));
    }

    @Override
    public void moveAt(UsageFileId file, Collection<Long> positions, RecordStatus to) {
        Draft draft = session.draft(file);
        RecordTable table = draft.state().records();
        var moved = new HashMap<Integer, UsageRecord>();
        for (long position : positions) {
            int ordinal = table.at(position);
            if (ordinal >= 0 && !table.get(ordinal).isRetired()) {
                moved.put(ordinal, table.get(ordinal).withStatus(to));
            }
        }
        draft.become(draft.state().with(table.with(moved)));
    }

    @Override
    public long close(UsageFileId file, Closing closing) {
        return change(file, each -> each.status() == RecordStatus.ACCEPTED, each -> each.withClosing(closing));
    }

    /** Changes those records of a file, retired ones aside, of which a claim holds. */
    private long change(UsageFileId file, Predicate<UsageRecord> which, UnaryOperator<UsageRecord> change) {
        Draft draft = session.draft(file);
        long[] changed = new long[1];
        RecordTable table = draft.state().records().map(each -> {
            if (each.isRetired() || !which.test(each)) {
                return each;
            }
            changed[0]++;
            return change.apply(each);
        });
        draft.become(draft.state().with(table));
        return changed[0];
    }

    @Override
    public void retire(UsageFileId file) {
        Draft draft = session.draft(file);
        session.claims().release(file);
        if (draft.state().records().size() > 0) {
            draft.become(draft.state().with(RecordTable.empty()));
        }
    }

    @Override
    public void claimKeys(UsageFile file, Consumer<UsageRecord> taken) {
        session.lockUniqueness();
        session.claims().claim(file, table(file.id()), taken);
    }

    @Override
    public void releaseKeys(UsageFileId file) {
        session.claims().release(file);
    }

    @Override
    public Set<RecordKey> findLive(ProductId product, ContractId contract, Set<RecordKey> keys) {
        var scope = new Claim.Scope(product, contract);
        ClaimsAtWork claims = session.claims();
        return session.shelf().reading(() -> {
            var live = new HashSet<RecordKey>();
            for (RecordKey key : keys) {
                if (claims.isLive(scope, key)) {
                    live.add(key);
                }
            }
            return live;
        });
    }

    @Override
    public Map<String, Boolean> findClosed(ProductId product, ContractId contract, Set<String> ids) {
        return new RecordSearch(session, product, contract).closed(ids);
    }

    @Override
    public List<UsageRecord> findSuspended(ProductId product, ContractId contract, Set<RecordKey> keys) {
        return new RecordSearch(session, product, contract).suspended(keys);
    }

    @Override
    public List<DynamicItem> dynamicItems(UsageFileId file, String afterMpn, int limit) {
        var found = new TreeMap<String, DynamicItem>(TextOrder.BY_CODE_POINTS);
        table(file).forEach(each -> {
            DynamicItem item = RecordSearch.unregistered(each);
            if (item != null && TextOrder.BY_CODE_POINTS.compare(item.mpn(), afterMpn) > 0) {
                found.putIfAbsent(item.mpn(), item);
                if (found.size() > limit) {
                    found.pollLastEntry();
                }
            }
        });
        return List.copyOf(found.values());
    }

    @Override
    public void assignItems(UsageFileId file, Map<String, Item> byMpn) {
        Draft draft = session.draft(file);
        RecordTable table = draft.state().records().map(each -> {
            DynamicItem item = RecordSearch.unregistered(each);
            Item registered = item == null ? null : byMpn.get(item.mpn());
            return registered == null ? each : each.withItem(registered);
        });
        draft.become(draft.state().with(table));
    }
}
