package org.usageflow.jdbc.internal.store;

import org.junit.jupiter.api.Nested;
import org.usageflow.databases.TestDatabase.Kind;

/** What the contract leaves open about records, on H2. */
class RecordOnH2Test {

    @Nested
    class Changing extends RecordChangeRules {
        Changing() {
            super(Kind.H2);
        }
    }

    @Nested
    class Claiming extends RecordClaimRules {
        Claiming() {
            super(Kind.H2);
        }
    }

    @Nested
    class Reading extends RecordReadRules {
        Reading() {
            super(Kind.H2);
        }
    }
}
