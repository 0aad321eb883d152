package org.usageflow.console.database;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections that are used again once they are given back, so that a command opens one or two of them, and an embedded database stays open while it runs. What a production host takes from a pool.
 *
 * <p>Thread-safe.
 */
final class Connections implements DataSource, AutoCloseable {

    // The drivers by name: the driver manager would load all of them
    private static final Map<String, String> DRIVERS = Map.of(
            "jdbc:h2:", "org.h2.Driver",
            "jdbc:postgresql:", "org.postgresql.Driver",
            "jdbc:mariadb:", "org.mariadb.jdbc.Driver");

    private final DatabaseUrl url;
    private final Driver driver;
    private final Deque<Connection> idle = new ArrayDeque<>();

    Connections(DatabaseUrl url) {
        this.url = url;
        this.driver = driver(url);
    }

    private static Driver driver(DatabaseUrl url) {
        for (Map.Entry<String, String> each : DRIVERS.entrySet()) {
            if (url.isOf(each.getKey())) {
                return named(each.getValue());
            }
        }
        try {
            return DriverManager.getDriver(url.value());
        } catch (SQLException e) {
            throw new DatabaseException(
                    "there is no driver for " + url
                            + ": databases here are H2 (jdbc:h2:), PostgreSQL (jdbc:postgresql:) and MariaDB (jdbc:mariadb:)",
                    e);
        }
    }

    private static Driver named(String name) {
        try {
            Driver driver = Class.forName(name)
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
            silence(driver);
            return driver;
        } catch (ReflectiveOperationException e) {
            throw new DatabaseException("the driver " + name + " is not on the class path", e);
        }
    }

    // The driver that logs goes on holding its logger; what it logs, URLs among it, goes to standard error, and is
    // thrown too
    private static void silence(Driver driver) {
        try {
            // H2 has none
            @Nullable Logger log = driver.getParentLogger();
            if (log != null) {
                log.setLevel(Level.OFF);
            }
        } catch (SQLFeatureNotSupportedException e) {
            // It logs nothing there
            return;
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection free = idle();
        return lent(free == null ? opened() : free);
    }

    private @Nullable Connection idle() {
        synchronized (idle) {
            return idle.pollLast();
        }
    }

    private Connection opened() throws SQLException {
        Connection connection = driver.connect(url.value(), new Properties());
        if (connection == null) {
            throw new SQLException("the driver does not take this URL");
        }
        return connection;
    }

    private Connection lent(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connections.class.getClassLoader(), new Class<?>[] {Connection.class}, new Lent(connection));
    }

    /** A connection that goes back when it is closed. */
    private final class Lent implements InvocationHandler {
        private @Nullable Connection connection;

        Lent(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args)
                throws Throwable {
            Connection target = connection;
            switch (method.getName()) {
                case "close" -> {
                    connection = null;
                    giveBack(target);
                    return null;
                }
                case "isClosed" -> {
                    return target == null || target.isClosed();
                }
                default -> {
                    if (target == null) {
                        throw new SQLException("the connection was closed");
                    }
                    return invoked(target, method, args);
                }
            }
        }

        private @Nullable Object invoked(Connection target, Method method, @Nullable Object @Nullable [] args)
                throws Throwable {
            try {
                return method.invoke(target, args);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        }
    }

    private void giveBack(@Nullable Connection connection) throws SQLException {
        if (connection == null || connection.isClosed()) {
            return;
        }
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        synchronized (idle) {
            idle.addLast(connection);
        }
    }

    /** Closes what was given back. */
    @Override
    public void close() throws SQLException {
        SQLException failure = null;
        for (Connection each = idle(); each != null; each = idle()) {
            try {
                each.close();
            } catch (SQLException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Not offered: user and password are part of the URL. */
    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("user and password are part of the URL");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // Nothing is logged
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("a time-out is part of the URL");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("nothing is logged");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (!type.isInstance(this)) {
            throw new SQLException("this is no " + type.getName());
        }
        return type.cast(this);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
