package org.usageflow.jdbc.internal.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Inserts rows as a batch of one prepared statement: for databases in the same process. */
public final class PreparedBatch implements BulkInsert {

    private static final int MOST = 1_000;

    @Override
    public <R> void insert(Sql sql, String table, List<String> columns, List<R> rows, Encoder<R> encoder) {
        String text = "insert into {" + table + "} (" + String.join(", ", columns) + ") values ("
                + Sql.marks(columns.size()) + ")";
        try (PreparedStatement statement =
                sql.connection().prepareStatement(sql.names().sql(text))) {
            var target = new BulkParameters(statement);
            int waiting = 0;
            for (R row : rows) {
                target.begin(0);
                encoder.encode(row, target);
                statement.addBatch();
                waiting++;
                if (waiting == MOST) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }
}
