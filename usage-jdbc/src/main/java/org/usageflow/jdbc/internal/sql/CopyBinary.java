package org.usageflow.jdbc.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Inserts rows by PostgreSQL's {@code COPY … (FORMAT BINARY)}, through the host's driver; where that cannot be reached, as a batch. Thread-safe.
 *
 * <p>Rows are written into one buffer, and from there to the server, which works on them meanwhile. The columns are of the types that {@link RowTarget} names, {@code numeric}, {@code timestamp} and texts.
 */
public final class CopyBinary implements BulkInsert {

    private final BulkInsert otherwise = new PreparedBatch();

    // By the class of the connection, which is the driver's or a pool's
    private final ClassValue<Optional<CopyCalls>> calls = new ClassValue<>() {
        @Override
        protected Optional<CopyCalls> computeValue(Class<?> connection) {
            return CopyCalls.behind(connection);
        }
    };

    @Override
    public <R> void insert(Sql sql, String table, List<String> columns, List<R> rows, Encoder<R> encoder) {
        Connection connection = sql.connection();
        try {
            Optional<CopyCalls> found = calls.get(connection.getClass());
            if (found.isPresent() && found.get().knows(connection)) {
                String statement = sql.names()
                        .sql("copy {" + table + "} (" + String.join(", ", columns) + ") from stdin (format binary)");
                copy(found.get().begin(connection, statement), columns.size(), rows, encoder);
            } else {
                otherwise.insert(sql, table, columns, rows, encoder);
            }
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    @SuppressWarnings("IllegalCatch") // A copy that is neither ended nor cancelled blocks its connection
    private static <R> void copy(CopyCalls.Copy copy, int columns, List<R> rows, Encoder<R> encoder)
            throws SQLException {
        try {
            var target = new CopyTarget(copy::write, columns, rows.size());
            for (R row : rows) {
                target.beginRow();
                encoder.encode(row, target);
            }
            target.end();
            copy.end();
        } catch (Throwable e) {
            cancel(copy, e);
            throw e;
        }
    }

    private static void cancel(CopyCalls.Copy copy, Throwable failure) {
        try {
            copy.cancel();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
