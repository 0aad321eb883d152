package org.usageflow.jdbc.schema;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A pool of given connections, which come back as they are. A connection that is closed twice, or asked for when none is free, is a failure. */
public final class TinyPool implements DataSource {

    private final Deque<Connection> free;

    public TinyPool(Collection<Connection> connections) {
        this.free = new ArrayDeque<>(connections);
    }

    /** What came back. */
    public synchronized List<Connection> free() {
        return List.copyOf(free);
    }

    @Override
    public synchronized Connection getConnection() throws SQLException {
        Connection real = free.poll();
        if (real == null) {
            throw new SQLException("the pool is empty", "08001");
        }
        var closed = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                TinyPool.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        takeBack(real, closed);
                        return null;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private synchronized void takeBack(Connection real, AtomicBoolean closed) {
        if (!closed.compareAndSet(false, true)) {
            throw new AssertionError("a connection was closed twice");
        }
        free.add(real);
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PrintWriter getLogWriter() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
