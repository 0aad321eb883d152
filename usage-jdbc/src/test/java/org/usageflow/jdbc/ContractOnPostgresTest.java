package org.usageflow.jdbc;

import org.junit.jupiter.api.Nested;
import org.usageflow.databases.TestDatabase.Kind;
import org.usageflow.jdbc.ContractDatabase.Access;
import org.usageflow.spi.store.UsageStore;
import org.usageflow.testkit.store.UsageStoreContract;

/** The contract of a store, on PostgreSQL. */
class ContractOnPostgresTest {

    @Nested
    class WithAutoCommit extends UsageStoreContract {
        @Override
        protected UsageStore store() {
            return ContractDatabase.emptied(Kind.POSTGRESQL, Access.AUTO_COMMIT).store();
        }
    }

    @Nested
    class WithoutAutoCommit extends UsageStoreContract {
        @Override
        protected UsageStore store() {
            return ContractDatabase.emptied(Kind.POSTGRESQL, Access.NO_AUTO_COMMIT)
                    .store();
        }
    }

    @Nested
    class WithPrefixAndSchema extends UsageStoreContract {
        @Override
        protected UsageStore store() {
            return ContractDatabase.emptied(Kind.POSTGRESQL, Access.PREFIX_AND_SCHEMA)
                    .store();
        }
    }

    @Nested
    class OnALentConnection extends UsageStoreContract {
        @Override
        protected UsageStore store() {
            return ContractDatabase.emptied(Kind.POSTGRESQL, Access.LENT).store();
        }
    }
}
