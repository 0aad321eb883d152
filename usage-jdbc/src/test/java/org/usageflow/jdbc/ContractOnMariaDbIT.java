package org.usageflow.jdbc;

import org.junit.jupiter.api.Nested;
import org.usageflow.databases.TestDatabase.Kind;
import org.usageflow.jdbc.ContractDatabase.Access;
import org.usageflow.spi.store.ContentStore;
import org.usageflow.spi.store.UsageStore;
import org.usageflow.testkit.store.ContentStoreContract;
import org.usageflow.testkit.store.UsageStoreContract;

/** The contracts of both stores and what they leave open, on MariaDB where it is installed. */
class ContractOnMariaDbIT {

    @Nested
    class WithAutoCommit extends UsageStoreContract {
        @Override
        protected UsageStore store() {
            return ContractDatabase.emptied(Kind.MARIADB, Access.AUTO_COMMIT).store();
        }
    }

    @Nested
    class WithoutAutoCommit extends UsageStoreContract {
        @Override
        protected UsageStore store() {
            return ContractDatabase.emptied(Kind.MARIADB, Access.NO_AUTO_COMMIT).store();
        }
    }

    @Nested
    class WithPrefixAndSchema extends UsageStoreContract {
        @Override
        protected UsageStore store() {
            return ContractDatabase.emptied(Kind.MARIADB, Access.PREFIX_AND_SCHEMA)
                    .store();
        }
    }

    @Nested
    class OnALentConnection extends UsageStoreContract {
        @Override
        protected UsageStore store() {
            return ContractDatabase.emptied(Kind.MARIADB, Access.LENT).store();
        }
    }

    @Nested
    class ContentsWithPrefixAndSchema extends ContentStoreContract {
        @Override
        protected ContentStore contents() {
            return ContractDatabase.emptied(Kind.MARIADB, Access.PREFIX_AND_SCHEMA)
                    .contents();
        }
    }

    @Nested
    class ContentsWithoutAutoCommit extends ContentStoreContract {
        @Override
        protected ContentStore contents() {
            return ContractDatabase.emptied(Kind.MARIADB, Access.NO_AUTO_COMMIT).contents();
        }
    }

    @Nested
    class ContentsOnALentConnection extends ContentStoreContract {
        @Override
        protected ContentStore contents() {
            return ContractDatabase.emptied(Kind.MARIADB, Access.LENT).contents();
        }
    }

    @Nested
    class Files extends FileRules {
        Files() {
            super(Kind.MARIADB);
        }
    }

    @Nested
    class ContentsInDepth extends ContentRules {
        ContentsInDepth() {
            super(Kind.MARIADB);
        }
    }
}
