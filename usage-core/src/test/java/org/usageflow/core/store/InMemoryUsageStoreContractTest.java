package org.usageflow.core.store;

import org.usageflow.spi.store.UsageStore;
import org.usageflow.testkit.store.UsageStoreContract;

class InMemoryUsageStoreContractTest extends UsageStoreContract {

    @Override
    protected UsageStore store() {
        return new InMemoryUsageStore();
    }
}
