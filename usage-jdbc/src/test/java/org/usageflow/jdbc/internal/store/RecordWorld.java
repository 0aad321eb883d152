package org.usageflow.jdbc.internal.store;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.usageflow.databases.TestDatabase;
import org.usageflow.model.ChainParty;
import org.usageflow.model.HubId;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.SalesChain;
import org.usageflow.model.SubscriptionId;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.spi.store.RecordStore;
import org.usageflow.spi.store.StoreSession;
import org.usageflow.testkit.UsageFixtures;

/** Gives files with records to tests, and asks for them. */
abstract class RecordWorld {

    static final int PATIENCE_SECONDS = 60;

    private final RecordDatabase database;

    RecordWorld(TestDatabase.Kind kind) {
        this.database = RecordDatabase.of(kind);
    }

    final RecordDatabase database() {
        return database;
    }

    final void change(Consumer<StoreSession> work) {
        database.change(work);
    }

    final List<UsageRecord> list(Function<RecordStore, List<UsageRecord>> question) {
        return database.ask(question);
    }

    final long number(ToLongFunction<RecordStore> question) {
        return database.ask(question::applyAsLong);
    }

    final UsageFile given(UsageFile file, List<UsageRecord> records) {
        change(session -> {
            session.files().insert(file);
            session.records().append(file.id(), records);
        });
        return file;
    }

    final List<UsageRecord> all(UsageFileId file) {
        return list(records -> records.slice(file, -1, 100_000));
    }

    /** A subscription of its own number, with a customer, and resellers above. */
    static RecordSubscription subscription(int number, ChainParty... resellers) {
        return new RecordSubscription(
                new SubscriptionId("AS-" + number),
                null,
                null,
                null,
                number % 3 == 0 ? null : new HubId("HB-" + number % 3),
                SalesChain.of(UsageFixtures.CUSTOMER, resellers));
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the other one did not come so far");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
