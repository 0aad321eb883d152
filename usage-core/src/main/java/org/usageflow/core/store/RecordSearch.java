package org.usageflow.core.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.ContractId;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.ProductId;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.spi.store.ReadScope;

/** Looks for records in all files of a product and contract that count. */
final class RecordSearch {

    private final Session session;
    private final Claim.Scope scope;

    RecordSearch(Session session, ProductId product, ContractId contract) {
        this.session = session;
        this.scope = new Claim.Scope(product, contract);
    }

    /** The files that count, as the transaction sees them. */
    private List<FileState> files(Predicate<UsageFile> which) {
        return session.seen(session.shelf().in(scope)).stream()
                .filter(state -> Claim.Scope.of(state.file()).equals(scope))
                .filter(state -> state.file().details().counts() && which.test(state.file()))
                .toList();
    }

    Map<String, Boolean> closed(Set<String> ids) {
        List<FileState> files = files(file -> file.status() != UsageFileStatus.DELETED);
        var found = new HashMap<String, Boolean>();
        for (FileState state : files) {
            for (String id : ids) {
                for (UsageRecord record : named(state, id)) {
                    found.merge(id, record.status() == RecordStatus.CLOSED, Boolean::logicalOr);
                }
            }
        }
        return found;
    }

    private static List<UsageRecord> named(FileState state, String id) {
        var found = new ArrayList<>(state.records().ofKey(new RecordKey(id)));
        if (UsageRecordId.isShaped(id)) {
            var own = new UsageRecordId(id);
            int ordinal = own.file().equals(state.file().id()) ? state.records().ofId(own) : -1;
            if (ordinal >= 0 && !state.records().get(ordinal).isRetired()) {
                found.add(state.records().get(ordinal));
            }
        }
        return found;
    }

    List<UsageRecord> suspended(Set<RecordKey> keys) {
        var found = new ArrayList<UsageRecord>();
        for (FileState state : files(file -> ReadScope.CHAIN_STATUSES.contains(file.status()))) {
            for (RecordKey key : keys) {
                state.records().ofKey(key).stream()
                        .filter(each -> each.status() == RecordStatus.SUSPENDED)
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** The dynamic item that a record in force describes, and that is not registered yet; else null. */
    static @Nullable DynamicItem unregistered(UsageRecord record) {
        boolean inForce = record.status() == RecordStatus.VALIDATED
                || record.status() == RecordStatus.PENDING
                || record.status() == RecordStatus.ACCEPTED;
        if (!inForce || record.isRetired() || record.item() != null || record.reported() == null) {
            return null;
        }
        return record.reported().dynamicItem();
    }
}
