package org.usageflow.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.StoreException;
import org.usageflow.jdbc.internal.dialect.Dialects;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.store.ContentStore;
import org.usageflow.spi.store.Lease;
import org.usageflow.spi.store.StoreWork;
import org.usageflow.spi.store.UsageStore;

/** A host that lends its connection: each call of a store is a transaction of the host's, which commits after it, or undoes all of it, and begins anew where it lost to a deadlock. */
final class ContractHost {

    private static final int TRIES = 20;

    private final DataSource source;

    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Connection> lent = new ThreadLocal<>();

    ContractHost(DataSource source) {
        this.source = source;
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T run() throws IOException;
    }

    UsageStore store(JdbcSettings settings) {
        UsageStore store = unfailing(() -> JdbcUsageStore.open(ConnectionSource.lending(lent::get), settings));
        return new UsageStore() {
            @Override
            public <T extends @Nullable Object> T inTransaction(StoreWork<T> work) {
                return unfailing(() -> store.inTransaction(work));
            }

            @Override
            public boolean prolong(Lease lease) {
                return unfailing(() -> store.prolong(lease));
            }

            @Override
            public boolean commitsOnReturn() {
                return store.commitsOnReturn();
            }
        };
    }

    ContentStore contents(JdbcSettings settings) {
        ContentStore store = unfailing(() -> JdbcContentStore.open(ConnectionSource.lending(lent::get), settings));
        return new ContentStore() {
            @Override
            public void put(UsageFileId file, String sha256, UploadSource content) throws IOException {
                within(() -> {
                    store.put(file, sha256, content);
                    return true;
                });
            }

            @Override
            public UploadSource open(UsageFileId file, String sha256) throws IOException {
                return within(() -> store.open(file, sha256));
            }

            @Override
            public Set<String> list(UsageFileId file) throws IOException {
                return within(() -> store.list(file));
            }

            @Override
            public void erase(UsageFileId file, String sha256) throws IOException {
                within(() -> {
                    store.erase(file, sha256);
                    return true;
                });
            }
        };
    }

    private <T extends @Nullable Object> T unfailing(Supplier<T> work) {
        try {
            return within(work::get);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Does work in a transaction, or in the one that is at work in this thread. */
    <T extends @Nullable Object> T within(Work<T> work) throws IOException {
        if (lent.get() != null) {
            return work.run();
        }
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = source.getConnection()) {
                try {
                    return committed(connection, work);
                } catch (StoreException e) {
                    if (attempt == TRIES || !isRetryable(connection, e)) {
                        throw e;
                    }
                }
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static boolean isRetryable(Connection connection, StoreException e) throws SQLException {
        return e.getCause() instanceof SQLException failure
                && Dialects.of(connection).isRetryable(failure);
    }

    private <T extends @Nullable Object> T committed(Connection connection, Work<T> work)
            throws SQLException, IOException {
        boolean autoCommit = connection.getAutoCommit();
        int isolation = connection.getTransactionIsolation();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        lent.set(connection);
        boolean done = false;
        try {
            T result = work.run();
            done = true;
            return result;
        } finally {
            lent.remove();
            if (connection.getAutoCommit()) {
                throw new AssertionError("the library changed auto-commit");
            }
            if (done) {
                connection.commit();
            } else {
                connection.rollback();
            }
            connection.setAutoCommit(autoCommit);
            connection.setTransactionIsolation(isolation);
        }
    }
}
