package org.usageflow.jdbc.internal.store;

import org.junit.jupiter.api.Nested;
import org.usageflow.databases.TestDatabase.Kind;

/** What the contract leaves open about records, on PostgreSQL. */
class RecordOnPostgresTest {

    @Nested
    class Changing extends RecordChangeRules {
        Changing() {
            super(Kind.POSTGRESQL);
        }
    }

    @Nested
    class Claiming extends RecordClaimRules {
        Claiming() {
            super(Kind.POSTGRESQL);
        }
    }

    @Nested
    class Reading extends RecordReadRules {
        Reading() {
            super(Kind.POSTGRESQL);
        }
    }
}
