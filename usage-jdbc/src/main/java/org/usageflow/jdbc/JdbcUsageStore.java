package org.usageflow.jdbc;

import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.store.JdbcLeases;
import org.usageflow.jdbc.internal.store.JdbcSession;
import org.usageflow.spi.store.Lease;
import org.usageflow.spi.store.StoreWork;
import org.usageflow.spi.store.UsageStore;

/**
 * Keeps usage files and all that belongs to them in H2, PostgreSQL, MariaDB or MySQL.
 *
 * <p>Read committed. Thread-safe; several processes may use the same tables. Memory is that of a batch, whatever the size of a file.
 *
 * <p>Failures of the database are {@link org.usageflow.error.StoreException}s whose cause is the driver's exception. Where the library owns its transactions, work that lost to a deadlock is done again, up to 20 times; on a lent
 * connection the exception reaches the host, whose transaction it is.
 */
public final class JdbcUsageStore implements UsageStore {

    private final Transactions transactions;
    // An instance field, as two stores in one thread must not know of each other.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable JdbcSession> atWork = new ThreadLocal<>();

    private JdbcUsageStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Opens a store whose transactions are its own, with the settings' defaults.
     *
     * @throws org.usageflow.error.StoreException as {@link #open(ConnectionSource, JdbcSettings)} does
     */
    public static JdbcUsageStore open(DataSource dataSource) {
        return open(ConnectionSource.owning(dataSource), JdbcSettings.DEFAULT);
    }

    /**
     * Opens a store. The database is looked at, and its schema as the settings say; where the connections are lent, the calling thread has a transaction at work.
     *
     * @throws org.usageflow.error.StoreException if the database is not supported, could lose what was committed, or has another schema
     */
    public static JdbcUsageStore open(ConnectionSource source, JdbcSettings settings) {
        return new JdbcUsageStore(Opening.transactions(source, settings));
    }

    @Override
    public <T extends @Nullable Object> T inTransaction(StoreWork<T> work) {
        Objects.requireNonNull(work, "work");
        if (atWork.get() != null) {
            throw new IllegalStateException("a transaction of this store is at work in this thread already");
        }
        try {
            return transactions.run(sql -> {
                var session = new JdbcSession(sql, transactions.dialect(), atWork::get);
                atWork.set(session);
                return work.run(session);
            });
        } finally {
            atWork.remove();
        }
    }

    /** On a lent connection nothing is seen by others before the host commits, and a crash undoes all of it: nothing is done. */
    @Override
    public boolean prolong(Lease lease) {
        return !transactions.owns() || transactions.run(sql -> JdbcLeases.prolong(sql, lease));
    }

    @Override
    public boolean commitsOnReturn() {
        return transactions.owns();
    }
}
