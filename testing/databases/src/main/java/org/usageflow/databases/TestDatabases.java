package org.usageflow.databases;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives empty databases. A server is started when it is first asked for, serves this process alone, and ends with it. Thread-safe. */
public final class TestDatabases {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabases() {}

    /** H2 in a file of its own in a temporary directory, durable. */
    public static TestDatabase h2() {
        try {
            return h2(Files.createTempDirectory("usageflow-h2-").resolve("usage"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** H2 in that file, durable. */
    public static TestDatabase h2(Path file) {
        return at("jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1");
    }

    /** A database of the PostgreSQL server of this process. */
    public static TestDatabase postgresql() {
        PostgresServer server = PostgresServer.started();
        String name = "usage_" + NUMBER.incrementAndGet();
        execute(server.url("postgres"), "create database " + name + " encoding 'UTF8' template template0");
        return at(server.url(name));
    }

    /** A database of the MariaDB server of this process; empty where MariaDB is not installed. */
    public static Optional<TestDatabase> mariaDb() {
        return MariaDbServer.started().map(server -> {
            String name = "usage_" + NUMBER.incrementAndGet();
            execute(server.url(""), "create database " + name);
            return at(server.url(name));
        });
    }

    /** The database of a URL that another process was given. */
    public static TestDatabase at(String url) {
        var kind = url.startsWith("jdbc:h2:")
                ? TestDatabase.Kind.H2
                : url.startsWith("jdbc:postgresql:") ? TestDatabase.Kind.POSTGRESQL : TestDatabase.Kind.MARIADB;
        return new TestDatabase(kind, url, new UrlDataSource(url));
    }

    /** A pool of connections to a database, of up to 64. The caller closes it. */
    public static HikariDataSource pool(TestDatabase database) {
        var settings = new HikariConfig();
        settings.setDataSource(database.dataSource());
        settings.setMaximumPoolSize(64);
        settings.setMinimumIdle(0);
        return new HikariDataSource(settings);
    }

    /** Removes all rows of the library's tables, but for the steps of the schema. */
    public static void empty(TestDatabase database) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            String schema = database.kind() == TestDatabase.Kind.POSTGRESQL ? "public" : connection.getSchema();
            try (ResultSet found = connection
                    .getMetaData()
                    .getTables(connection.getCatalog(), schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
                while (found.next()) {
                    String name = found.getString("TABLE_NAME");
                    if (name.toLowerCase(Locale.ROOT).contains("usage_")
                            && !name.toLowerCase(Locale.ROOT).endsWith("usage_schema")) {
                        tables.add(name);
                    }
                }
            }
            // Deleting is quicker than truncating where there are few rows
            for (String table : tables) {
                statement.executeUpdate("delete from " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be emptied", e);
        }
    }

    private static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("'" + sql + "' failed", e);
        }
    }
}
