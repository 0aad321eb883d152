package org.usageflow.jdbc.internal.sql;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * Inserts rows into MariaDB and MySQL. MariaDB's own driver sends a batch of inserts as one from 3.5 on, which is quickest; older ones and MySQL's send it row by row unless the host's URL says otherwise, and get statements of many rows.
 * Thread-safe.
 */
public final class BulkByDriver implements BulkInsert {

    private static final int ROWS = 100;

    private final BulkInsert batch = new PreparedBatch();
    private final BulkInsert statements = new BulkRows(ROWS);

    @Override
    public <R> void insert(Sql sql, String table, List<String> columns, List<R> rows, Encoder<R> encoder) {
        (sendsBatches(sql) ? batch : statements).insert(sql, table, columns, rows, encoder);
    }

    private static boolean sendsBatches(Sql sql) {
        try {
            DatabaseMetaData driver = sql.connection().getMetaData();
            return driver.getDriverName().toLowerCase(Locale.ROOT).contains("mariadb")
                    && driver.getDriverMajorVersion() * 100 + driver.getDriverMinorVersion() >= 305;
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }
}
