package org.usageflow.jdbc.internal.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.model.Item;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;

/** What the records of files refer to by a number: items and subscriptions, as they were when the records were judged. That of the last files is remembered. */
final class RecordReferences {

    private static final int REMEMBERED = 8;

    private final JdbcSession session;
    private final Map<Long, RecordFileReferences> files = new LinkedHashMap<>();

    RecordReferences(JdbcSession session) {
        this.session = session;
    }

    /**
     * What the records of a file refer to that is about to be changed.
     *
     * @throws IllegalArgumentException if it does not exist
     */
    RecordFileReferences of(UsageFileId file) {
        return of(session.vendor(file), FileNumbers.of(file));
    }

    private RecordFileReferences of(String vendor, long file) {
        // Taken out and put in again, so that the one that was not used for longest comes first
        RecordFileReferences known = files.remove(file);
        if (known == null) {
            if (files.size() == REMEMBERED) {
                files.remove(files.keySet().iterator().next());
            }
            known = new RecordFileReferences(session, vendor, file);
        }
        files.put(file, known);
        return known;
    }

    /** Forgets what is known of a file, because rows of it were removed. */
    void forget(UsageFileId file) {
        files.remove(FileNumbers.of(file));
    }

    /** The records of these rows, in their order, with what they refer to: two questions a file, for what is not remembered. */
    List<UsageRecord> records(List<RecordRow> rows) {
        var records = new ArrayList<UsageRecord>(rows.size());
        int from = 0;
        while (from < rows.size()) {
            int to = from + 1;
            while (to < rows.size() && rows.get(to).file() == rows.get(from).file()) {
                to++;
            }
            addRecords(rows.subList(from, to), records);
            from = to;
        }
        return records;
    }

    private void addRecords(List<RecordRow> rows, List<UsageRecord> records) {
        long file = rows.get(0).file();
        RecordFileReferences references = of(session.vendor(FileNumbers.id(file)), file);
        RecordPool<Item> items = references.items();
        RecordPool<RecordSubscription> subscriptions = references.subscriptions();
        load(items, rows, RecordRow::item);
        load(subscriptions, rows, RecordRow::subscription);
        for (RecordRow row : rows) {
            records.add(row.with(
                    row.item() == 0 ? null : items.value(row.item()),
                    row.subscription() == 0 ? null : subscriptions.value(row.subscription())));
        }
    }

    private static void load(RecordPool<?> pool, List<RecordRow> rows, ToIntFunction<RecordRow> number) {
        Set<Integer> all = new HashSet<>();
        int last = 0;
        for (RecordRow row : rows) {
            int next = number.applyAsInt(row);
            if (next != last && next > 0) {
                all.add(next);
            }
            last = next;
        }
        pool.load(all);
    }
}
