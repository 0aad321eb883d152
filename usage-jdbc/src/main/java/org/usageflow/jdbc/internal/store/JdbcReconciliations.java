package org.usageflow.jdbc.internal.store;

import java.sql.SQLException;
import java.time.Instant;
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
import org.usageflow.lifecycle.ReconciliationStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.Party;
import org.usageflow.model.ReconciliationCounts;
import org.usageflow.model.ReconciliationFile;
import org.usageflow.model.ReconciliationFileId;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.Version;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;
import org.usageflow.spi.store.ReadScope;
import org.usageflow.spi.store.ReconciliationStore;

/** The reconciliation files of a transaction. */
final class JdbcReconciliations implements ReconciliationStore {

    private static final List<String> KEYS = List.of("vendor", "file_no", "recon_no");
    private static final List<String> NAMES = List.of(
            "status",
            "sha256",
            "size_bytes",
            "closed",
            "unchanged",
            "refused",
            "error_detail",
            "uploaded_role",
            "uploaded_account",
            "uploaded_user",
            "uploaded_at",
            "version");
    private static final String SELECTED = "select p.file_no, p.recon_no, p." + String.join(", p.", NAMES);
    private static final String CHANGED = "update {reconciliation} set " + String.join(" = ?, ", NAMES)
            + " = ? where vendor = ? and file_no = ? and recon_no = ? and version = ?";

    private final JdbcSession session;

    JdbcReconciliations(JdbcSession session) {
        this.session = session;
    }

    @Override
    public void insert(ReconciliationFile file) {
        List<@Nullable Object> row = keys(session.vendor(file.file()), file.id());
        row.addAll(values(file));
        var columns = new ArrayList<>(KEYS);
        columns.addAll(NAMES);
        if (!session.dialect().insertAbsent(session.sql(), "reconciliation", columns, row.toArray())) {
            Version taken = version(file.id()).orElse(file.version());
            throw new StaleVersionException(file.id().value(), file.version(), taken);
        }
    }

    private static List<@Nullable Object> keys(String vendor, ReconciliationFileId id) {
        var keys = new ArrayList<@Nullable Object>();
        Collections.addAll(keys, vendor, FileNumbers.of(id.file()), id.number());
        return keys;
    }

    @Override
    public void update(ReconciliationFile changed) {
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

    /** The version that is kept; empty where no file has the id. */
    private Optional<Version> version(ReconciliationFileId id) {
        return session.findVendor(id.file())
                .flatMap(vendor -> session.sql()
                        .first(
                                "select version from {reconciliation} where vendor = ? and file_no = ? and recon_no = ?",
                                row -> new Version(row.number()),
                                keys(vendor, id).toArray()));
    }

    private static NotFoundException missing(ReconciliationFileId id) {
        return new NotFoundException("there is no reconciliation file " + id);
    }

    @Override
    public Optional<ReconciliationFile> find(ReconciliationFileId id, ReadScope reader) {
        return seen(id.file(), reader, Clause.of("and p.recon_no = ?", id.number())).stream()
                .findFirst();
    }

    @Override
    public List<ReconciliationFile> list(UsageFileId file, ReadScope reader) {
        return seen(file, reader, Clause.of("order by p.recon_no"));
    }

    /** The reconciliation files of a usage file as {@link ReadScope#seesBuyersOwn} says. */
    private List<ReconciliationFile> seen(UsageFileId file, ReadScope reader, Clause which) {
        if (reader.role() == Party.VENDOR) {
            return List.of();
        }
        Clause query = Clause.of(SELECTED)
                .add(SeenFiles.wholeWith(
                        " join {reconciliation} p on p.vendor = f.vendor and p.file_no = f.file_no", file, reader))
                .add(which);
        return session.sql().list(query.text(), JdbcReconciliations::read, query.parameters());
    }

    @Override
    public List<ReconciliationFile> unsettled(@Nullable ReconciliationFileId after, int limit) {
        Clause query = Clause.of(SELECTED + " from {reconciliation} p where p.status = 'PROCESSING'");
        List<KeyColumn> key = List.of(
                new KeyColumn("p.file_no", "?", after == null ? null : FileNumbers.of(after.file())),
                new KeyColumn("p.recon_no", "?", after == null ? null : after.number()));
        if (after != null) {
            query.add("and").add(KeyColumn.behind(key, false));
        }
        query.add(KeyColumn.order(key, false)).add("limit ?", limit);
        return session.sql().list(query.text(), JdbcReconciliations::read, query.parameters());
    }

    @Override
    public void appendProblems(ReconciliationFileId file, List<PlacedProblem> problems) {
        existing(file).append(problems);
    }

    @Override
    public void eraseValues(ReconciliationFileId file) {
        existing(file).eraseValues();
    }

    /** The problems of a file that exists. */
    private ProblemRows existing(ReconciliationFileId file) {
        if (version(file).isEmpty()) {
            throw missing(file);
        }
        return new ProblemRows(session, session.vendor(file.file()), FileNumbers.of(file.file()), file.number());
    }

    @Override
    public List<PlacedProblem> problems(ReconciliationFileId file, @Nullable ProblemKey after, int limit) {
        return session.findVendor(file.file())
                .map(vendor -> new ProblemRows(session, vendor, FileNumbers.of(file.file()), file.number()))
                .map(rows -> after == null ? rows.first(limit) : rows.list(after, limit))
                .orElse(List.of());
    }

    /** The values of {@link #NAMES}. */
    private static List<@Nullable Object> values(ReconciliationFile file) {
        var values = new ArrayList<@Nullable Object>(NAMES.size());
        values.add(file.status().name());
        values.add(file.sha256());
        values.add(file.bytes());
        values.add(file.counts().closed());
        values.add(file.counts().unchanged());
        values.add(file.counts().refused());
        values.add(Texts.any(file.error()));
        values.addAll(ActorColumns.values(file.uploadedBy()));
        values.add(file.uploadedAt());
        values.add(file.version().number());
        return values;
    }

    private static ReconciliationFile read(Row row) throws SQLException {
        ReconciliationFileId id = ReconciliationFileId.of(FileNumbers.id(row.number()), row.integer());
        ReconciliationStatus status = ReconciliationStatus.valueOf(row.text());
        String sha256 = row.text();
        long bytes = row.number();
        var counts = new ReconciliationCounts(row.number(), row.number(), row.number());
        String error = Texts.readAny(row.textOrNull());
        Actor by = ActorColumns.read(row);
        Instant at = row.time();
        return new ReconciliationFile(id, status, sha256, bytes, counts, error, by, at, new Version(row.number()));
    }
}
