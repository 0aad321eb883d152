package org.usageflow.jdbc.internal.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** How an H2 database was opened. Read by any user, embedded or from a server. */
final class H2Settings {

    private final Connection connection;

    H2Settings(Connection connection) {
        this.connection = connection;
    }

    /** Whether it is in files. */
    boolean isPersistent() throws SQLException {
        return ServerSetting.read(connection, "select database_path()") != null;
    }

    /** Whether a commit is on disk when it returns. */
    boolean writesAtOnce() throws SQLException {
        // H2 2.2.220 tells what is set alone; later ones tell both that and what is in force
        return values("WRITE_DELAY").equals(Set.of("0"));
    }

    /** The mode that it is compatible with. */
    String mode() throws SQLException {
        return values("MODE").stream().findFirst().orElse("REGULAR");
    }

    /** Whether texts that differ are equal: in the case of their letters, or as a language says. */
    boolean equatesTexts() throws SQLException {
        return values("IGNORECASE").contains("1")
                || values("COLLATION").stream().anyMatch(each -> !each.startsWith("OFF"));
    }

    private Set<String> values(String setting) throws SQLException {
        String query = "select setting_value from information_schema.settings where setting_name = ?";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, setting);
            var values = new HashSet<String>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    values.add(found.getString(1));
                }
            }
            return values;
        }
    }
}
