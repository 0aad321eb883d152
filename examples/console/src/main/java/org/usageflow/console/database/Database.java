package org.usageflow.console.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.usageflow.jdbc.ConnectionSource;
import org.usageflow.jdbc.DatabaseSchema;
import org.usageflow.jdbc.JdbcContentStore;
import org.usageflow.jdbc.JdbcSettings;
import org.usageflow.jdbc.JdbcUsageStore;
import org.usageflow.jdbc.SchemaMode;
import org.usageflow.spi.store.ContentStore;
import org.usageflow.spi.store.UsageStore;

/**
 * A database with everything that this application keeps, until it is closed. Its schema is migrated when it is opened.
 *
 * <p>Thread-safe.
 */
public final class Database implements AutoCloseable {

    private static final JdbcSettings PREPARED = JdbcSettings.DEFAULT.with(SchemaMode.NONE);
    private static final int IN_USE_BY_ANOTHER_PROCESS = 90020;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
    private static final long PAUSE = 50;

    // Whoever has an embedded database open is alone in it
    private static final Duration LEASE_ALONE = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofSeconds(30);

    /**
     * Stores that work together.
     *
     * @param usage keeps files and records
     * @param content keeps the uploads' bytes
     * @param lease how long a process may show no progress before it is taken for lost
     */
    public record Stores(UsageStore usage, ContentStore content, Duration lease) {}

    private final DatabaseUrl url;
    private final Connections connections;
    private final List<String> migrated;
    private final Stores stores;

    private Database(DatabaseUrl url, Connections connections) {
        this.url = url;
        this.connections = connections;
        ConnectionSource source = ConnectionSource.owning(connections);
        this.migrated = DatabaseSchema.migrate(connections, JdbcSettings.DEFAULT);
        this.stores = stores(source);
    }

    /**
     * Opens a database. One that another process has embedded is waited for.
     *
     * @throws DatabaseException if it cannot be opened
     * @throws org.usageflow.error.StoreException if it is not supported, or its schema is from a later version
     */
    public static Database open(DatabaseUrl url) {
        var connections = new Connections(url);
        awaitAnswer(url, connections);
        try {
            return new Database(url, connections);
        } catch (RuntimeException e) {
            try {
                connections.close();
            } catch (SQLException more) {
                e.addSuppressed(more);
            }
            throw e;
        }
    }

    private Stores stores(ConnectionSource source) {
        return new Stores(
                JdbcUsageStore.open(source, PREPARED),
                JdbcContentStore.open(source, PREPARED),
                url.isEmbedded() ? LEASE_ALONE : LEASE);
    }

    private static void awaitAnswer(DatabaseUrl url, DataSource connections) {
        long started = System.nanoTime();
        while (true) {
            try {
                connections.getConnection().close();
                return;
            } catch (SQLException e) {
                boolean inUse = e.getErrorCode() == IN_USE_BY_ANOTHER_PROCESS;
                if (!inUse || System.nanoTime() - started > PATIENCE) {
                    throw new DatabaseException("the database " + url + " cannot be opened: " + e.getMessage(), e);
                }
            }
            pause(url);
        }
    }

    private static void pause(DatabaseUrl url) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("interrupted while another process has " + url + " open", e);
        }
    }

    /** Stores whose transactions are their own. */
    public Stores stores() {
        return stores;
    }

    /** The steps of the schema that were done when it was opened; empty where nothing was missing. */
    public List<String> migrated() {
        return migrated;
    }

    /**
     * Does work, and keeps a catalog for the commands that are given none, in one transaction: all of it is done or nothing.
     *
     * @param catalog the file's bytes
     * @param clock what time it is
     * @param work is given stores that join the transaction
     * @return what the work returned
     */
    public <T> T keepingCatalog(byte[] catalog, Clock clock, Function<Stores, T> work) {
        try (Connection connection = connections.getConnection()) {
            SavedCatalog.prepare(connection);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            ConnectionSource source = ConnectionSource.lending(() -> connection);
            T result = work.apply(stores(source));
            SavedCatalog.keep(connection, catalog, clock.millis());
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Keeps a catalog for the commands that are given none, if there is none yet.
     *
     * @param catalog the file's bytes
     * @param clock what time it is
     */
    public void keepCatalogIfNone(byte[] catalog, Clock clock) {
        if (catalog().isEmpty()) {
            keepingCatalog(catalog, clock, stores -> catalog);
        }
    }

    /** The catalog that was kept last, byte for byte; empty where none was. */
    public Optional<byte[]> catalog() {
        try (Connection connection = connections.getConnection()) {
            SavedCatalog.prepare(connection);
            return SavedCatalog.last(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Closes its connections; everything is committed. */
    @Override
    public void close() {
        try {
            connections.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private DatabaseException failed(SQLException e) {
        return new DatabaseException("the database " + url + " failed: " + e.getMessage(), e);
    }
}
