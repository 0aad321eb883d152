package org.usageflow.core.store;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.spi.store.ContentStore;
import org.usageflow.testkit.store.ContentStoreContract;

class DirectoryContentStoreContractTest extends ContentStoreContract {

    @TempDir
    Path directory;

    @Override
    protected ContentStore contents() throws IOException {
        return DirectoryContentStore.at(directory.resolve("made").resolve("for-the-test"));
    }
}
