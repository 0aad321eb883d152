package org.usageflow.jdbc.schema;

import org.opentest4j.TestAbortedException;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;
import org.usageflow.jdbc.DatabaseKind;

final class MariaDbUpgradeIT extends UpgradeRules {

    @Override
    TestDatabase emptyDatabase() {
        return TestDatabases.mariaDb()
                .orElseThrow(
                        () -> new TestAbortedException("MariaDB is not installed: its upgrade is not proved here"));
    }

    @Override
    DatabaseKind kind() {
        return DatabaseKind.MARIADB;
    }
}
