package org.usageflow.jdbc;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.usageflow.error.StoreException;
import org.usageflow.jdbc.internal.dialect.Dialect;
import org.usageflow.jdbc.internal.sql.Names;
import org.usageflow.jdbc.internal.sql.Sql;

/** Runs work in transactions of the library's own, or within the host's. Thread-safe. */
final class Transactions {

    /** What is done in a transaction. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T run(Sql sql);
    }

    private static final int TRIES = 20;
    private static final long LONGEST_PAUSE_MILLIS = 64;
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final ConnectionSource source;
    private final Dialect dialect;
    private final Names names;

    Transactions(ConnectionSource source, Dialect dialect, Names names) {
        this.source = source;
        this.dialect = dialect;
        this.names = names;
    }

    boolean owns() {
        return source.owns();
    }

    Dialect dialect() {
        return dialect;
    }

    /** Does work in a transaction; again where it lost to a deadlock and the transaction is the library's. */
    <T extends @Nullable Object> T run(Work<T> work) {
        if (!source.owns()) {
            return LentUnit.run(source.borrow(), dialect, names, work);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return OwnTransaction.run(source.open(), dialect, names, work);
            } catch (StoreException e) {
                // Who interrupts a thread does not want it to try again
                if (!isRetryable(e) || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                if (attempt == TRIES) {
                    throw new StoreException(
                            "the work lost to other transactions " + TRIES + " times: " + e.getMessage(), e.getCause());
                }
                LOG.debug("a transaction lost to another one and is done again, attempt {}", attempt + 1);
                pause(attempt);
            }
        }
    }

    // A little longer each time and at random, so that those who lost to each other do not meet again
    private static void pause(int attempt) {
        long longest = Math.min(LONGEST_PAUSE_MILLIS, 1L << attempt);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(longest)));
    }

    private boolean isRetryable(StoreException e) {
        return causedBy(e, dialect::isRetryable);
    }

    /** Whether a failure of the database that is so, or a chained one, is behind a failure. */
    static boolean causedBy(Throwable failure, Predicate<SQLException> which) {
        if (failure.getCause() instanceof SQLException first) {
            for (Throwable each : first) {
                if (each instanceof SQLException one && which.test(one)) {
                    return true;
                }
            }
        }
        return false;
    }
}
