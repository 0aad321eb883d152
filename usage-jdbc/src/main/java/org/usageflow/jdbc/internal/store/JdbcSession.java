package org.usageflow.jdbc.internal.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.dialect.Dialect;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.jdbc.internal.sql.Sql;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.Version;
import org.usageflow.spi.store.FileStore;
import org.usageflow.spi.store.HistoryStore;
import org.usageflow.spi.store.LeaseStore;
import org.usageflow.spi.store.PartStore;
import org.usageflow.spi.store.ProblemStore;
import org.usageflow.spi.store.ReconciliationStore;
import org.usageflow.spi.store.RecordStore;
import org.usageflow.spi.store.StoreSession;

/** A transaction at work over one connection. */
public final class JdbcSession implements StoreSession {

    private static final int KNOWN_FILES = 1_000;

    private final Sql sql;
    private final Dialect dialect;
    private final Supplier<@Nullable JdbcSession> atWork;
    private final Map<UsageFileId, String> vendors = new HashMap<>();
    private final RecordReferences references = new RecordReferences(this);

    /**
     * Begins a session.
     *
     * @param atWork the session that is at work in the calling thread; null for none
     */
    public JdbcSession(Sql sql, Dialect dialect, Supplier<@Nullable JdbcSession> atWork) {
        this.sql = sql;
        this.dialect = dialect;
        this.atWork = atWork;
    }

    @Override
    public FileStore files() {
        return new JdbcFiles(checked());
    }

    @Override
    public RecordStore records() {
        return new JdbcRecords(checked());
    }

    @Override
    public ProblemStore problems() {
        return new JdbcProblems(checked());
    }

    @Override
    public HistoryStore history() {
        return new JdbcHistory(checked());
    }

    @Override
    public PartStore parts() {
        return new JdbcParts(checked());
    }

    @Override
    public ReconciliationStore reconciliations() {
        return new JdbcReconciliations(checked());
    }

    @Override
    public LeaseStore leases() {
        return new JdbcLeases(checked());
    }

    private JdbcSession checked() {
        if (!equals(atWork.get())) {
            throw new IllegalStateException(
                    "a session is of use in the thread of its transaction alone, and until that is over");
        }
        return this;
    }

    /** The statements of the transaction; refused once it is over. */
    Sql sql() {
        return checked().sql;
    }

    Dialect dialect() {
        return dialect;
    }

    /** What the records of files refer to. */
    RecordReferences references() {
        return references;
    }

    /** The vendor of a file, which begins every key; empty where the file does not exist. */
    Optional<String> findVendor(UsageFileId file) {
        String known = vendors.get(file);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<String> found =
                sql().first("select vendor from {file_id} where file_no = ?", Row::text, FileNumbers.of(file));
        found.ifPresent(vendor -> know(file, vendor));
        return found;
    }

    /** Remembers the vendor of a file that was read or inserted. */
    void know(UsageFileId file, String vendor) {
        if (vendors.size() == KNOWN_FILES) {
            vendors.clear();
        }
        vendors.put(file, vendor);
    }

    /** The version of a file that is kept; empty where it does not exist. */
    Optional<Version> fileVersion(UsageFileId file) {
        return findVendor(file)
                .flatMap(vendor -> sql().first(
                                "select version from {file} where vendor = ? and file_no = ?",
                                row -> new Version(row.number()),
                                vendor,
                                FileNumbers.of(file)));
    }

    /**
     * The vendor of a file that is about to be changed.
     *
     * @throws IllegalArgumentException if it does not exist
     */
    String vendor(UsageFileId file) {
        return findVendor(file).orElseThrow(() -> new IllegalArgumentException("there is no usage file " + file));
    }
}
