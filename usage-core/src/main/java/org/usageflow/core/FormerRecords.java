package org.usageflow.core;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.ContractId;
import org.usageflow.model.ProductId;
import org.usageflow.model.RecordKey;
import org.usageflow.spi.reference.ReportedRecords;
import org.usageflow.spi.store.StoreSession;

/** The records reported before: those of the store, and those that the host knows from elsewhere. */
final class FormerRecords implements ReportedRecords {

    private final StoreSession session;
    private final @Nullable ReportedRecords elsewhere;

    FormerRecords(StoreSession session, @Nullable ReportedRecords elsewhere) {
        this.session = session;
        this.elsewhere = elsewhere;
    }

    @Override
    public Set<RecordKey> findLive(ProductId product, ContractId contract, Set<RecordKey> keys) {
        Set<RecordKey> live = session.records().findLive(product, contract, keys);
        if (elsewhere == null) {
            return live;
        }
        Set<RecordKey> all = new HashSet<>(live);
        all.addAll(elsewhere.findLive(product, contract, keys));
        return all;
    }

    @Override
    public Map<String, Boolean> findClosed(ProductId product, ContractId contract, Set<String> ids) {
        Map<String, Boolean> closed = session.records().findClosed(product, contract, ids);
        if (elsewhere == null) {
            return closed;
        }
        Map<String, Boolean> all = new HashMap<>(elsewhere.findClosed(product, contract, ids));
        closed.forEach((id, isClosed) -> all.merge(id, isClosed, Boolean::logicalOr));
        return all;
    }
}
