package org.usageflow.jdbc.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.StoreException;
import org.usageflow.jdbc.internal.sql.BulkInsert;
import org.usageflow.jdbc.internal.sql.PreparedBatch;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.jdbc.internal.sql.Sql;

/** H2 from 2.2 on, embedded or as a server. A failed statement leaves the transaction alive, so a taken key may be tried. */
public final class H2Dialect implements Dialect {

    /** In one order for all, so that two of them do not wait for each other. */
    private static final String CLAIM = """
            insert into {live_key} (vendor, scope_no, record_key, file_no)
            select distinct r.vendor, cast(? as bigint), r.record_key, r.file_no from {record} r
            where r.vendor = ? and r.file_no = ? and r.status = 'VALIDATED' and r.successor_file is null and r.record_key is not null
              and not exists (select 1 from {live_key} l where l.vendor = r.vendor and l.scope_no = ? and l.record_key = r.record_key)
            order by r.record_key""";
    /** About a minute, as H2 waits two seconds by default. */
    private static final int CLAIM_TRIES = 30;

    private static final int DEADLOCK = 40001;
    // The table, or the schema in which it would be
    private static final Set<Integer> NO_TABLE = Set.of(42102, 42103, 42104, 90079);
    // The wait was long, or the row was changed at the same time
    private static final Set<Integer> BUSY = Set.of(50200, 90131);
    private static final Set<String> MODES = Set.of("REGULAR", "LEGACY", "PostgreSQL", "MySQL", "MariaDB");
    // Each waits for LOCK_TIMEOUT, which is two seconds unless the URL says otherwise, and some more
    private static final int LOCK_TRIES = 300;

    private final BulkInsert bulk = new PreparedBatch();

    @Override
    public String folder() {
        return "h2";
    }

    @Override
    public String collation() {
        return "";
    }

    @Override
    public void check(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        int minor = connection.getMetaData().getDatabaseMinorVersion();
        if (major < 2 || major == 2 && minor < 2) {
            throw new StoreException("H2 " + major + "." + minor + " is too old: 2.2 is the oldest", null);
        }
        var settings = new H2Settings(connection);
        if (settings.isPersistent() && !settings.writesAtOnce()) {
            throw new StoreException(
                    "this H2 database could lose what was committed when its process is killed: open it with WRITE_DELAY=0 in its URL",
                    null);
        }
        if (!MODES.contains(settings.mode())) {
            throw new StoreException(
                    "H2 does not understand the library in its mode " + settings.mode()
                            + ", or keeps no empty texts: open it without MODE",
                    null);
        }
        if (settings.equatesTexts()) {
            throw new StoreException(
                    "this H2 database takes different ids for equal: open it without IGNORECASE and COLLATION", null);
        }
    }

    /** A deadlock, which H2 may also find by waiting too long, and a row that another transaction changed at the same time. */
    @Override
    public boolean isRetryable(SQLException failure) {
        return failure.getErrorCode() == DEADLOCK || BUSY.contains(failure.getErrorCode());
    }

    @Override
    public boolean undoesTransaction(SQLException failure) {
        return failure.getErrorCode() == DEADLOCK;
    }

    /** READ COMMITTED alone: above it a key is found taken whose row can not be read. */
    @Override
    public boolean worksIn(int isolation) {
        return isolation == Connection.TRANSACTION_READ_COMMITTED;
    }

    @Override
    public boolean isKeyTaken(SQLException failure) {
        return failure.getErrorCode() == 23505;
    }

    @Override
    public boolean insertAbsent(Sql sql, String table, List<String> columns, @Nullable Object... row) {
        try {
            return sql.update(
                            "insert into {" + table + "} (" + String.join(", ", columns) + ") values ("
                                    + Sql.marks(columns.size()) + ")",
                            row)
                    > 0;
        } catch (StoreException e) {
            if (e.getCause() instanceof SQLException cause && isKeyTaken(cause)) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public long claimKeys(Sql sql, String vendor, long scope, long file) {
        for (int tries = 1; ; tries++) {
            try {
                return sql.update(CLAIM, scope, vendor, file, scope);
            } catch (StoreException e) {
                if (!(e.getCause() instanceof SQLException cause) || !claimsAnew(cause, tries)) {
                    throw e;
                }
            }
        }
    }

    /** The statement was undone: another transaction has committed the same id since it looked, or holds it for longer than H2 waits by default. */
    private boolean claimsAnew(SQLException failure, int tries) {
        return isKeyTaken(failure) || BUSY.contains(failure.getErrorCode()) && tries < CLAIM_TRIES;
    }

    @Override
    public BulkInsert bulk() {
        return bulk;
    }

    @Override
    public boolean changesByRanges() {
        return true;
    }

    @Override
    public int listed() {
        // An index finds one value of a list that is not on its first column
        return 1;
    }

    @Override
    public String recordKey() {
        return "record_key_utf8";
    }

    @Override
    public String recordKeyMark() {
        return "stringtoutf8(?)";
    }

    @Override
    public String byCodePoints(String column) {
        return "stringtoutf8(" + column + ")";
    }

    @Override
    public String utcNow() {
        return "cast(formatdatetime(current_timestamp, 'yyyy-MM-dd HH:mm:ss.SSSSSS', 'en', 'UTC') as timestamp(6))";
    }

    @Override
    public boolean hasTable(Sql sql, String table) {
        try {
            sql.exists("select 1 from {" + table + "} limit 1");
            return true;
        } catch (StoreException e) {
            if (e.getCause() instanceof SQLException cause && NO_TABLE.contains(cause.getErrorCode())) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public String currentSchema(Sql sql) {
        return sql.list("select coalesce(current_schema, '')", Row::text).get(0);
    }

    @Override
    public boolean ddlInTransaction() {
        return false;
    }

    /** A row that is never committed: another process's waits for it, and takes its place when this transaction ends, in whatever way. */
    @Override
    public void lockSchema(Sql sql, String key) {
        for (int attempt = 1; ; attempt++) {
            try {
                sql.update(
                        "insert into {schema} (step_no, name, checksum, done_at, library) values (0, 'lock', '', timestamp '2000-01-01 00:00:00', '')");
                return;
            } catch (StoreException e) {
                if (attempt == LOCK_TRIES
                        || !(e.getCause() instanceof SQLException cause && BUSY.contains(cause.getErrorCode()))) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void unlockSchema(Sql sql, String key) {
        sql.update("delete from {schema} where step_no = 0");
    }
}
