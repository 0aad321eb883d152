package org.usageflow.verification.reliability;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.usageflow.databases.TestDatabase;

/** The tables of the library: emptied, copied, and put back as they were copied. Those that tell of the schema are left alone. */
final class FaultTables {

    private static final String COPY = "copy_of_";

    private final DataSource source;
    private final String quote;
    /** The columns that can be written, by table. */
    private final Map<String, String> columns = new LinkedHashMap<>();

    private final List<String> copied = new ArrayList<>();

    /** Looks at a database in which there is a schema, and nothing else. */
    FaultTables(TestDatabase database, DataSource source) throws SQLException {
        this.source = source;
        this.quote = database.kind() == TestDatabase.Kind.MARIADB ? "`" : "\"";
        try (Connection connection = source.getConnection()) {
            for (String table : tables(connection)) {
                if (isEmpty(connection, table)) {
                    columns.put(table, columns(connection, table));
                }
            }
        }
        for (String table : columns.keySet()) {
            execute("create table " + quoted(COPY + table) + " as select * from " + quoted(table) + " where 1 = 0");
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        String[] types = {"TABLE", "BASE TABLE"};
        try (ResultSet found =
                connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), "%", types)) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private String columns(Connection connection, String table) throws SQLException {
        var names = new ArrayList<String>();
        DatabaseMetaData data = connection.getMetaData();
        try (ResultSet found = data.getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
            while (found.next()) {
                if (!"YES".equals(found.getString("IS_GENERATEDCOLUMN"))) {
                    names.add(quoted(found.getString("COLUMN_NAME")));
                }
            }
        }
        return String.join(", ", names);
    }

    private String quoted(String name) {
        return quote + name + quote;
    }

    private boolean isEmpty(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + quoted(table))) {
            rows.next();
            return rows.getLong(1) == 0;
        }
    }

    void clear() {
        execute(columns.keySet().stream()
                .map(table -> "delete from " + quoted(table))
                .toArray(String[]::new));
    }

    /** Copies all there is. */
    void copy() throws SQLException {
        copied.clear();
        var statements = new ArrayList<String>();
        try (Connection connection = source.getConnection()) {
            for (String table : columns.keySet()) {
                statements.add("delete from " + quoted(COPY + table));
                if (!isEmpty(connection, table)) {
                    copied.add(table);
                    statements.add(insert(COPY + table, table));
                }
            }
        }
        execute(statements.toArray(String[]::new));
    }

    private String insert(String into, String from) {
        String names = columns.get(from.startsWith(COPY) ? from.substring(COPY.length()) : from);
        return "insert into " + quoted(into) + " (" + names + ") select " + names + " from " + quoted(from);
    }

    /** Puts back what was copied last, and nothing else. */
    void restore() {
        clear();
        execute(copied.stream().map(table -> insert(table, COPY + table)).toArray(String[]::new));
    }

    private void execute(String... statements) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String each : statements) {
                statement.execute(each);
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be set up", e);
        }
    }
}
