package org.usageflow.verification.reliability;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import org.usageflow.databases.TestDatabase;
import org.usageflow.testkit.jdbc.DatabaseCall;
import org.usageflow.testkit.jdbc.FailingDataSource;

/** How a database fails at one call. */
enum FaultKind {
    /** The call fails, and the database goes on. */
    ERROR,
    /** The connection breaks, and others can be had. */
    BROKEN,
    /** The transaction loses to another one. */
    DEADLOCK,
    /** The database commits, and its answer is lost with the connection. */
    ANSWER_LOST,
    /** From this call on there is no database any more, as for a process that is killed. */
    DOWN;

    /** What a driver sends: without what only prepares, which fails as what is prepared does, and what follows a failure. */
    private static final Set<String> SENT = Set.of(
            "getConnection",
            "commit",
            "unwrap",
            "setSavepoint",
            "releaseSavepoint",
            "setAutoCommit",
            "setTransactionIsolation");

    /** Whether a call can fail in this way. */
    boolean hits(DatabaseCall call) {
        boolean statement = call.method().startsWith("execute") || call.is("unwrap");
        return switch (this) {
            case ERROR, BROKEN, DOWN -> statement || SENT.contains(call.method());
            case DEADLOCK -> statement || call.is("commit");
            case ANSWER_LOST -> call.is("commit");
        };
    }

    /** Has a data source fail in this way where the test says. */
    void plan(FailingDataSource source, TestDatabase.Kind database, Predicate<DatabaseCall> where) {
        switch (this) {
            case ERROR -> source.failWhen(where, () -> new SQLException("an injected error", "HY000"));
            case DEADLOCK -> source.failWhen(where, () -> deadlock(database));
            case ANSWER_LOST -> source.failAfter(where, FaultKind::broken);
            case BROKEN, DOWN -> source.breakWhen(where, FaultKind::broken);
        }
    }

    private static SQLException broken() {
        return new SQLException("an injected break", "08006");
    }

    private static SQLException deadlock(TestDatabase.Kind database) {
        String words = "an injected deadlock";
        return switch (database) {
            case H2 -> new SQLException(words, "40001", 40001);
            case POSTGRESQL -> new SQLException(words, "40P01");
            case MARIADB -> new SQLException(words, "40001", 1213);
        };
    }
}
