package org.usageflow.jdbc.schema;

import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;
import org.usageflow.jdbc.DatabaseKind;

final class PostgresUpgradeTest extends UpgradeRules {

    @Override
    TestDatabase emptyDatabase() {
        return TestDatabases.postgresql();
    }

    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
