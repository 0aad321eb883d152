package org.usageflow.jdbc.internal.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.StaleVersionException;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.jdbc.internal.sql.Sql;
import org.usageflow.jdbc.internal.sql.Texts;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.EventAction;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.Version;
import org.usageflow.spi.store.HistoryStore;

/** What happened to the files of a transaction. An event that was not delivered has a row in the outbox too, by which it is found among all that were. */
final class JdbcHistory implements HistoryStore {

    private static final List<String> COLUMNS = List.of(
            "vendor",
            "file_no",
            "number",
            "happened_at",
            "action",
            "from_status",
            "to_status",
            "by_role",
            "by_account",
            "by_user",
            "note",
            "record_number",
            "record_file",
            "version");
    private static final String LISTED = "select " + String.join(", ", COLUMNS.subList(2, COLUMNS.size()))
            + " from {event} where vendor = ? and file_no = ? and number > ? order by number limit ?";

    private final JdbcSession session;

    JdbcHistory(JdbcSession session) {
        this.session = session;
    }

    @Override
    public long last(UsageFileId file) {
        return session.findVendor(file)
                .map(vendor -> last(vendor, FileNumbers.of(file)))
                .orElse(0L);
    }

    private long last(String vendor, long file) {
        return session.sql().count("select max(number) from {event} where vendor = ? and file_no = ?", vendor, file);
    }

    @Override
    public void append(UsageEvent event) {
        String vendor = session.vendor(event.file());
        long file = FileNumbers.of(event.file());
        long next = last(vendor, file) + 1;
        if (event.number() > next) {
            throw new IllegalArgumentException(
                    "event " + event.number() + " of " + event.file() + " comes where " + next + " is due");
        }
        Sql sql = session.sql();
        if (event.number() < next || !session.dialect().insertAbsent(sql, "event", COLUMNS, values(vendor, event))) {
            throw new StaleVersionException(
                    event.file().value(),
                    event.version(),
                    session.fileVersion(event.file()).orElse(event.version()));
        }
        sql.update("insert into {outbox} (vendor, file_no, number) values (?, ?, ?)", vendor, file, event.number());
    }

    private static @Nullable Object[] values(String vendor, UsageEvent event) {
        var values = new ArrayList<@Nullable Object>(COLUMNS.size());
        values.add(vendor);
        values.add(FileNumbers.of(event.file()));
        values.add(event.number());
        values.add(event.at());
        values.add(event.action().name());
        values.add(event.from() == null ? null : event.from().name());
        values.add(event.to().name());
        values.addAll(ActorColumns.values(event.by()));
        values.add(Texts.any(event.note()));
        values.add(event.record() == null ? null : event.record().number());
        values.add(event.record() == null ? null : FileNumbers.of(event.record().file()));
        values.add(event.version().number());
        return values.toArray();
    }

    @Override
    public List<UsageEvent> list(UsageFileId file, long afterNumber, int limit) {
        Optional<String> vendor = session.findVendor(file);
        return vendor.isEmpty()
                ? List.of()
                : session.sql()
                        .list(LISTED, row -> read(file, row), vendor.get(), FileNumbers.of(file), afterNumber, limit);
    }

    private static UsageEvent read(UsageFileId file, Row row) throws SQLException {
        long number = row.number();
        Instant at = row.time();
        EventAction action = EventAction.valueOf(row.text());
        String from = row.textOrNull();
        UsageFileStatus to = UsageFileStatus.valueOf(row.text());
        Actor by = ActorColumns.read(row);
        String note = Texts.readAny(row.textOrNull());
        Integer recordNumber = row.integerOrNull();
        long recordFile = row.number();
        UsageRecordId record = recordNumber == null ? null : FileNumbers.record(recordFile, recordNumber);
        return new UsageEvent(
                file,
                number,
                at,
                action,
                from == null ? null : UsageFileStatus.valueOf(from),
                to,
                by,
                note,
                record,
                new Version(row.number()));
    }

    @Override
    public long delivered(UsageFileId file) {
        Optional<String> vendor = session.findVendor(file);
        if (vendor.isEmpty()) {
            return 0;
        }
        long first = session.sql()
                .count(
                        "select min(number) from {outbox} where vendor = ? and file_no = ?",
                        vendor.get(),
                        FileNumbers.of(file));
        return first > 0 ? first - 1 : last(vendor.get(), FileNumbers.of(file));
    }

    @Override
    public void markDelivered(UsageFileId file, long number) {
        session.sql()
                .update(
                        "delete from {outbox} where vendor = ? and file_no = ? and number <= ?",
                        session.vendor(file),
                        FileNumbers.of(file),
                        number);
    }

    @Override
    public List<UsageFileId> undelivered(String afterId, int limit) {
        return session.sql()
                .list(
                        "select distinct file_no from {outbox} where file_no > ? order by file_no limit ?",
                        row -> FileNumbers.id(row.number()),
                        afterId.isEmpty() ? -1 : FileNumbers.of(new UsageFileId(afterId)),
                        limit);
    }
}
