package org.usageflow.jdbc;

import java.util.Objects;
import java.util.function.Supplier;
import org.usageflow.jdbc.internal.dialect.Dialect;
import org.usageflow.jdbc.internal.dialect.H2Dialect;
import org.usageflow.jdbc.internal.dialect.MariaDbDialect;
import org.usageflow.jdbc.internal.dialect.PostgresDialect;

/** The databases that are supported. */
public enum DatabaseKind {
    H2(H2Dialect::new),
    POSTGRESQL(PostgresDialect::new),
    MARIADB(() -> new MariaDbDialect(false)),
    MYSQL(() -> new MariaDbDialect(true));

    // Java can not serialize it, and does not: an enum is its name
    @SuppressWarnings("ImmutableEnumChecker")
    private final Supplier<Dialect> dialect;

    DatabaseKind(Supplier<Dialect> dialect) {
        this.dialect = Objects.requireNonNull(dialect, "dialect");
    }

    Dialect dialect() {
        return dialect.get();
    }
}
