package org.usageflow.testkit.jdbc;

/**
 * A call that a driver may send to its database.
 *
 * @param number from 1 on, over all connections of a {@link FailingDataSource}, in the order in which the calls began
 * @param method the name of the method of {@code java.sql}, e.g. {@code commit}
 * @param sql the statement; empty where the method has none
 */
public record DatabaseCall(long number, String method, String sql) {

    /** Whether it is this method. */
    public boolean is(String name) {
        return method.equals(name);
    }
}
