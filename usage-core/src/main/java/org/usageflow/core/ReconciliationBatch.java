package org.usageflow.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.reconcile.NamedRecords;
import org.usageflow.core.internal.reconcile.ReconciliationRow;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.Closing;
import org.usageflow.model.ReconciliationFile;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.spi.store.ReadScope;

/**
 * Rows of a reconciliation file on their way to close records in a transaction. Used once.
 *
 * <p>Source: rules §3.7.
 */
final class ReconciliationBatch {

    private final Desk.Unit unit;
    private final ReconciliationFile reconciliation;
    private final ReadScope reader;
    private final UsageFile file;
    private final Instant now;
    private final ClosedRecords closed;
    private final Set<Integer> named = new HashSet<>();

    /** What comes of a row. */
    enum Kind {
        CLOSED,
        UNCHANGED,
        /** Another row before named the record and was not refused. */
        AGAIN,
        UNKNOWN,
        NOT_ACCEPTED,
        OTHER_BILLING_ID
    }

    /** What comes of a row, and the running number of its record; 0 for none. */
    record Outcome(Kind kind, int record) {}

    ReconciliationBatch(Desk desk, Desk.Unit unit, ReconciliationFile reconciliation, Instant now) {
        this.unit = unit;
        this.reconciliation = reconciliation;
        this.reader = desk.scope(reconciliation.uploadedBy());
        // Before its records: its version tells whether another transaction changed them since
        this.file = desk.found(unit.session(), reconciliation.file(), reconciliation.uploadedBy());
        this.now = now;
        this.closed = new ClosedRecords(unit, reconciliation.uploadedBy());
    }

    /**
     * Closes what can be closed.
     *
     * @param before the records that rows of former batches named
     * @return what came of each row, in their order
     */
    List<Outcome> close(List<ReconciliationRow> rows, NamedRecords before) {
        Map<String, UsageRecord> records = records(rows);
        var outcomes = new ArrayList<Outcome>(rows.size());
        for (ReconciliationRow row : rows) {
            UsageRecord record = records.get(row.id());
            if (record == null) {
                outcomes.add(new Outcome(Kind.UNKNOWN, 0));
                continue;
            }
            int number = record.id().number();
            boolean again = before.contains(number) || named.contains(number);
            outcomes.add(new Outcome(again ? Kind.AGAIN : close(row, record), number));
        }
        closed.keep(file);
        return outcomes;
    }

    private Kind close(ReconciliationRow row, UsageRecord record) {
        Closing former = record.closing();
        if (former != null && !former.billingId().equals(row.billingId())) {
            return Kind.OTHER_BILLING_ID;
        }
        if (former == null && (record.status() != RecordStatus.ACCEPTED || record.isRetired())) {
            return Kind.NOT_ACCEPTED;
        }
        named.add(record.id().number());
        if (former != null) {
            return Kind.UNCHANGED;
        }
        closed.close(record.withClosing(new Closing(row.billingId(), row.note(), now, reconciliation.uploadedBy())));
        return Kind.CLOSED;
    }

    /** The records that rows name, by their names: the library's ids first, and what is none as the vendor's. */
    private Map<String, UsageRecord> records(List<ReconciliationRow> rows) {
        var byName = new HashMap<String, UsageRecord>();
        Set<UsageRecordId> ids = new HashSet<>();
        for (ReconciliationRow row : rows) {
            UsageRecordId id = ownId(row.id());
            if (id != null) {
                ids.add(id);
            }
        }
        unit.session()
                .records()
                .findAll(ids, reader)
                .forEach(each -> byName.put(each.id().value(), each));
        Set<RecordKey> keys = new HashSet<>();
        for (ReconciliationRow row : rows) {
            if (!byName.containsKey(row.id())) {
                keys.add(new RecordKey(row.id()));
            }
        }
        for (UsageRecord each : unit.session().records().findByKeys(file.id(), keys, reader)) {
            if (each.key() != null) {
                byName.merge(each.key().value(), each, ReconciliationBatch::likelier);
            }
        }
        return byName;
    }

    private @Nullable UsageRecordId ownId(String text) {
        if (!UsageRecordId.isShaped(text)) {
            return null;
        }
        var id = new UsageRecordId(text);
        return id.file().equals(file.id()) ? id : null;
    }

    /** Of two records with one vendor's id, which only a suspended row can have twice, the one that is billed. */
    private static UsageRecord likelier(UsageRecord one, UsageRecord other) {
        boolean billed = other.status() == RecordStatus.ACCEPTED || other.status() == RecordStatus.CLOSED;
        return billed ? other : one;
    }
}
