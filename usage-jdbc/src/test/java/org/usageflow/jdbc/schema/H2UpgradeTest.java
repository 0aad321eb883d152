package org.usageflow.jdbc.schema;

import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;
import org.usageflow.jdbc.DatabaseKind;

final class H2UpgradeTest extends UpgradeRules {

    @Override
    TestDatabase emptyDatabase() {
        return TestDatabases.h2();
    }

    @Override
    DatabaseKind kind() {
        return DatabaseKind.H2;
    }
}
