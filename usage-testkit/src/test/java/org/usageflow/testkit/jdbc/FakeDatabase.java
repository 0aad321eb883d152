package org.usageflow.testkit.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source whose connections do nothing but remember what was asked of them. Used by one thread. */
final class FakeDatabase implements DataSource {

    private final List<String> asked = new ArrayList<>();
    private boolean autoCommit = true;
    private boolean refusing;

    /** What reached it, in order: the names of methods, with their statement where they have one. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Fails everything from now on, as a database that is gone. */
    void refuse() {
        refusing = true;
    }

    private Object answer(Object proxy, Method method, Object[] arguments) throws SQLException {
        String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? " " + text : "";
        asked.add(method.getName() + sql);
        if (refusing) {
            throw new SQLException("gone", "08006");
        }
        return switch (method.getName()) {
            case "prepareStatement" -> make(PreparedStatement.class);
            case "prepareCall" -> make(CallableStatement.class);
            case "createStatement" -> make(Statement.class);
            case "setSavepoint" -> make(Savepoint.class);
            case "getAutoCommit" -> autoCommit;
            case "setAutoCommit" -> {
                autoCommit = (Boolean) arguments[0];
                yield null;
            }
            case "executeUpdate" -> 1;
            case "executeBatch" -> new int[] {1};
            case "execute", "isClosed" -> false;
            case "isValid" -> true;
            case "unwrap" -> "the driver's own";
            case "toString" -> "real";
            default -> null;
        };
    }

    private <T> T make(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(FakeDatabase.class.getClassLoader(), new Class<?>[] {type}, this::answer));
    }

    @Override
    public Connection getConnection() {
        asked.add("getConnection");
        return make(Connection.class);
    }

    @Override
    public Connection getConnection(String user, String password) {
        asked.add("getConnection " + user);
        return make(Connection.class);
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
        return 7;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
