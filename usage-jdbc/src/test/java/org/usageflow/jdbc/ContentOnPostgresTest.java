package org.usageflow.jdbc;

import org.junit.jupiter.api.Nested;
import org.usageflow.databases.TestDatabase.Kind;
import org.usageflow.jdbc.ContractDatabase.Access;
import org.usageflow.spi.store.ContentStore;
import org.usageflow.testkit.store.ContentStoreContract;

/** The contract of a content store, on PostgreSQL. */
class ContentOnPostgresTest {

    @Nested
    class ContentsWithPrefixAndSchema extends ContentStoreContract {
        @Override
        protected ContentStore contents() {
            return ContractDatabase.emptied(Kind.POSTGRESQL, Access.PREFIX_AND_SCHEMA)
                    .contents();
        }
    }

    @Nested
    class ContentsWithoutAutoCommit extends ContentStoreContract {
        @Override
        protected ContentStore contents() {
            return ContractDatabase.emptied(Kind.POSTGRESQL, Access.NO_AUTO_COMMIT)
                    .contents();
        }
    }

    @Nested
    class ContentsOnALentConnection extends ContentStoreContract {
        @Override
        protected ContentStore contents() {
            return ContractDatabase.emptied(Kind.POSTGRESQL, Access.LENT).contents();
        }
    }
}
