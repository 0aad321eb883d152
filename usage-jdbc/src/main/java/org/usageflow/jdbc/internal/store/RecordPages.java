package org.usageflow.jdbc.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.jdbc.internal.sql.Sql;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.UsageRecord;
import org.usageflow.query.PageKey;
import org.usageflow.query.RecordQuery;
import org.usageflow.query.RecordSort;
import org.usageflow.spi.store.ReadScope;

/** Answers a query for records of one file. A page costs what an index finds of it; but for the order of starts, in which a file's records are sorted for each page. */
final class RecordPages {

    private static final List<RecordStatus> STATUSES = List.of(RecordStatus.values());

    private final JdbcSession session;
    private final RecordQuery query;
    private final ReadScope reader;

    /** Which of the records a part of the order is: those without a value come first, as a part of their own. */
    private enum Band {
        ALL,
        WITHOUT_VALUE,
        WITH_VALUE
    }

    RecordPages(JdbcSession session, RecordQuery query, ReadScope reader) {
        this.session = session;
        this.query = query;
        this.reader = reader;
    }

    long count() {
        Clause question = filter(RecordSight.of(session, query.file(), reader).count());
        return session.sql()
                .first(question.text(), Row::number, question.parameters())
                .orElseThrow();
    }

    List<UsageRecord> list() {
        RecordSight sight = RecordSight.of(session, query.file(), reader);
        PageKey after = query.after();
        var rows = new ArrayList<RecordRow>();
        for (Band band : bands()) {
            boolean begun = after != null && band != bandOf(after);
            if (begun && band == bands().get(0)) {
                continue;
            }
            if (rows.size() < query.limit()) {
                rows.addAll(list(sight, band, begun ? null : after, query.limit() - rows.size()));
            }
        }
        return session.references().records(rows);
    }

    /** The parts of the order, in this order. */
    private List<Band> bands() {
        if (query.sort() == RecordSort.POSITION) {
            return List.of(Band.ALL);
        }
        return query.descending()
                ? List.of(Band.WITH_VALUE, Band.WITHOUT_VALUE)
                : List.of(Band.WITHOUT_VALUE, Band.WITH_VALUE);
    }

    private Band bandOf(PageKey key) {
        if (query.sort() == RecordSort.POSITION) {
            return Band.ALL;
        }
        return key.value().isEmpty() ? Band.WITHOUT_VALUE : Band.WITH_VALUE;
    }

    private List<RecordRow> list(RecordSight sight, Band band, @Nullable PageKey after, int limit) {
        Clause question = filter(sight.records());
        if (band != Band.ALL) {
            question.add("and " + valueColumn() + (band == Band.WITH_VALUE ? " is not null" : " is null"));
        }
        List<KeyColumn> key = key(band, after);
        if (after != null) {
            question.add("and").add(KeyColumn.behind(key, query.descending()));
        }
        // The whole key of the index, so that none of the databases sorts
        var order = new ArrayList<KeyColumn>();
        order.add(new KeyColumn("r.vendor", "?", null));
        order.add(new KeyColumn("r.file_no", "?", null));
        if (band == Band.WITHOUT_VALUE) {
            order.add(new KeyColumn(valueColumn(), "?", null));
        }
        order.addAll(key);
        question.add(KeyColumn.order(order, query.descending())).add("limit ?", limit);
        return session.sql().page(question.text(), new RecordDecoder(), question.parameters());
    }

    private String valueColumn() {
        return query.sort() == RecordSort.KEY ? "r." + session.dialect().recordKey() : "r.start_at";
    }

    private List<KeyColumn> key(Band band, @Nullable PageKey after) {
        var columns = new ArrayList<KeyColumn>();
        if (band == Band.WITH_VALUE && query.sort() == RecordSort.KEY) {
            columns.add(new KeyColumn(
                    valueColumn(), session.dialect().recordKeyMark(), after == null ? null : after.value()));
        } else if (band == Band.WITH_VALUE) {
            Instant start = after == null ? Instant.EPOCH : Instant.parse(after.value());
            columns.add(new KeyColumn(valueColumn(), "?", start));
            columns.add(new KeyColumn("r.start_nanos", "?", Sql.nanos(start)));
        }
        columns.add(new KeyColumn("r.position", "?", after == null ? null : Long.valueOf(after.id())));
        return columns;
    }

    private Clause filter(Clause question) {
        question.add("and r.successor_file is null");
        if (!query.statuses().isEmpty()) {
            List<String> names =
                    query.statuses().stream().map(RecordStatus::name).toList();
            question.add("and").in("r.status", RecordLists.of(names, names.get(0), STATUSES.size()));
        }
        if (query.key() != null) {
            question.add(
                    "and r." + session.dialect().recordKey() + " = "
                            + session.dialect().recordKeyMark(),
                    query.key().value());
        }
        var refer = new RecordRefer(session, query.file());
        if (query.item() != null) {
            question.add("and").add(refer.toItem(query.item()));
        }
        if (query.subscription() != null) {
            question.add("and").add(refer.toSubscription(query.subscription()));
        }
        if (query.hub() != null) {
            question.add("and").add(refer.toHub(query.hub()));
        }
        return question;
    }
}
