package org.usageflow.jdbc.internal.sql;

import java.sql.SQLException;
import java.util.List;

/** Inserts many rows at once. */
public interface BulkInsert {

    /**
     * Says what a row is.
     *
     * @param <R> where it comes from
     */
    @FunctionalInterface
    interface Encoder<R> {

        /** Gives the target every column of one row, in order. It may not use the connection, which is at work. */
        void encode(R row, RowTarget target) throws SQLException;
    }

    /**
     * Inserts rows into a table.
     *
     * @param table its token, e.g. {@code record}
     * @param columns their names, in order
     * @throws org.usageflow.error.StoreException if the database refuses them; the transaction may be of no further use
     */
    <R> void insert(Sql sql, String table, List<String> columns, List<R> rows, Encoder<R> encoder);
}
