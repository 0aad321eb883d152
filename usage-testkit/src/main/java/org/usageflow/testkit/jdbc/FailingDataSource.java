package org.usageflow.testkit.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source over another one that counts what is asked of the database, fails where a test says, and tells which connections were not closed.
 *
 * <p>Counted are the calls that a driver may send to the database: getting a connection, preparing and executing statements and batches, commit, rollback, savepoints, changes of auto-commit and isolation, and {@code unwrap}, behind
 * which there is what JDBC does not know, e.g. PostgreSQL's COPY. Not counted: setting parameters, reading answers, and closing, which never fails here.
 *
 * <p>Thread-safe. Fails nowhere at first.
 */
public final class FailingDataSource implements DataSource {

    /** What happens at a call. */
    private enum Way {
        /** It fails before the database has heard of it. */
        BEFORE,
        /** The database does it, and the answer is lost. */
        AFTER,
        /** The connection breaks: it, and all that follows on the same connection, fails; what was not committed is undone. */
        BREAK
    }

    private record Plan(Predicate<DatabaseCall> where, Supplier<SQLException> failure, Way way) {}

    private final DataSource real;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong open = new AtomicLong();
    private volatile @Nullable Plan plan;

    private FailingDataSource(DataSource real) {
        this.real = real;
    }

    /** Stands before a data source. */
    public static FailingDataSource over(DataSource real) {
        return new FailingDataSource(Objects.requireNonNull(real, "real"));
    }

    /**
     * Fails at one call, before the database has heard of it; in place of what was planned before.
     *
     * @param number of the call, as {@link #calls} counts
     */
    public void failAt(long number, Supplier<SQLException> failure) {
        failWhen(call -> call.number() == number, failure);
    }

    /**
     * Fails at every such call, before the database has heard of it; in place of what was planned before.
     *
     * @param where asked once for each call that is counted, also by several threads at a time
     */
    public void failWhen(Predicate<DatabaseCall> where, Supplier<SQLException> failure) {
        plan = planned(where, failure, Way.BEFORE);
    }

    /** As {@link #failWhen}, but the database does what it is asked, and the answer is lost. */
    public void failAfter(Predicate<DatabaseCall> where, Supplier<SQLException> failure) {
        plan = planned(where, failure, Way.AFTER);
    }

    /** As {@link #failWhen}, but the connection is lost: whatever follows on it fails too, and what was not committed is undone. */
    public void breakWhen(Predicate<DatabaseCall> where, Supplier<SQLException> failure) {
        plan = planned(where, failure, Way.BREAK);
    }

    /** Fails nowhere from now on. Connections that broke stay broken. */
    public void heal() {
        plan = null;
    }

    /** How many calls were counted so far. */
    public long calls() {
        return calls.get();
    }

    /** How many calls failed because it was planned, without those after a connection broke. */
    public long failures() {
        return failures.get();
    }

    /** How many connections were given out and not closed: at the end of a test, leaks. */
    public long openConnections() {
        return open.get();
    }

    private static Plan planned(Predicate<DatabaseCall> where, Supplier<SQLException> failure, Way way) {
        return new Plan(Objects.requireNonNull(where, "where"), Objects.requireNonNull(failure, "failure"), way);
    }

    /** What is to be done for a call. */
    @FunctionalInterface
    interface Doing {
        @Nullable
        Object done() throws SQLException;
    }

    /** Counts a call and does it, unless it is to fail; {@code breaking} is done where its connection is to break. */
    @Nullable
    Object counted(String method, String sql, Doing doing, Runnable breaking) throws SQLException {
        var call = new DatabaseCall(calls.incrementAndGet(), method, sql);
        Plan now = plan;
        if (now == null || !now.where().test(call)) {
            return doing.done();
        }
        failures.incrementAndGet();
        if (now.way() == Way.AFTER) {
            doing.done();
        } else if (now.way() == Way.BREAK) {
            breaking.run();
        }
        throw now.failure().get();
    }

    /** What gives a connection. */
    @FunctionalInterface
    private interface Giving {
        Connection given() throws SQLException;
    }

    private Connection give(Giving giving) throws SQLException {
        var given = new ArrayList<Connection>();
        try {
            counted("getConnection", "", () -> given.add(giving.given()), () -> {});
        } catch (SQLException e) {
            // Where the answer is lost, what was given goes back
            for (Connection each : given) {
                each.close();
            }
            throw e;
        }
        open.incrementAndGet();
        return CountedCalls.connection(given.get(0), this, open::decrementAndGet);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return give(real::getConnection);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return give(() -> real.getConnection(user, password));
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
        return type.isInstance(this) ? type.cast(this) : real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || real.isWrapperFor(type);
    }
}
