package org.usageflow.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.usageflow.error.StoreException;
import org.usageflow.jdbc.internal.dialect.Dialect;
import org.usageflow.jdbc.internal.sql.Names;
import org.usageflow.jdbc.internal.sql.Sql;

/** A transaction of the library's own on a connection of its own, which is given back as it came. Used once, by one thread. */
final class OwnTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(OwnTransaction.class);

    /** A call that may fail. */
    @FunctionalInterface
    private interface Step {
        void take() throws SQLException;
    }

    private final Connection connection;
    private final Dialect dialect;
    private @Nullable Integer formerIsolation;
    private boolean formerAutoCommit;
    // What was not rolled back would be committed by a change of auto-commit
    private boolean undecided;

    private OwnTransaction(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Does work, commits it, and closes the connection; rolls it back where anything is thrown. */
    static <T extends @Nullable Object> T run(
            Connection connection, Dialect dialect, Names names, Transactions.Work<T> work) {
        return new OwnTransaction(connection, dialect).run(new Sql(connection, names), work);
    }

    private <T extends @Nullable Object> T run(Sql sql, Transactions.Work<T> work) {
        Throwable failure = null;
        try {
            begin();
            T result = work.run(sql);
            commit();
            return result;
        } catch (Throwable e) {
            failure = e;
            rollBack(e);
            throw e;
        } finally {
            giveBack(failure);
        }
    }

    private void begin() {
        try {
            formerAutoCommit = connection.getAutoCommit();
            if (!formerAutoCommit) {
                // A pool may have tried the connection, which began a transaction, and isolation is not changed within
                // one
                connection.rollback();
            }
            int isolation = connection.getTransactionIsolation();
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                formerIsolation = isolation;
            }
            if (formerAutoCommit) {
                connection.setAutoCommit(false);
            }
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    private void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (dialect.isRetryable(e)) {
                throw Sql.failed(e);
            }
            throw new StoreException(
                    "the database failed on committing, and whether the work was kept is not known: " + e.getMessage(),
                    e);
        }
    }

    private void rollBack(Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            undecided = true;
            failure.addSuppressed(e);
        }
    }

    private void giveBack(@Nullable Throwable failure) {
        if (undecided) {
            attempt(() -> connection.abort(Runnable::run), failure);
        } else {
            if (formerAutoCommit) {
                attempt(() -> connection.setAutoCommit(true), failure);
            }
            Integer isolation = formerIsolation;
            if (isolation != null) {
                attempt(() -> connection.setTransactionIsolation(isolation), failure);
            }
        }
        attempt(connection::close, failure);
    }

    // What was committed stays committed, so that a failure after it is not one of the work
    private static void attempt(Step step, @Nullable Throwable failure) {
        try {
            step.take();
        } catch (SQLException e) {
            if (failure == null) {
                LOG.warn("a connection could not be given back as it was after a commit", e);
            } else {
                failure.addSuppressed(e);
            }
        }
    }
}
