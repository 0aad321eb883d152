package org.usageflow.jdbc.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.StoreException;
import org.usageflow.jdbc.internal.sql.BulkByDriver;
import org.usageflow.jdbc.internal.sql.BulkInsert;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.jdbc.internal.sql.Sql;

/** MariaDB from 10.6 on, and MySQL from 8.0.17 on, with InnoDB. A failed statement leaves the transaction alive but for a deadlock, which undoes all of it. */
public final class MariaDbDialect implements Dialect {

    private static final int DUPLICATE = 1062;
    private static final int DEADLOCK = 1213;
    private static final int CHANGED = 1020;
    private static final int NO_TABLE = 1146;
    private static final int NO_DATABASE = 1049;

    private final BulkInsert bulk = new BulkByDriver();
    private final boolean mySql;

    /** Makes a dialect. */
    public MariaDbDialect(boolean mySql) {
        this.mySql = mySql;
    }

    @Override
    public String folder() {
        return "mariadb";
    }

    /** Without padding, so that an id with a blank at its end is another id. */
    @Override
    public String collation() {
        return mySql ? "utf8mb4_0900_bin" : "utf8mb4_nopad_bin";
    }

    @Override
    public void check(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        int minor = connection.getMetaData().getDatabaseMinorVersion();
        int version = major * 100 + minor;
        if (version < (mySql ? 800 : 1006)) {
            throw new StoreException(
                    connection.getMetaData().getDatabaseProductName() + " " + major + "." + minor + " is too old: "
                            + (mySql ? "8.0" : "10.6") + " is the oldest",
                    null);
        }
        new MariaDbSettings(connection).check(collation());
    }

    @Override
    public boolean isRetryable(SQLException failure) {
        return failure.getErrorCode() == DEADLOCK
                || failure.getErrorCode() == CHANGED
                || "40001".equals(failure.getSQLState());
    }

    @Override
    public boolean undoesTransaction(SQLException failure) {
        return failure.getErrorCode() == DEADLOCK || "40001".equals(failure.getSQLState());
    }

    /** READ COMMITTED alone: in REPEATABLE READ, which is the default, a key is found taken whose row can not be read. */
    @Override
    public boolean worksIn(int isolation) {
        return isolation == Connection.TRANSACTION_READ_COMMITTED;
    }

    @Override
    public boolean isKeyTaken(SQLException failure) {
        return failure.getErrorCode() == DUPLICATE;
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

    /** Nothing but taken keys can be ignored: the columns on both sides are of the same types. */
    @Override
    public long claimKeys(Sql sql, String vendor, long scope, long file) {
        return sql.update("""
                insert ignore into {live_key} (vendor, scope_no, record_key, file_no)
                select vendor, ?, record_key, file_no from {record}
                where vendor = ? and file_no = ? and status = 'VALIDATED' and successor_file is null and record_key is not null
                order by record_key""", scope, vendor, file);
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
        // From 1,000 on MariaDB makes a table of a list
        return 512;
    }

    @Override
    public String recordKey() {
        return "record_key";
    }

    @Override
    public String recordKeyMark() {
        return "?";
    }

    @Override
    public String byCodePoints(String column) {
        return column;
    }

    @Override
    public String utcNow() {
        return "utc_timestamp(6)";
    }

    @Override
    public boolean hasTable(Sql sql, String table) {
        try {
            sql.exists("select 1 from {" + table + "} limit 1");
            return true;
        } catch (StoreException e) {
            if (e.getCause() instanceof SQLException cause
                    && (cause.getErrorCode() == NO_TABLE || cause.getErrorCode() == NO_DATABASE)) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public String currentSchema(Sql sql) {
        return sql.list("select coalesce(database(), '')", Row::text).get(0);
    }

    @Override
    public boolean ddlInTransaction() {
        return false;
    }

    @Override
    public void lockSchema(Sql sql, String key) {
        if (sql.count("select get_lock(?, 600)", lockName(key)) != 1) {
            throw new StoreException("another process has been changing the schema for ten minutes", null);
        }
    }

    @Override
    public void unlockSchema(Sql sql, String key) {
        sql.count("select release_lock(?)", lockName(key));
    }

    // At most 64 characters
    private static String lockName(String key) {
        return "usageflow_schema_" + key.substring(0, 32);
    }
}
