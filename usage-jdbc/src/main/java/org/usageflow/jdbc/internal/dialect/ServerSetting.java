package org.usageflow.jdbc.internal.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** How a server is set. */
final class ServerSetting {

    private ServerSetting() {}

    /** The text in the first column of the first row of an answer; null where there is no row, or no text in it. */
    static @Nullable String read(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next() ? found.getString(1) : null;
        }
    }
}
