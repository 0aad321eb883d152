package org.usageflow.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A pool that refuses to take back a connection that is not as it was handed out. Thread-safe. */
final class ContractConnections implements DataSource {

    private final DataSource source;
    private final boolean autoCommit;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger out = new AtomicInteger();
    private volatile Consumer<String> listener = any -> {};

    /**
     * Begins with no connection.
     *
     * @param autoCommit of the connections as they are handed out
     */
    ContractConnections(DataSource source, boolean autoCommit) {
        this.source = source;
        this.autoCommit = autoCommit;
    }

    /** How many connections were not given back. */
    int out() {
        return out.get();
    }

    /** Tells each statement that is prepared from now on, before it is. */
    void tell(Consumer<String> hears) {
        listener = hears;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection former = idle.poll();
        Connection connection = former == null ? source.getConnection() : former;
        connection.setAutoCommit(autoCommit);
        int isolation = connection.getTransactionIsolation();
        if (!autoCommit) {
            connection.rollback();
        }
        out.incrementAndGet();
        var closed = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        if (!closed.getAndSet(true)) {
                            takeBack(connection, isolation);
                        }
                        return null;
                    }
                    if (method.getName().equals("prepareStatement")) {
                        listener.accept((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void takeBack(Connection connection, int isolation) throws SQLException {
        out.decrementAndGet();
        boolean asItWas = connection.getAutoCommit() == autoCommit && connection.getTransactionIsolation() == isolation;
        if (!asItWas) {
            connection.close();
            throw new SQLException("auto-commit or isolation of the connection were not put back");
        }
        if (!autoCommit) {
            // What was not committed is lost, as with a pool
            connection.rollback();
        }
        idle.push(connection);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
