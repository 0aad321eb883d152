package org.usageflow.jdbc.transaction;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** A connection that records what changes its transaction or its state. */
final class RecordedConnection {

    private static final List<String> RECORDED = List.of(
            "commit",
            "close",
            "abort",
            "setAutoCommit",
            "setTransactionIsolation",
            "setReadOnly",
            "setCatalog",
            "setSchema");

    private final Connection proxy;
    private final List<String> calls = new ArrayList<>();

    RecordedConnection(Connection real) {
        this.proxy = (Connection) Proxy.newProxyInstance(
                RecordedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (unused, method, arguments) -> answer(real, method, arguments));
    }

    private Object answer(Connection real, Method method, Object[] arguments) throws Throwable {
        // To a savepoint it may go back
        if (RECORDED.contains(method.getName()) || method.getName().equals("rollback") && arguments == null) {
            calls.add(method.getName());
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    Connection connection() {
        return proxy;
    }

    /** What was called that only the host may call. */
    List<String> calls() {
        return List.copyOf(calls);
    }
}
