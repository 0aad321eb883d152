package org.usageflow.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;

/** A database with a pool of connections, and statements beside the library. Thread-safe. */
final class Database implements AutoCloseable {

    private final TestDatabase.Kind kind;
    private final HikariDataSource pool;

    Database(TestDatabase database) {
        this.kind = database.kind();
        this.pool = TestDatabases.pool(database);
    }

    TestDatabase.Kind kind() {
        return kind;
    }

    DataSource dataSource() {
        return pool;
    }

    /** Work on a connection. */
    @FunctionalInterface
    interface OnConnection {

        /** Gives how many rows it did. */
        long run(Connection connection) throws SQLException, IOException;
    }

    /** Does work in one transaction, read committed as the library's. */
    long inTransaction(OnConnection work) throws SQLException, IOException {
        try (Connection connection = pool.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            try {
                long done = work.run(connection);
                connection.commit();
                return done;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Executes statements, each by itself. */
    void execute(String... statements) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** Changes rows in a transaction. Gives how many. */
    long update(String sql) throws SQLException, IOException {
        return inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeLargeUpdate(sql);
            }
        });
    }

    /** What is in the first column of the first row, as text. */
    String read(String query) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    /** Name and version. */
    String version() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            return about.getDatabaseProductName() + " "
                    + about.getDatabaseProductVersion().replaceAll("[ (-].*", "");
        }
    }

    /** The columns of a table that are written, in their order: without those that the database makes itself. */
    List<Column> columns(String table) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            String name = about.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
            var columns = new ArrayList<Column>();
            try (ResultSet rows = about.getColumns(connection.getCatalog(), connection.getSchema(), name, null)) {
                while (rows.next()) {
                    if (!"YES".equals(rows.getString("IS_GENERATEDCOLUMN"))) {
                        columns.add(new Column(
                                rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT), rows.getInt("DATA_TYPE")));
                    }
                }
            }
            return columns;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
