package org.usageflow.verification.reliability;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Gives the same few connections again and again, which is what makes thousands of trials quick. Used by one thread. */
final class FaultPool implements DataSource {

    private final DataSource real;
    private final Deque<Connection> free = new ArrayDeque<>();

    FaultPool(DataSource real) {
        this.real = real;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection next = free.isEmpty() ? real.getConnection() : free.pop();
        boolean[] given = {true};
        return (Connection) Proxy.newProxyInstance(
                FaultPool.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        if (given[0]) {
                            given[0] = false;
                            takeBack(next);
                        }
                        return null;
                    }
                    if (method.getName().equals("abort")) {
                        given[0] = false;
                        next.close();
                        return null;
                    }
                    try {
                        return method.invoke(next, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** As a pool does: what comes back in the midst of a transaction, or otherwise than it was given, is not given again. */
    private void takeBack(Connection connection) throws SQLException {
        if (!connection.isClosed() && connection.getAutoCommit()) {
            free.push(connection);
        } else {
            connection.close();
        }
    }

    void end() throws SQLException {
        for (Connection each : free) {
            each.close();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return real.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
