package org.usageflow.jdbc.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Statements of a test, without the library. */
public final class PlainSql {

    private PlainSql() {}

    /** Does statements on a connection of their own, each committed. */
    public static void execute(DataSource source, String... statements) {
        try (Connection connection = source.getConnection()) {
            execute(connection, statements);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Does statements on a connection. */
    public static void execute(Connection connection, String... statements) {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new AssertionError(String.join("; ", statements), e);
        }
    }

    /** The texts of the first column of an answer. */
    public static List<String> texts(DataSource source, String query) {
        try (Connection connection = source.getConnection()) {
            return texts(connection, query);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The texts of the first column of an answer. */
    public static List<String> texts(Connection connection, String query) {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (found.next()) {
                texts.add(found.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }
}
