package org.usageflow.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.RecordStatus;

/** Copies of the records in tables of the same database, and their way back: set-based, or as batches of plain JDBC. */
final class KeptTables {

    /** Rows of one INSERT with several. */
    private static final int ROWS_OF_A_STATEMENT = 100;

    private final Database database;
    private List<Column> columns = List.of();

    KeptTables(Database database) {
        this.database = database;
    }

    private static String copyOf(String table) {
        return table.replace("usage_", "kept_");
    }

    /** Keeps what is in the tables. */
    void keep() throws SQLException {
        columns = database.columns("usage_record");
        for (String table : DatabaseSite.RECORD_TABLES) {
            String copy = copyOf(table);
            String kept = Column.names(database.columns(table));
            database.execute(
                    "drop table if exists " + copy, "create table " + copy + " as select " + kept + " from " + table);
        }
        database.execute("create unique index kept_record_position on kept_record (position)");
    }

    /** Puts all records back into the empty tables with one statement each, in a status. */
    void putBack(RecordStatus status) throws SQLException, IOException {
        database.inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                putBackReferences(statement);
                String names = Column.names(columns);
                return statement.executeLargeUpdate("insert into usage_record (" + names + ") select "
                        + names.replace(" status,", " '" + status + "',") + " from kept_record order by position");
            }
        });
    }

    private void putBackReferences(Statement statement) throws SQLException {
        for (String table : DatabaseSite.RECORD_TABLES.subList(1, DatabaseSite.RECORD_TABLES.size())) {
            statement.execute("insert into " + table + " select * from " + copyOf(table));
        }
    }

    /** Puts all records back in one transaction, by batches of one prepared statement. What reads them is not timed. */
    long putBackByBatches(Watch watch) throws SQLException, IOException {
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(insertOf(1))) {
                return putBack(connection, watch, rows -> {
                    for (@Nullable Object[] row : rows) {
                        bind(statement, 0, row);
                        statement.addBatch();
                    }
                    statement.executeBatch();
                });
            }
        });
    }

    /** Puts all records back in one transaction, by INSERTs with 100 rows each. What reads them is not timed. */
    long putBackByRows(Watch watch) throws SQLException, IOException {
        return database.inTransaction(connection -> {
            try (PreparedStatement full = connection.prepareStatement(insertOf(ROWS_OF_A_STATEMENT))) {
                return putBack(connection, watch, rows -> {
                    for (int first = 0; first < rows.size(); first += ROWS_OF_A_STATEMENT) {
                        insert(
                                connection,
                                full,
                                rows.subList(first, Math.min(rows.size(), first + ROWS_OF_A_STATEMENT)));
                    }
                });
            }
        });
    }

    private void insert(Connection connection, PreparedStatement full, List<@Nullable Object[]> rows)
            throws SQLException {
        if (rows.size() == ROWS_OF_A_STATEMENT) {
            insert(full, rows);
        } else {
            try (PreparedStatement rest = connection.prepareStatement(insertOf(rows.size()))) {
                insert(rest, rows);
            }
        }
    }

    private void insert(PreparedStatement statement, List<@Nullable Object[]> rows) throws SQLException {
        for (int i = 0; i < rows.size(); i++) {
            bind(statement, i * columns.size(), rows.get(i));
        }
        statement.executeUpdate();
    }

    private void bind(PreparedStatement statement, int before, @Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            columns.get(i).write(statement, before + i + 1, row[i]);
        }
    }

    private String insertOf(int rows) {
        String marks = "(?" + ", ?".repeat(columns.size() - 1) + ")";
        return "insert into usage_record (" + Column.names(columns) + ") values " + marks
                + (", " + marks).repeat(rows - 1);
    }

    /** Takes rows. */
    @FunctionalInterface
    private interface Taker {
        void take(List<@Nullable Object[]> rows) throws SQLException;
    }

    private long putBack(Connection connection, Watch watch, Taker taker) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            putBackReferences(statement);
        }
        watch.stand();
        long done = 0;
        // Another connection reads, so that nothing of that is in the transaction's way
        try (Connection source = database.dataSource().getConnection();
                PreparedStatement query = source.prepareStatement("select " + Column.names(columns)
                        + " from kept_record where position >= ? order by position limit " + Sample.BATCH)) {
            List<@Nullable Object[]> rows = read(query, 0);
            while (!rows.isEmpty()) {
                watch.go();
                taker.take(rows);
                watch.stand();
                done += rows.size();
                rows = read(query, done);
            }
        }
        watch.go();
        return done;
    }

    private List<@Nullable Object[]> read(PreparedStatement query, long position) throws SQLException {
        query.setLong(1, position);
        List<@Nullable Object[]> found = new ArrayList<>(Sample.BATCH);
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                @Nullable Object[] row = new @Nullable Object[columns.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = columns.get(i).read(rows, i + 1);
                }
                found.add(row);
            }
        }
        return found;
    }
}
