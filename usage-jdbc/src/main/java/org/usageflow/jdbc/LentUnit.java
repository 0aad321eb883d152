package org.usageflow.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.StoreException;
import org.usageflow.jdbc.internal.dialect.Dialect;
import org.usageflow.jdbc.internal.sql.Names;
import org.usageflow.jdbc.internal.sql.Sql;

/** A unit of work within the host's transaction: what fails is undone to where it began. Used once, by one thread. */
final class LentUnit {

    private final Connection connection;
    private final Dialect dialect;

    private LentUnit(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Does work; undoes it alone where anything is thrown. */
    static <T extends @Nullable Object> T run(
            Connection connection, Dialect dialect, Names names, Transactions.Work<T> work) {
        return new LentUnit(connection, dialect).run(new Sql(connection, names), work);
    }

    private <T extends @Nullable Object> T run(Sql sql, Transactions.Work<T> work) {
        Savepoint before = begin();
        try {
            T result = work.run(sql);
            end(before);
            return result;
        } catch (Throwable e) {
            undo(before, e);
            throw e;
        }
    }

    private Savepoint begin() {
        try {
            if (connection.getAutoCommit()) {
                throw new StoreException(
                        "the lent connection is in auto-commit: there is no transaction of the host to join", null);
            }
            int isolation = connection.getTransactionIsolation();
            if (!dialect.worksIn(isolation)) {
                throw new StoreException(
                        "the host's transaction is not READ COMMITTED: begin it so, or what others commit meanwhile is not seen",
                        null);
            }
            return connection.setSavepoint();
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    private void end(Savepoint before) {
        try {
            connection.releaseSavepoint(before);
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    /**
     * Goes back to where the unit began.
     *
     * @throws StoreException if the host's transaction is of no further use
     */
    private void undo(Savepoint before, Throwable failure) {
        if (Transactions.causedBy(failure, dialect::undoesTransaction)) {
            throw new StoreException(
                    "a deadlock undid the whole transaction of the host, and not the work of the library alone: roll back, and begin again from its start: "
                            + failure.getMessage(),
                    failure.getCause());
        }
        try {
            connection.rollback(before);
            connection.releaseSavepoint(before);
        } catch (SQLException e) {
            var lost = new StoreException(
                    "work within the host's transaction failed and could not be undone by itself: roll the whole transaction back",
                    e);
            lost.addSuppressed(failure);
            throw lost;
        }
    }
}
