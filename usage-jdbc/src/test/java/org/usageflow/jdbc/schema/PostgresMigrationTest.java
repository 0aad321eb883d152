package org.usageflow.jdbc.schema;

import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;
import org.usageflow.jdbc.DatabaseKind;

final class PostgresMigrationTest extends MigrationRules {

    @Override
    TestDatabase emptyDatabase() {
        return TestDatabases.postgresql();
    }

    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }

    @Override
    String otherTimeZone() {
        return "set time zone 'Asia/Tokyo'";
    }
}
