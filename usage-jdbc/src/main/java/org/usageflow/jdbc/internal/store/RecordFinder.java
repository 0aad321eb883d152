package org.usageflow.jdbc.internal.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.spi.store.ReadScope;

/** Finds records by ids, as a reader sees them. */
final class RecordFinder {

    private final JdbcSession session;
    private final ReadScope reader;

    RecordFinder(JdbcSession session, ReadScope reader) {
        this.session = session;
        this.reader = reader;
    }

    /** By the library's ids; retired ones too. */
    List<UsageRecord> byIds(Collection<UsageRecordId> ids) {
        Map<UsageFileId, Set<Integer>> byFile = new LinkedHashMap<>();
        ids.forEach(id ->
                byFile.computeIfAbsent(id.file(), any -> new LinkedHashSet<>()).add(id.number()));
        var rows = new ArrayList<RecordRow>();
        byFile.forEach((file, numbers) -> {
            RecordSight sight = RecordSight.of(session, file, reader);
            rows.addAll(listed(numbers, () -> sight.records().add("and"), "r.number", "?"));
        });
        return session.references().records(rows);
    }

    /** By the vendor's ids, by position; retired ones aside. */
    List<UsageRecord> byKeys(UsageFileId file, Set<RecordKey> keys) {
        RecordSight sight = RecordSight.of(session, file, reader);
        List<RecordRow> rows = listed(
                keys.stream().map(RecordKey::value).toList(),
                () -> sight.records().add("and r.successor_file is null and"),
                "r." + session.dialect().recordKey(),
                session.dialect().recordKeyMark());
        rows.sort(Comparator.comparingLong(RecordRow::position));
        return session.references().records(rows);
    }

    private List<RecordRow> listed(Collection<?> values, Supplier<Clause> beginning, String column, String mark) {
        var rows = new ArrayList<RecordRow>();
        var decoder = new RecordDecoder();
        for (List<?> some : RecordLists.of(values, session.dialect().listed())) {
            Clause question = beginning.get().add(RecordLists.in(column, mark, some));
            rows.addAll(session.sql().list(question.text(), decoder, question.parameters()));
        }
        return rows;
    }
}
