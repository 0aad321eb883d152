package org.usageflow.jdbc.transaction;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;

final class PostgresOwnTransactionTest extends OwnTransactionRules {

    private static final TestDatabase DATABASE = TestDatabases.postgresql();

    @Override
    TestDatabase database() {
        return DATABASE;
    }

    @Override
    List<Supplier<SQLException>> lost() {
        return List.of(
                () -> new SQLException("deadlock", "40P01"),
                () -> new SQLException("not serializable", "40001"),
                PostgresOwnTransactionTest::chained);
    }

    private static SQLException chained() {
        var batch = new SQLException("a batch failed", "HY000");
        batch.setNextException(new SQLException("deadlock", "40P01"));
        return batch;
    }
}
