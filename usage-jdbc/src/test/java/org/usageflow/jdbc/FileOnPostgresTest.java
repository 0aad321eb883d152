package org.usageflow.jdbc;

import org.junit.jupiter.api.Nested;
import org.usageflow.databases.TestDatabase.Kind;

/** What the contracts leave open, on PostgreSQL. */
class FileOnPostgresTest {

    @Nested
    class Files extends FileRules {
        Files() {
            super(Kind.POSTGRESQL);
        }
    }

    @Nested
    class Contents extends ContentRules {
        Contents() {
            super(Kind.POSTGRESQL);
        }
    }
}
