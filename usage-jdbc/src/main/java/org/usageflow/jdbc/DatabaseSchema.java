package org.usageflow.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.usageflow.error.StoreException;
import org.usageflow.jdbc.internal.dialect.Dialect;
import org.usageflow.jdbc.internal.schema.SchemaRunner;
import org.usageflow.jdbc.internal.sql.Names;
import org.usageflow.jdbc.internal.sql.Sql;

/**
 * The tables of the library in a database: brought to this version, looked at, or printed for an administrator.
 *
 * <p>The schema comes in numbered steps, and a table of its own tells which were done, when, and by which version of the library. A step that died half-way is done again from its start. Thread-safe.
 */
public final class DatabaseSchema {

    private DatabaseSchema() {}

    /**
     * Does the steps that are missing, one process at a time: others wait, and find nothing left to do. On PostgreSQL all steps are one transaction; H2, MariaDB and MySQL commit each statement that changes a table. Takes two
     * connections at a time. The schema that the settings name is there already.
     *
     * @param settings whose schema mode does not matter here
     * @return the names of the steps that were done, in order; empty where nothing was missing
     * @throws StoreException if the database is not supported, its schema is newer than this version or was changed, a statement fails, or another process has held the lock for ten minutes (PostgreSQL waits longer)
     */
    public static List<String> migrate(DataSource dataSource, JdbcSettings settings) {
        Objects.requireNonNull(settings, "settings");
        return migrate(ConnectionSource.owning(dataSource), settings);
    }

    /**
     * Looks whether the database has the schema of this version.
     *
     * @param settings whose schema mode does not matter here
     * @throws StoreException if not: it was not migrated, is older or newer, or was changed; the message says which, and how to migrate
     */
    public static void validate(DataSource dataSource, JdbcSettings settings) {
        Objects.requireNonNull(settings, "settings");
        ConnectionSource source = ConnectionSource.owning(dataSource);
        Opening.validate(source, Opening.dialect(source), settings.names());
    }

    /**
     * The whole schema as a text of SQL statements, for psql, the mariadb client or H2's RUNSCRIPT. It may be executed again, and on an older schema: what is there is left as it is.
     *
     * @param settings whose schema mode does not matter here
     */
    public static String printSql(DatabaseKind kind, JdbcSettings settings) {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(settings, "settings");
        return new SchemaRunner(kind.dialect(), settings.names()).text();
    }

    static List<String> migrate(ConnectionSource source, JdbcSettings settings) {
        Dialect dialect = Opening.dialect(source);
        var runner = new SchemaRunner(dialect, settings.names());
        if (dialect.ddlInTransaction()) {
            return new Transactions(source, dialect, settings.names()).run(sql -> {
                dialect.lockSchema(sql, runner.lockKey(sql));
                runner.begin(sql);
                return runner.migrate(sql);
            });
        }
        return besideLock(source, dialect, settings.names(), runner);
    }

    // Statements that change tables would commit the transaction that holds the lock
    private static List<String> besideLock(ConnectionSource source, Dialect dialect, Names names, SchemaRunner runner) {
        try (Connection connection = source.open()) {
            boolean autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
                connection.setAutoCommit(true);
            }
            try {
                var sql = new Sql(connection, names);
                String key = runner.lockKey(sql);
                runner.begin(sql);
                return new Transactions(source, dialect, names).run(guard -> {
                    dialect.lockSchema(guard, key);
                    List<String> done = runner.migrate(sql);
                    dialect.unlockSchema(guard, key);
                    return done;
                });
            } finally {
                if (!autoCommit) {
                    connection.setAutoCommit(false);
                }
            }
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }
}
