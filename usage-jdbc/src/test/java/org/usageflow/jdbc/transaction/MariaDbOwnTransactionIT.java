package org.usageflow.jdbc.transaction;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.usageflow.databases.TestDatabase;

final class MariaDbOwnTransactionIT extends OwnTransactionRules {

    @Override
    TestDatabase database() {
        return MariaDb.database();
    }

    @Override
    List<Supplier<SQLException>> lost() {
        return List.of(
                () -> new SQLException("deadlock", "40001", 1213), () -> new SQLException("changed", "HY000", 1020));
    }
}
