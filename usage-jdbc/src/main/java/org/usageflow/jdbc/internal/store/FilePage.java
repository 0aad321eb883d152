package org.usageflow.jdbc.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.dialect.Dialect;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.jdbc.internal.sql.Sql;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.UsageFileId;
import org.usageflow.query.FileQuery;
import org.usageflow.query.PageKey;

/** A query for files as conditions, an order and a limit, behind what says which files are seen. */
final class FilePage {

    private final FileQuery query;
    private final Dialect dialect;

    FilePage(FileQuery query, Dialect dialect) {
        this.query = query;
        this.dialect = dialect;
    }

    /** What the filters let through. */
    Clause filters() {
        var filters = new Clause();
        if (!query.statuses().isEmpty()) {
            filters.add("and")
                    .in(
                            "f.status",
                            query.statuses().stream().map(UsageFileStatus::name).toList());
        }
        if (query.product() != null) {
            filters.add("and f.product = ?", query.product().value());
        }
        if (query.contract() != null) {
            filters.add("and f.contract = ?", query.contract().value());
        }
        if (query.kind() != null) {
            filters.add("and f.kind = ?", query.kind().name());
        }
        if (query.period() != null) {
            Instant start = query.period().start();
            Instant end = query.period().end();
            filters.add("and f.period_start = ? and f.period_start_nanos = ?", start, Sql.nanos(start));
            filters.add("and f.period_end = ? and f.period_end_nanos = ?", end, Sql.nanos(end));
        }
        return filters;
    }

    /** Where the page begins, in which order it comes, and how long it is. */
    Clause page() {
        PageKey after = query.after();
        List<KeyColumn> columns = columns(after);
        var page = new Clause();
        if (after != null) {
            page.add("and").add(KeyColumn.behind(columns, query.descending()));
        }
        return page.add(KeyColumn.order(columns, query.descending())).add("limit ?", query.limit());
    }

    /** The whole key of the order. */
    private List<KeyColumn> columns(@Nullable PageKey after) {
        String value = after == null ? "" : after.value();
        Long file = after == null ? null : FileNumbers.of(new UsageFileId(after.id()));
        var columns = new ArrayList<KeyColumn>();
        switch (query.sort()) {
            case ID -> {}
            case NAME -> columns.add(new KeyColumn(dialect.byCodePoints("f.name"), dialect.byCodePoints("?"), value));
            case CREATED -> {
                Instant created = after == null ? Instant.EPOCH : Instant.parse(value);
                columns.add(new KeyColumn("f.created_at", "?", created));
                // What is kept has no nanoseconds, so a key with some lies behind all files of its microsecond
                file = file == null || Sql.nanos(created) == 0 ? file : Long.valueOf(Long.MAX_VALUE);
            }
            case PERIOD_START -> {
                Instant start = after == null ? Instant.EPOCH : Instant.parse(value);
                columns.add(new KeyColumn("f.period_start", "?", start));
                columns.add(new KeyColumn("f.period_start_nanos", "?", Sql.nanos(start)));
            }
        }
        columns.add(new KeyColumn("f.file_no", "?", file));
        return columns;
    }
}
