package org.usageflow.core;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.EventAction;
import org.usageflow.model.HubId;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;

/**
 * Records of one file that a transaction closes, or whose closing it corrects, until all of them are kept at once. Used once.
 *
 * <p>Source: rules §4.1 (row 12), §4.2, §4.3.
 */
final class ClosedRecords {

    private final Desk.Unit unit;
    private final Actor actor;
    private final Map<UsageRecordId, UsageRecord> closed = new LinkedHashMap<>();
    private final Map<UsageRecordId, UsageRecord> corrected = new LinkedHashMap<>();

    ClosedRecords(Desk.Unit unit, Actor actor) {
        this.unit = unit;
        this.actor = actor;
    }

    /** Takes a record that was open until now. */
    void close(UsageRecord record) {
        closed.put(record.id(), record);
    }

    /** Takes a record that was closed before, perhaps just now. */
    void correct(UsageRecord record) {
        Map<UsageRecordId, UsageRecord> target = closed.containsKey(record.id()) ? closed : corrected;
        target.put(record.id(), record);
    }

    /** A record as it is taken; null where it is not. */
    @Nullable
    UsageRecord find(UsageRecordId id) {
        return closed.getOrDefault(id, corrected.get(id));
    }

    /** Keeps what was done, marks the parts outdated that have such records, and closes the file with its last record. */
    void keep(UsageFile before) {
        if (closed.isEmpty() && corrected.isEmpty()) {
            return;
        }
        UsageRecord only = closed.size() == 1 ? closed.values().iterator().next() : null;
        keepFile(unit, before, closed.size(), only, actor, after -> keepRecords(before, after));
    }

    private void keepRecords(UsageFile before, UsageFile after) {
        unit.session().records().replace(before.id(), List.copyOf(closed.values()));
        unit.session().records().replace(before.id(), List.copyOf(corrected.values()));
        Set<@Nullable HubId> hubs = hubs();
        Parts.overtake(unit, before.id(), part -> hubs.contains(part.hub()));
        corrected
                .values()
                .forEach(each -> unit.tell(before, after, EventAction.CORRECT_BILLING, actor, null, each.id()));
    }

    private Set<@Nullable HubId> hubs() {
        var hubs = new HashSet<@Nullable HubId>();
        for (Map<UsageRecordId, UsageRecord> records : List.of(closed, corrected)) {
            records.values().forEach(each -> hubs.add(Parts.hubOf(each)));
        }
        return hubs;
    }

    /** Keeps a file of which so many records were closed in the store, and closes it with its last one. */
    static void keepFile(Desk.Unit unit, UsageFile before, long number, Actor actor) {
        if (number > 0) {
            keepFile(unit, before, number, null, actor, after -> {});
        }
    }

    private static void keepFile(
            Desk.Unit unit,
            UsageFile before,
            long number,
            @Nullable UsageRecord only,
            Actor actor,
            Consumer<UsageFile> records) {
        RecordCounts counts = before.counts().moved(number, RecordStatus.ACCEPTED, RecordStatus.CLOSED);
        UsageFile after = before.change().counts(counts).build();
        UsageFile closed =
                before.change().counts(counts).status(UsageFileStatus.CLOSED).build();
        boolean closes =
                number > 0 && before.status() == UsageFileStatus.ACCEPTED && counts.of(RecordStatus.ACCEPTED) == 0;
        unit.session().files().update(closes ? closed : after);
        records.accept(after);
        if (number > 0) {
            String note = only == null ? number + " records" : null;
            unit.tell(before, after, EventAction.CLOSE_RECORDS, actor, note, only == null ? null : only.id());
        }
        if (closes) {
            unit.tell(after, closed, EventAction.CLOSE, Desk.LIBRARY, null, null);
        }
    }
}
