package org.usageflow.jdbc.internal.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.sql.FileNumbers;
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
import org.usageflow.query.RecordQuery;
import org.usageflow.spi.store.HubCounts;
import org.usageflow.spi.store.ReadScope;
import org.usageflow.spi.store.RecordStore;

/** The records of a transaction. */
final class JdbcRecords implements RecordStore {

    private final JdbcSession session;

    JdbcRecords(JdbcSession session) {
        this.session = session;
    }

    @Override
    public void append(UsageFileId file, List<UsageRecord> records) {
        new RecordChanges(session).append(file, records);
    }

    @Override
    public void replace(UsageFileId file, List<UsageRecord> records) {
        new RecordChanges(session).replace(file, records);
    }

    @Override
    public void update(UsageRecord changed) {
        new RecordChanges(session).update(changed);
    }

    @Override
    public void erase(UsageRecord changed) {
        new RecordChanges(session).erase(changed);
    }

    @Override
    public Optional<UsageRecord> find(UsageRecordId id, ReadScope reader) {
        return findAll(List.of(id), reader).stream().findFirst();
    }

    @Override
    public List<UsageRecord> findAll(Collection<UsageRecordId> ids, ReadScope reader) {
        return new RecordFinder(session, reader).byIds(ids);
    }

    @Override
    public List<UsageRecord> findByKeys(UsageFileId file, Set<RecordKey> keys, ReadScope reader) {
        return new RecordFinder(session, reader).byKeys(file, keys);
    }

    @Override
    public List<HubCounts> hubs(UsageFileId file) {
        return new RecordSlices(session, file).hubs();
    }

    @Override
    public List<UsageRecord> sliceOfHub(UsageFileId file, @Nullable HubId hub, long afterPosition, int limit) {
        return new RecordSlices(session, file).ofHub(hub, afterPosition, limit);
    }

    @Override
    public long closeHub(UsageFileId file, @Nullable HubId hub, Closing closing) {
        return new RecordMoves(session, file).close(hub, closing);
    }

    @Override
    public List<UsageRecord> slice(UsageFileId file, long afterPosition, int limit) {
        return new RecordSlices(session, file).after(afterPosition, limit);
    }

    @Override
    public List<UsageRecord> list(RecordQuery query, ReadScope reader) {
        return new RecordPages(session, query, reader).list();
    }

    @Override
    public long count(RecordQuery query, ReadScope reader) {
        return new RecordPages(session, query, reader).count();
    }

    @Override
    public RecordCounts counts(UsageFileId file) {
        return new RecordSlices(session, file).counts();
    }

    @Override
    public long move(UsageFileId file, RecordStatus from, RecordStatus to) {
        return new RecordMoves(session, file).move(from, to);
    }

    @Override
    public void moveAt(UsageFileId file, Collection<Long> positions, RecordStatus to) {
        new RecordMoves(session, file).moveAt(Set.copyOf(positions), to);
    }

    @Override
    public long close(UsageFileId file, Closing closing) {
        return new RecordMoves(session, file).close(closing);
    }

    @Override
    public void retire(UsageFileId file) {
        String vendor = session.vendor(file);
        releaseKeys(file);
        for (String table : List.of("record", "chain", "subscription", "item")) {
            session.sql()
                    .update(
                            "delete from {" + table + "} where vendor = ? and file_no = ?",
                            vendor,
                            FileNumbers.of(file));
        }
        session.references().forget(file);
    }

    @Override
    public void claimKeys(UsageFile file, Consumer<UsageRecord> taken) {
        new RecordClaims(session).claim(file, taken);
    }

    @Override
    public void releaseKeys(UsageFileId file) {
        new RecordClaims(session).release(file);
    }

    @Override
    public Set<RecordKey> findLive(ProductId product, ContractId contract, Set<RecordKey> keys) {
        return new RecordSearch(session, product, contract).live(keys);
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
        return new RecordItems(session, file).after(afterMpn, limit);
    }

    @Override
    public void assignItems(UsageFileId file, Map<String, Item> byMpn) {
        new RecordItems(session, file).assign(byMpn);
    }
}
