package org.usageflow.jdbc.internal.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.jdbc.internal.sql.Texts;
import org.usageflow.lifecycle.PartFileStatus;
import org.usageflow.model.Closing;
import org.usageflow.model.HubId;
import org.usageflow.model.PartContent;
import org.usageflow.model.PartFile;
import org.usageflow.model.PartFileId;
import org.usageflow.model.Party;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.Version;
import org.usageflow.spi.store.PartStore;
import org.usageflow.spi.store.ReadScope;

/** The part files of a transaction. */
final class JdbcParts implements PartStore {

    private static final List<String> KEYS = List.of("vendor", "file_no", "part_no");
    private static final List<String> NAMES = names();
    private static final String SELECTED = "select p.file_no, p.part_no, p." + String.join(", p.", NAMES);
    private static final String CHANGED = "update {part} set " + String.join(" = ?, ", NAMES)
            + " = ? where vendor = ? and file_no = ? and part_no = ? and version = ?";
    private static final int CONTENT_COLUMNS = 3;

    private final JdbcSession session;

    JdbcParts(JdbcSession session) {
        this.session = session;
    }

    private static List<String> names() {
        var names = new ArrayList<>(
                List.of("hub", "status", "outdated", "counts", "content_format", "content_sha256", "content_bytes"));
        names.addAll(ClosingColumns.NAMES);
        names.addAll(List.of("error_detail", "created_at", "version"));
        return List.copyOf(names);
    }

    @Override
    public void insert(PartFile part) {
        List<@Nullable Object> row = keys(session.vendor(part.file()), part.id());
        row.addAll(values(part));
        var columns = new ArrayList<>(KEYS);
        columns.addAll(NAMES);
        if (!session.dialect().insertAbsent(session.sql(), "part", columns, row.toArray())) {
            Version taken = version(part.id()).orElse(part.version());
            throw new StaleVersionException(part.id().value(), part.version(), taken);
        }
    }

    private static List<@Nullable Object> keys(String vendor, PartFileId id) {
        var keys = new ArrayList<@Nullable Object>();
        Collections.addAll(keys, vendor, FileNumbers.of(id.file()), id.number());
        return keys;
    }

    @Override
    public void update(PartFile changed) {
        Version former = Versions.former(changed.id().value(), changed.version());
        String vendor = session.findVendor(changed.file()).orElseThrow(() -> missing(changed.id()));
        List<@Nullable Object> parameters = values(changed);
        parameters.addAll(keys(vendor, changed.id()));
        parameters.add(former.number());
        if (session.sql().update(CHANGED, parameters.toArray()) == 0) {
            Version kept = version(changed.id()).orElseThrow(() -> missing(changed.id()));
            throw new StaleVersionException(changed.id().value(), former, kept);
        }
    }

    private Optional<Version> version(PartFileId id) {
        return session.sql()
                .first(
                        "select version from {part} where vendor = ? and file_no = ? and part_no = ?",
                        row -> new Version(row.number()),
                        keys(session.vendor(id.file()), id).toArray());
    }

    private static NotFoundException missing(PartFileId id) {
        return new NotFoundException("there is no part file " + id);
    }

    @Override
    public Optional<PartFile> find(PartFileId id, ReadScope reader) {
        return seen(id.file(), reader, Clause.of("and p.part_no = ?", id.number())).stream()
                .findFirst();
    }

    @Override
    public List<PartFile> list(UsageFileId file, ReadScope reader) {
        return seen(file, reader, Clause.of("order by p.part_no"));
    }

    /** The parts of a file as {@link ReadScope#seesBuyersOwn} says. */
    private List<PartFile> seen(UsageFileId file, ReadScope reader, Clause which) {
        if (reader.role() == Party.VENDOR) {
            return List.of();
        }
        Clause query = Clause.of(SELECTED)
                .add(SeenFiles.wholeWith(
                        " join {part} p on p.vendor = f.vendor and p.file_no = f.file_no", file, reader))
                .add(which);
        return session.sql().list(query.text(), JdbcParts::read, query.parameters());
    }

    @Override
    public List<PartFile> unsettled(@Nullable PartFileId after, int limit) {
        Clause query = Clause.of(SELECTED + " from {part} p where p.status = 'DRAFT'");
        List<KeyColumn> key = List.of(
                new KeyColumn("p.file_no", "?", after == null ? null : FileNumbers.of(after.file())),
                new KeyColumn("p.part_no", "?", after == null ? null : after.number()));
        if (after != null) {
            query.add("and").add(KeyColumn.behind(key, false));
        }
        query.add(KeyColumn.order(key, false)).add("limit ?", limit);
        return session.sql().list(query.text(), JdbcParts::read, query.parameters());
    }

    /** The values of {@link #NAMES}. */
    private static List<@Nullable Object> values(PartFile part) {
        var values = new ArrayList<@Nullable Object>(NAMES.size());
        values.add(part.hub() == null ? null : part.hub().value());
        values.add(part.status().name());
        values.add(part.outdated());
        values.add(CountsText.write(part.counts()));
        PartContent content = part.content();
        if (content == null) {
            values.addAll(Collections.nCopies(CONTENT_COLUMNS, null));
        } else {
            Collections.addAll(values, content.format(), content.sha256(), content.bytes());
        }
        values.addAll(ClosingColumns.values(part.closing()));
        values.add(Texts.any(part.error()));
        values.add(part.createdAt());
        values.add(part.version().number());
        return values;
    }

    private static PartFile read(Row row) throws SQLException {
        PartFileId id = PartFileId.of(FileNumbers.id(row.number()), row.integer());
        String hub = row.textOrNull();
        PartFileStatus status = PartFileStatus.valueOf(row.text());
        boolean outdated = row.flag();
        RecordCounts counts = CountsText.read(row.text());
        String format = row.textOrNull();
        PartContent content = null;
        if (format == null) {
            row.skip(CONTENT_COLUMNS - 1);
        } else {
            content = new PartContent(format, row.text(), row.number());
        }
        Closing closing = ClosingColumns.read(row);
        return new PartFile(
                id,
                hub == null ? null : new HubId(hub),
                status,
                outdated,
                counts,
                content,
                closing,
                Texts.readAny(row.textOrNull()),
                row.time(),
                new Version(row.number()));
    }
}
