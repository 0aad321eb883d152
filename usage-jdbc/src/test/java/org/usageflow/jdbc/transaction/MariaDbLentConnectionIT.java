package org.usageflow.jdbc.transaction;

import org.usageflow.databases.TestDatabase;

final class MariaDbLentConnectionIT extends LentConnectionRules {

    @Override
    TestDatabase database() {
        return MariaDb.database();
    }

    @Override
    boolean deadlockUndoesAll() {
        return true;
    }

    @Override
    String patience() {
        return "insert into host_row values (11), (12), (13), (14), (15)";
    }

    @Override
    boolean takesStricterIsolation() {
        return false;
    }
}
