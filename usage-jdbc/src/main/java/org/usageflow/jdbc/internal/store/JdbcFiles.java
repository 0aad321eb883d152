package org.usageflow.jdbc.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.jdbc.internal.sql.Sql;
import org.usageflow.model.AccountId;
import org.usageflow.model.ProductId;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.Version;
import org.usageflow.query.FileQuery;
import org.usageflow.spi.store.FileStore;
import org.usageflow.spi.store.ReadScope;

/** The files of a transaction. */
final class JdbcFiles implements FileStore {

    private static final List<String> ID_COLUMNS = List.of("file_no", "vendor");
    private static final List<String> INSERTED = inserted();
    private static final String CHANGED = "update {file} set " + String.join(" = ?, ", FileColumns.NAMES)
            + " = ? where vendor = ? and file_no = ? and product = ? and contract = ? and version = ?";
    private static final String MOVED =
            "update {file} set product = ?, contract = ?, scope_no = ? where vendor = ? and file_no = ? and version = ?";

    private final JdbcSession session;

    JdbcFiles(JdbcSession session) {
        this.session = session;
    }

    private static List<String> inserted() {
        var columns = new ArrayList<>(FileColumns.KEYS);
        columns.add("scope_no");
        columns.addAll(FileColumns.NAMES);
        return List.copyOf(columns);
    }

    @Override
    public Insertion insert(UsageFile file) {
        Sql sql = session.sql();
        long number = FileNumbers.of(file.id());
        String vendor = file.vendor().value();
        if (!session.dialect().insertAbsent(sql, "file_id", ID_COLUMNS, number, vendor)) {
            return Insertion.ID_TAKEN;
        }
        var scopes = new Scopes(session);
        Scopes.Scope scope = scopes.of(file);
        var row = new ArrayList<>(FileColumns.keys(file));
        row.add(scope.number());
        row.addAll(FileColumns.values(file));
        if (session.dialect().insertAbsent(sql, "file", INSERTED, row.toArray())) {
            session.know(file.id(), vendor);
            return Insertion.DONE;
        }
        scopes.undo(vendor, scope);
        sql.update("delete from {file_id} where file_no = ?", number);
        return Insertion.EXTERNAL_ID_TAKEN;
    }

    @Override
    public void update(UsageFile changed) {
        Version former = Versions.former(changed.id().value(), changed.version());
        if (!isUpdated(changed, former)) {
            String vendor = session.findVendor(changed.id()).orElseThrow(() -> missing(changed));
            Version kept = session.fileVersion(changed.id()).orElseThrow(() -> missing(changed));
            if (!kept.equals(former)) {
                throw new StaleVersionException(changed.id().value(), former, kept);
            }
            move(changed, vendor, former);
        }
    }

    private boolean isUpdated(UsageFile changed, Version former) {
        List<@Nullable Object> parameters = FileColumns.values(changed);
        parameters.addAll(FileColumns.keys(changed));
        parameters.add(former.number());
        return session.sql().update(CHANGED, parameters.toArray()) > 0;
    }

    /** Keeps a file whose product or contract is another one now. */
    private void move(UsageFile changed, String vendor, Version former) {
        if (!vendor.equals(changed.vendor().value())) {
            throw new IllegalArgumentException(changed.id() + " is " + vendor + "'s, and stays so");
        }
        session.sql()
                .update(
                        MOVED,
                        changed.product().value(),
                        changed.contract().value(),
                        new Scopes(session).of(changed).number(),
                        vendor,
                        FileNumbers.of(changed.id()),
                        former.number());
        if (!isUpdated(changed, former)) {
            throw new StaleVersionException(
                    changed.id().value(),
                    former,
                    session.fileVersion(changed.id()).orElseThrow(() -> missing(changed)));
        }
    }

    private static NotFoundException missing(UsageFile changed) {
        return new NotFoundException("there is no usage file " + changed.id());
    }

    @Override
    public Optional<UsageFile> find(UsageFileId id, ReadScope reader) {
        return selected(SeenFiles.one(id, reader), reader).stream().findFirst();
    }

    @Override
    public Optional<UsageFile> findByExternalId(AccountId vendor, ProductId product, String externalId) {
        return session.sql()
                .first(
                        FileColumns.SELECTED
                                + " from {file} f where f.vendor = ? and f.product = ? and f.external_id = ?",
                        FileColumns::read,
                        vendor.value(),
                        product.value(),
                        externalId);
    }

    @Override
    public List<UsageFile> list(FileQuery query, ReadScope reader) {
        var page = new FilePage(query, session.dialect());
        return selected(SeenFiles.all(reader).add(page.filters()).add(page.page()), reader);
    }

    private List<UsageFile> selected(Clause which, ReadScope reader) {
        List<UsageFile> files =
                session.sql().list(FileColumns.SELECTED + " " + which.text(), FileColumns::read, which.parameters());
        files.forEach(each -> session.know(each.id(), each.vendor().value()));
        return new OwnCounts(session.sql(), reader).masked(files);
    }

    @Override
    public long count(FileQuery query, ReadScope reader) {
        Clause which = SeenFiles.all(reader).add(new FilePage(query, session.dialect()).filters());
        return session.sql()
                .first("select count(*) " + which.text(), Row::number, which.parameters())
                .orElseThrow();
    }
}
