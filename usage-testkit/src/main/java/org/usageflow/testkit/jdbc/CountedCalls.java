package org.usageflow.testkit.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Stands before a connection, or a statement of it, and has its calls counted. */
final class CountedCalls implements InvocationHandler {

    private static final Set<String> COUNTED = Set.of(
            "commit",
            "rollback",
            "setSavepoint",
            "releaseSavepoint",
            "setAutoCommit",
            "setTransactionIsolation",
            "unwrap");

    /** What all statements of a connection share with it. */
    private static final class Line {
        private final FailingDataSource source;
        private final Connection real;
        private final Runnable closing;
        private final AtomicBoolean closed = new AtomicBoolean();
        private volatile boolean broken;
        private @Nullable Connection proxy;

        Line(FailingDataSource source, Connection real, Runnable closing) {
            this.source = source;
            this.real = real;
            this.closing = closing;
        }

        void sever() {
            broken = true;
            try {
                if (!real.getAutoCommit()) {
                    real.rollback();
                }
                real.close();
            } catch (SQLException e) {
                throw new IllegalStateException("the connection can not be broken", e);
            }
        }
    }

    private final Line line;
    private final Object real;
    private final String prepared;

    private CountedCalls(Line line, Object real, String prepared) {
        this.line = line;
        this.real = real;
        this.prepared = prepared;
    }

    /**
     * A connection before a connection.
     *
     * @param closing run when it is closed for the first time
     */
    static Connection connection(Connection real, FailingDataSource source, Runnable closing) {
        var line = new Line(source, real, closing);
        Connection proxy = proxy(Connection.class, new CountedCalls(line, real, ""));
        line.proxy = proxy;
        return proxy;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (name.equals("equals")) {
            return arguments != null && proxy == arguments[0];
        }
        if (name.equals("hashCode")) {
            return System.identityHashCode(proxy);
        }
        if (name.equals("close")) {
            return close(method);
        }
        if (name.equals("getConnection")) {
            return line.proxy;
        }
        if (line.broken) {
            return afterBreak(name);
        }
        String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : prepared;
        if (!isCounted(name)) {
            return wrapped(sql, call(method, arguments));
        }
        return line.source.counted(
                name, isStatement(name) ? sql : "", () -> wrapped(sql, call(method, arguments)), line::sever);
    }

    private static boolean isStatement(String name) {
        return name.startsWith("execute") || name.startsWith("prepare");
    }

    private static boolean isCounted(String name) {
        return isStatement(name) || COUNTED.contains(name);
    }

    private @Nullable Object close(Method method) throws SQLException {
        if (real == line.real && line.closed.compareAndSet(false, true)) {
            line.closing.run();
        }
        return line.broken ? null : call(method, null);
    }

    private static Object afterBreak(String name) throws SQLException {
        if (name.equals("isClosed")) {
            return true;
        }
        if (name.equals("isValid")) {
            return false;
        }
        if (name.equals("toString")) {
            return "a broken connection";
        }
        throw new SQLException("the connection is broken", "08003");
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws SQLException {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(method + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " is not open", e);
        }
    }

    private @Nullable Object wrapped(String sql, @Nullable Object answer) {
        if (answer instanceof CallableStatement) {
            return proxy(CallableStatement.class, new CountedCalls(line, answer, sql));
        }
        if (answer instanceof PreparedStatement) {
            return proxy(PreparedStatement.class, new CountedCalls(line, answer, sql));
        }
        if (answer instanceof Statement) {
            return proxy(Statement.class, new CountedCalls(line, answer, ""));
        }
        return answer;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(CountedCalls.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
