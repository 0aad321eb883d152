package org.usageflow.console.database;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The catalog that commands use which are given none: the file that the last {@code create} was given, byte for byte, in a table of this application's own.
 *
 * <p>In pieces, since databases limit what one value may be. Thread-safe.
 */
final class SavedCatalog {

    static final String TABLE = "usage_console_catalog";
    private static final int PIECE = 60_000;

    private SavedCatalog() {}

    /** Makes the table where there is none. The connection commits by itself. */
    static void prepare(Connection connection) throws SQLException {
        if (!isThere(connection)) {
            try (Statement statement = connection.createStatement()) {
                boolean postgres =
                        connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
                statement.execute("create table " + TABLE
                        + " (catalog_id varchar(36) not null, piece int not null, stored_at bigint not null, content "
                        + (postgres ? "bytea" : "varbinary(" + PIECE + ")")
                        + " not null, primary key (catalog_id, piece))");
            } catch (SQLException e) {
                // Another process may have been quicker
                if (!isThere(connection)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isThere(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select piece from " + TABLE + " where 1 = 0")) {
            return !none.next();
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Keeps a catalog in the transaction of the connection, in place of the former ones.
     *
     * @param now milliseconds, by which the last one is known
     */
    static void keep(Connection connection, byte[] catalog, long now) throws SQLException {
        Optional<byte[]> last = last(connection);
        if (last.isPresent() && Arrays.equals(last.get(), catalog)) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from " + TABLE + " where stored_at < ?")) {
            delete.setLong(1, now);
            delete.executeUpdate();
        }
        String id = UUID.randomUUID().toString();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + TABLE + " (catalog_id, piece, stored_at, content) values (?, ?, ?, ?)")) {
            for (int piece = 0; piece * PIECE < catalog.length; piece++) {
                insert.setString(1, id);
                insert.setInt(2, piece);
                insert.setLong(3, now);
                insert.setBytes(
                        4, Arrays.copyOfRange(catalog, piece * PIECE, Math.min(catalog.length, (piece + 1) * PIECE)));
                insert.executeUpdate();
            }
        }
    }

    /** The last catalog that was kept; empty where none was. */
    static Optional<byte[]> last(Connection connection) throws SQLException {
        var catalog = new ByteArrayOutputStream();
        @Nullable String found = null;
        try (PreparedStatement select = connection.prepareStatement(
                        "select catalog_id, content from " + TABLE + " order by stored_at desc, catalog_id, piece");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String id = rows.getString(1);
                if (found != null && !found.equals(id)) {
                    break;
                }
                found = id;
                catalog.writeBytes(rows.getBytes(2));
            }
        }
        return found == null ? Optional.empty() : Optional.of(catalog.toByteArray());
    }
}
