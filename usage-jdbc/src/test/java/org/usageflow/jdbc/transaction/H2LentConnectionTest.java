package org.usageflow.jdbc.transaction;

import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;

final class H2LentConnectionTest extends LentConnectionRules {

    private static final TestDatabase DATABASE = TestDatabases.h2();

    @Override
    TestDatabase database() {
        return DATABASE;
    }

    @Override
    boolean deadlockUndoesAll() {
        return true;
    }

    @Override
    String patience() {
        return "select 1";
    }

    @Override
    boolean takesStricterIsolation() {
        return false;
    }
}
