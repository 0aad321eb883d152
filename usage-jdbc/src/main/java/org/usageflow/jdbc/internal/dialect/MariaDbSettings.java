package org.usageflow.jdbc.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.usageflow.error.StoreException;

/** How a server of MariaDB or MySQL is set, as the library needs it. */
final class MariaDbSettings {

    private static final long SMALLEST_PACKET = 4L << 20;

    private final Connection connection;

    MariaDbSettings(Connection connection) {
        this.connection = connection;
    }

    /**
     * Looks at what would lose or change data.
     *
     * @throws StoreException with words on what to set
     */
    void check(String collation) throws SQLException {
        String engine = read("select max(support) from information_schema.engines where engine = 'InnoDB'");
        if (!engine.equals("YES") && !engine.equals("DEFAULT")) {
            throw new StoreException("the server has no InnoDB, which alone has transactions: switch it on", null);
        }
        String mode = read("select @@session.sql_mode");
        if (!mode.contains("STRICT_TRANS_TABLES") && !mode.contains("STRICT_ALL_TABLES")) {
            throw new StoreException(
                    "the sql_mode of the connection is not strict, so that what does not fit would be cut without a word: add STRICT_TRANS_TABLES to the server's sql_mode, or to the URL sessionVariables=sql_mode='STRICT_TRANS_TABLES'",
                    null);
        }
        if (read("select count(*) from information_schema.collations where collation_name = '" + collation + "'")
                .equals("0")) {
            throw new StoreException("the server has no collation " + collation + ": use a newer one", null);
        }
        long packet = Long.parseLong(read("select @@session.max_allowed_packet"));
        if (packet < SMALLEST_PACKET) {
            throw new StoreException(
                    "max_allowed_packet of the server is " + packet + " bytes, and a batch of records may take "
                            + SMALLEST_PACKET + ": set 16M or more",
                    null);
        }
    }

    private String read(String query) throws SQLException {
        return Objects.requireNonNullElse(ServerSetting.read(connection, query), "");
    }
}
