package org.usageflow.jdbc.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Inserts rows by statements of many rows each: for servers whose drivers send a batch row by row unless the host says otherwise. Thread-safe. */
public final class BulkRows implements BulkInsert {

    private final int most;

    /**
     * Makes it.
     *
     * @param most how many rows a statement has at the most
     */
    public BulkRows(int most) {
        this.most = most;
    }

    @Override
    public <R> void insert(Sql sql, String table, List<String> columns, List<R> rows, Encoder<R> encoder) {
        try {
            int full = rows.size() - rows.size() % most;
            if (full > 0) {
                insert(sql.connection(), text(sql, table, columns, most), most, rows.subList(0, full), encoder);
            }
            if (full < rows.size()) {
                int rest = rows.size() - full;
                insert(
                        sql.connection(),
                        text(sql, table, columns, rest),
                        rest,
                        rows.subList(full, rows.size()),
                        encoder);
            }
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    private static String text(Sql sql, String table, List<String> columns, int rows) {
        String row = "(" + Sql.marks(columns.size()) + ")";
        return "insert into " + sql.names().table(table) + " (" + String.join(", ", columns) + ") values " + row
                + (", " + row).repeat(rows - 1);
    }

    private static <R> void insert(Connection connection, String text, int size, List<R> rows, Encoder<R> encoder)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            var target = new BulkParameters(statement);
            for (int i = 0; i < rows.size(); i++) {
                if (i % size == 0) {
                    target.begin(0);
                }
                encoder.encode(rows.get(i), target);
                if (i % size == size - 1) {
                    statement.executeUpdate();
                }
            }
        }
    }
}
