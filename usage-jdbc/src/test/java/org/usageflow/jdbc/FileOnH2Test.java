package org.usageflow.jdbc;

import org.junit.jupiter.api.Nested;
import org.usageflow.databases.TestDatabase.Kind;

/** What the contracts leave open, on H2. */
class FileOnH2Test {

    @Nested
    class Files extends FileRules {
        Files() {
            super(Kind.H2);
        }
    }

    @Nested
    class Contents extends ContentRules {
        Contents() {
            super(Kind.H2);
        }
    }
}
