package org.usageflow.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.StoreException;

/**
 * Where connections come from, and who owns the transactions on them.
 *
 * <ul>
 *   <li>{@link #owning}: the library takes a connection for each of its transactions, sets READ COMMITTED, commits or rolls back, puts isolation and auto-commit back as they were, and closes it. Work that lost to a
 *       deadlock is done again.
 *   <li>{@link #lending}: the library works on the connection of the host's transaction, and never commits, rolls it back, closes it or changes auto-commit. Each unit of work is a savepoint of its own: what fails is undone to there,
 *       and what the host did before stays. Events wait in the outbox until the host drains them after its commit.
 * </ul>
 *
 * <p>Immutable, thread-safe.
 */
public final class ConnectionSource {

    private final @Nullable DataSource owned;
    private final @Nullable Supplier<Connection> lent;

    private ConnectionSource(@Nullable DataSource owned, @Nullable Supplier<Connection> lent) {
        this.owned = owned;
        this.lent = lent;
    }

    /**
     * Transactions of the library's own.
     *
     * @param dataSource of a pool, with at least two connections for each thread that processes uploads: one for the transaction at work, one for what is read and noted beside it
     */
    public static ConnectionSource owning(DataSource dataSource) {
        return new ConnectionSource(Objects.requireNonNull(dataSource, "dataSource"), null);
    }

    /**
     * Joins the host's transactions.
     *
     * @param atWork gives the connection of the transaction that is at work in the calling thread, with auto-commit off and READ COMMITTED; for Spring {@code () -> DataSourceUtils.getConnection(dataSource)}
     */
    public static ConnectionSource lending(Supplier<Connection> atWork) {
        return new ConnectionSource(null, Objects.requireNonNull(atWork, "atWork"));
    }

    /** Whether the library owns its transactions. */
    boolean owns() {
        return owned != null;
    }

    /**
     * A connection that the caller closes; of a source that owns.
     *
     * @throws StoreException if there is none to be had; without the words of the driver or pool, which may hold the URL and its password
     */
    Connection open() {
        DataSource source = Objects.requireNonNull(owned, "a source that owns");
        try {
            return Objects.requireNonNull(source.getConnection(), "a connection of the data source");
        } catch (SQLException e) {
            throw new StoreException(
                    "the data source gives no connection (SQLState " + e.getSQLState() + ", code " + e.getErrorCode()
                            + "); its own words are with the cause",
                    e);
        }
    }

    /** The connection of the host's transaction; of a source that lends. */
    Connection borrow() {
        return Objects.requireNonNull(
                Objects.requireNonNull(lent, "a source that lends").get(), "the connection of the host's transaction");
    }
}
