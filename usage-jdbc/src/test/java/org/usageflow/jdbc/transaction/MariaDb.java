package org.usageflow.jdbc.transaction;

import java.util.Optional;
import org.opentest4j.TestAbortedException;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;

/** MariaDB for the tests of transactions, where it is installed. */
final class MariaDb {

    private static final Optional<TestDatabase> DATABASE = TestDatabases.mariaDb();

    private MariaDb() {}

    static TestDatabase database() {
        return DATABASE.orElseThrow(
                () -> new TestAbortedException("MariaDB is not installed: its transactions are not proved here"));
    }
}
