package org.usageflow.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;
import org.usageflow.spi.store.ContentStore;
import org.usageflow.spi.store.UsageStore;

/** One database of each kind for all rules, which is emptied between them. Used by one thread. */
final class ContractDatabase {

    /** How the library gets at it. */
    enum Access {
        AUTO_COMMIT,
        NO_AUTO_COMMIT,
        PREFIX_AND_SCHEMA,
        LENT
    }

    private static final List<String> TABLES = List.of(
            "file_id",
            "scope",
            "file",
            "item",
            "subscription",
            "chain",
            "record",
            "live_key",
            "problem",
            "event",
            "outbox",
            "part",
            "reconciliation",
            "lease",
            "content",
            "content_chunk");

    private static final Map<TestDatabase.Kind, ContractDatabase> SHARED = new EnumMap<>(TestDatabase.Kind.class);

    private final TestDatabase database;
    private final Map<Access, Opened> opened = new EnumMap<>(Access.class);

    private ContractDatabase(TestDatabase database) {
        this.database = database;
    }

    /**
     * What a test works with.
     *
     * @param connections to the database
     * @param settings by which the stores were opened
     * @param store over them, as accessed
     * @param contents over them, as accessed
     */
    record Opened(ContractConnections connections, JdbcSettings settings, UsageStore store, ContentStore contents) {

        /** How many rows a table has. */
        long rows(String table) {
            try (Connection connection = connections.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet count = statement.executeQuery(
                            "select count(*) from " + settings.names().table(table))) {
                count.next();
                return count.getLong(1);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** The database of a kind, empty; of MariaDB where that is installed, else the test is aborted. */
    static Opened emptied(TestDatabase.Kind kind, Access access) {
        return SHARED.computeIfAbsent(kind, ContractDatabase::begun).empty(access);
    }

    private static ContractDatabase begun(TestDatabase.Kind kind) {
        return new ContractDatabase(
                switch (kind) {
                    case H2 -> TestDatabases.h2();
                    case POSTGRESQL -> TestDatabases.postgresql();
                    case MARIADB ->
                        TestDatabases.mariaDb()
                                .orElseThrow(() -> new TestAbortedException("MariaDB is not installed here"));
                });
    }

    private Opened empty(Access access) {
        Opened now = opened.computeIfAbsent(access, this::open);
        now.connections.tell(any -> {});
        if (now.connections.out() != 0) {
            throw new AssertionError(now.connections.out() + " connections were not given back");
        }
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                // On H2 the only quick one of many rows; elsewhere the slower one of a few
                String emptied = database.kind() == TestDatabase.Kind.H2 ? "truncate table " : "delete from ";
                statement.addBatch(emptied + now.settings.names().table(table));
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return now;
    }

    private Opened open(Access access) {
        var connections = new ContractConnections(database.dataSource(), access != Access.NO_AUTO_COMMIT);
        JdbcSettings settings = access == Access.PREFIX_AND_SCHEMA
                ? JdbcSettings.DEFAULT.inSchema(newSchema()).withPrefix("a1_")
                : JdbcSettings.DEFAULT;
        DatabaseSchema.migrate(connections, settings);
        if (access == Access.LENT) {
            var host = new ContractHost(connections);
            return new Opened(connections, settings, host.store(settings), host.contents(settings));
        }
        ConnectionSource source = ConnectionSource.owning(connections);
        return new Opened(
                connections, settings, JdbcUsageStore.open(source, settings), JdbcContentStore.open(source, settings));
    }

    private String newSchema() {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            boolean databases = database.kind() == TestDatabase.Kind.MARIADB;
            String name = databases ? connection.getCatalog() + "_elsewhere" : "elsewhere";
            statement.execute((databases ? "create database " : "create schema ") + name);
            return name;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
