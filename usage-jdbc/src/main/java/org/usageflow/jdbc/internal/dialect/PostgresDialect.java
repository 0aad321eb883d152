package org.usageflow.jdbc.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.StoreException;
import org.usageflow.jdbc.internal.sql.BulkInsert;
import org.usageflow.jdbc.internal.sql.CopyBinary;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.jdbc.internal.sql.Sql;

/** PostgreSQL from 12 on. */
public final class PostgresDialect implements Dialect {

    private static final int OLDEST = 12;

    private final BulkInsert bulk = new CopyBinary();

    @Override
    public String folder() {
        return "postgresql";
    }

    @Override
    public String collation() {
        return "";
    }

    @Override
    public void check(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw new StoreException("PostgreSQL " + version + " is too old: " + OLDEST + " is the oldest", null);
        }
        String encoding = ServerSetting.read(connection, "show server_encoding");
        if (!"UTF8".equals(encoding)) {
            throw new StoreException(
                    "the encoding of the PostgreSQL database is " + encoding
                            + ", which can not keep every character: create it with UTF8",
                    null);
        }
    }

    @Override
    public boolean isRetryable(SQLException failure) {
        return "40001".equals(failure.getSQLState()) || "40P01".equals(failure.getSQLState());
    }

    @Override
    public boolean undoesTransaction(SQLException failure) {
        return false;
    }

    /** Any: where another transaction's row can not be seen, the statement that meets it fails as not serializable. */
    @Override
    public boolean worksIn(int isolation) {
        return true;
    }

    @Override
    public boolean isKeyTaken(SQLException failure) {
        return "23505".equals(failure.getSQLState());
    }

    @Override
    public boolean insertAbsent(Sql sql, String table, List<String> columns, @Nullable Object... row) {
        return sql.update(
                        "insert into {" + table + "} (" + String.join(", ", columns) + ") values ("
                                + Sql.marks(columns.size()) + ") on conflict do nothing",
                        row)
                > 0;
    }

    @Override
    public long claimKeys(Sql sql, String vendor, long scope, long file) {
        return sql.update("""
                insert into {live_key} (vendor, scope_no, record_key, file_no)
                select vendor, cast(? as bigint), record_key, file_no from {record}
                where vendor = ? and file_no = ? and status = 'VALIDATED' and successor_file is null and record_key is not null
                order by record_key
                on conflict do nothing""", scope, vendor, file);
    }

    @Override
    public BulkInsert bulk() {
        return bulk;
    }

    @Override
    public boolean changesByRanges() {
        return false;
    }

    @Override
    public int listed() {
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
        return "now() at time zone 'UTC'";
    }

    @Override
    public boolean hasTable(Sql sql, String table) {
        return sql.exists(
                "select 1 where to_regclass(?) is not null", sql.names().table(table));
    }

    @Override
    public String currentSchema(Sql sql) {
        return sql.list("select coalesce(current_schema(), '')", Row::text).get(0);
    }

    @Override
    public boolean ddlInTransaction() {
        return true;
    }

    @Override
    public void lockSchema(Sql sql, String key) {
        sql.list("select 1 from pg_advisory_xact_lock(?)", row -> 1, Long.parseUnsignedLong(key.substring(0, 16), 16));
    }

    @Override
    public void unlockSchema(Sql sql, String key) {
        // The end of the transaction does it
    }
}
