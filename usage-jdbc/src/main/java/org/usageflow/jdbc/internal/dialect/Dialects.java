package org.usageflow.jdbc.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.usageflow.error.StoreException;

/** Tells which database a connection is to. */
public final class Dialects {

    private Dialects() {}

    /**
     * The dialect of a connection's database.
     *
     * @throws StoreException if it is none that is supported
     */
    public static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "h2" -> new H2Dialect();
            case "postgresql" -> new PostgresDialect();
            case "mariadb" -> new MariaDbDialect(false);
            // A driver for MySQL says so of MariaDB too; the version tells
            case "mysql" ->
                new MariaDbDialect(!connection
                        .getMetaData()
                        .getDatabaseProductVersion()
                        .toLowerCase(Locale.ROOT)
                        .contains("mariadb"));
            default ->
                throw new StoreException(product + " is not supported: H2, PostgreSQL, MariaDB and MySQL are", null);
        };
    }
}
