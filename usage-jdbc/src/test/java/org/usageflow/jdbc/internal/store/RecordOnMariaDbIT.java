package org.usageflow.jdbc.internal.store;

import org.junit.jupiter.api.Nested;
import org.usageflow.databases.TestDatabase.Kind;

/** What the contract leaves open about records, on MariaDB. */
class RecordOnMariaDbIT {

    @Nested
    class Changing extends RecordChangeRules {
        Changing() {
            super(Kind.MARIADB);
        }
    }

    @Nested
    class Claiming extends RecordClaimRules {
        Claiming() {
            super(Kind.MARIADB);
        }
    }

    @Nested
    class Reading extends RecordReadRules {
        Reading() {
            super(Kind.MARIADB);
        }
    }
}
