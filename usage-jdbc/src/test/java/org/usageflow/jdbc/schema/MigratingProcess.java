package org.usageflow.jdbc.schema;

import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.usageflow.jdbc.DatabaseSchema;
import org.usageflow.jdbc.JdbcSettings;

/** A process that migrates the database of its first argument when a line comes in, and tells how many steps it did. */
final class MigratingProcess {

    private MigratingProcess() {}

    public static void main(String[] arguments) throws Exception {
        String url = arguments[0];
        DriverManager.getConnection(url).close();
        System.out.println("ready");
        System.in.read();
        System.out.println("did "
                + DatabaseSchema.migrate(source(url), JdbcSettings.DEFAULT).size());
    }

    private static DataSource source(String url) throws SQLException {
        if (url.startsWith("jdbc:mariadb:")) {
            return new MariaDbDataSource(url);
        }
        if (url.startsWith("jdbc:h2:")) {
            var source = new JdbcDataSource();
            source.setURL(url);
            return source;
        }
        var source = new PGSimpleDataSource();
        source.setURL(url);
        return source;
    }
}
