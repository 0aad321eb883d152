package org.usageflow.jdbc.transaction;

import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;

final class PostgresLentConnectionTest extends LentConnectionRules {

    private static final TestDatabase DATABASE = TestDatabases.postgresql();

    @Override
    TestDatabase database() {
        return DATABASE;
    }

    @Override
    boolean deadlockUndoesAll() {
        return false;
    }

    @Override
    String patience() {
        return "set deadlock_timeout = '30s'";
    }

    @Override
    boolean takesStricterIsolation() {
        return true;
    }
}
