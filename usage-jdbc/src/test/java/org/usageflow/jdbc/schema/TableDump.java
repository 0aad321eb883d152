package org.usageflow.jdbc.schema;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.usageflow.jdbc.DatabaseKind;

/** The rows of the library's tables as statements that insert them. */
final class TableDump {

    private final Connection connection;
    private final DatabaseKind kind;

    TableDump(Connection connection, DatabaseKind kind) {
        this.connection = connection;
        this.kind = kind;
    }

    /** A statement a row, in the order of the names of the tables and of the texts. */
    String text() throws SQLException {
        var text = new StringBuilder();
        for (String table : tables()) {
            rows(table).stream().sorted().forEach(row -> text.append(row).append(";\n"));
        }
        return text.toString();
    }

    private List<String> rows(String table) throws SQLException {
        List<String> columns = columns(table);
        String names = String.join(", ", columns);
        var statements = new ArrayList<String>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select " + names + " from " + table)) {
            while (rows.next()) {
                var values = new ArrayList<String>();
                for (int i = 1; i <= columns.size(); i++) {
                    values.add(literal(rows.getObject(i)));
                }
                statements.add("insert into " + table + " (" + names + ") values (" + String.join(", ", values) + ")");
            }
        }
        return statements;
    }

    private List<String> tables() throws SQLException {
        var names = new ArrayList<String>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names.stream().filter(each -> each.startsWith("usage_")).sorted().collect(Collectors.toList());
    }

    private List<String> columns(String table) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        String name = data.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        var names = new ArrayList<String>();
        try (ResultSet found = data.getColumns(connection.getCatalog(), connection.getSchema(), name, "%")) {
            while (found.next()) {
                if (!"YES".equals(found.getString("IS_GENERATEDCOLUMN"))) {
                    names.add(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return names;
    }

    private String literal(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof byte[] bytes) {
            String digits = HexFormat.of().formatHex(bytes);
            return kind == DatabaseKind.POSTGRESQL ? "decode('" + digits + "', 'hex')" : "x'" + digits + "'";
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        String text = value.toString();
        if (text.indexOf('\\') >= 0) {
            throw new IllegalStateException("a backslash means another thing to each database: " + text);
        }
        return "'" + text.replace("'", "''") + "'";
    }
}
