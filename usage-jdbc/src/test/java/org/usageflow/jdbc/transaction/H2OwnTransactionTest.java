package org.usageflow.jdbc.transaction;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;

final class H2OwnTransactionTest extends OwnTransactionRules {

    private static final TestDatabase DATABASE = TestDatabases.h2();

    @Override
    TestDatabase database() {
        return DATABASE;
    }

    @Override
    List<Supplier<SQLException>> lost() {
        return List.of(
                () -> new SQLException("deadlock", "40001", 40001),
                () -> new SQLException("changed", "90131", 90131),
                () -> new SQLException("waited", "HYT00", 50200));
    }
}
