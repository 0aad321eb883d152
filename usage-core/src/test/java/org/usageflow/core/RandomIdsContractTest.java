package org.usageflow.core;

import org.usageflow.spi.store.IdSource;
import org.usageflow.testkit.store.IdSourceContract;

class RandomIdsContractTest extends IdSourceContract {

    @Override
    protected IdSource ids() {
        return new RandomIds();
    }
}
