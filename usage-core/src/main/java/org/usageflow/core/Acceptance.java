package org.usageflow.core;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.usageflow.error.RefusedException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.EventAction;
import org.usageflow.model.Item;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.query.FileQuery;
import org.usageflow.spi.reference.ItemRegistry;
import org.usageflow.spi.store.RecordStore;
import org.usageflow.spi.store.StoreSession;

/**
 * What an acceptance brings about beside the file: dynamic items are registered, and suspended rows are recycled. Both go through the file in batches.
 *
 * <p>Source: rules §2 (dynamic items), §4.2 (recycling).
 */
final class Acceptance {

    private static final int BATCH = 1_000;

    private final Keeping keeping;
    private final Desk desk;

    Acceptance(Keeping keeping, Desk desk) {
        this.keeping = keeping;
        this.desk = desk;
    }

    /** Registers the dynamic items of a file with its product, through the host. Nothing of a preview or an estimate is registered. */
    void registerItems(StoreSession session, UsageFile file) {
        if (!file.details().counts()) {
            return;
        }
        RecordStore records = session.records();
        List<DynamicItem> items = records.dynamicItems(file.id(), "", BATCH);
        while (!items.isEmpty()) {
            records.assignItems(file.id(), register(file, items));
            items = records.dynamicItems(file.id(), items.get(items.size() - 1).mpn(), BATCH);
        }
    }

    private Map<String, Item> register(UsageFile file, List<DynamicItem> items) {
        ItemRegistry registry = keeping.registry();
        if (registry == null) {
            throw new RefusedException(
                    "NO_ITEM_REGISTRY",
                    file.id() + " describes items that the product does not define, and no registry takes them");
        }
        Map<String, Item> registered = registry.register(file.product(), new LinkedHashSet<>(items));
        for (DynamicItem item : items) {
            if (!registered.containsKey(item.mpn())) {
                throw new IllegalStateException("the item registry gave no item for the MPN " + item.mpn());
            }
        }
        return registered;
    }

    /** Retires the suspended records of earlier files whose rows this file reports, corrected. */
    void recycle(Desk.Unit unit, UsageFile file, Actor actor) {
        if (!file.details().counts() || !anySuspended(unit.session(), file)) {
            return;
        }
        RecordStore records = unit.session().records();
        List<UsageRecord> slice = records.slice(file.id(), -1, BATCH);
        while (!slice.isEmpty()) {
            Map<RecordKey, UsageRecordId> successors = pending(slice);
            if (!successors.isEmpty()) {
                recycle(unit, file, successors, actor);
            }
            slice = records.slice(file.id(), slice.get(slice.size() - 1).position(), BATCH);
        }
    }

    private boolean anySuspended(StoreSession session, UsageFile file) {
        FileQuery query = FileQuery.ALL
                .in(UsageFileStatus.ACCEPTED, UsageFileStatus.CLOSED)
                .ofProduct(file.product())
                .ofContract(file.contract());
        boolean[] any = new boolean[1];
        desk.forEachFile(session, query, each -> any[0] |= each.counts().of(RecordStatus.SUSPENDED) > 0);
        return any[0];
    }

    private static Map<RecordKey, UsageRecordId> pending(List<UsageRecord> slice) {
        Map<RecordKey, UsageRecordId> ids = new HashMap<>();
        for (UsageRecord record : slice) {
            RecordKey key = record.key();
            if (key != null && record.status() == RecordStatus.PENDING) {
                ids.put(key, record.id());
            }
        }
        return ids;
    }

    private void recycle(Desk.Unit unit, UsageFile file, Map<RecordKey, UsageRecordId> successors, Actor actor) {
        Set<RecordKey> keys = successors.keySet();
        Map<UsageFileId, Map<UsageRecord, UsageRecordId>> byFile = new LinkedHashMap<>();
        for (UsageRecord suspended : unit.session().records().findSuspended(file.product(), file.contract(), keys)) {
            UsageRecordId successor = successors.get(suspended.key());
            if (successor != null && !suspended.file().equals(file.id())) {
                byFile.computeIfAbsent(suspended.file(), id -> new LinkedHashMap<>())
                        .put(suspended, successor);
            }
        }
        byFile.forEach((id, records) -> retire(unit, id, records, actor));
    }

    private void retire(Desk.Unit unit, UsageFileId id, Map<UsageRecord, UsageRecordId> records, Actor actor) {
        UsageFile former = desk.found(unit.session(), id, Desk.LIBRARY);
        UsageFile changed = former.change()
                .counts(former.counts().moved(records.size(), RecordStatus.SUSPENDED, null))
                .build();
        unit.session().files().update(changed);
        records.forEach((suspended, successor) -> {
            unit.session().records().update(suspended.withSuccessor(successor));
            unit.tell(former, changed, EventAction.RECYCLE, actor, successor.value(), suspended.id());
        });
    }
}
