package org.usageflow.spi.store;

/**
 * A transaction at work. <b>Implementable</b> as part of a {@link UsageStore}; contract: {@code UsageStoreContract} in the testkit.
 *
 * <p>Used by one thread; valid until the work returns.
 */
public interface StoreSession {

    FileStore files();

    RecordStore records();

    ProblemStore problems();

    HistoryStore history();

    PartStore parts();

    ReconciliationStore reconciliations();

    LeaseStore leases();
}
