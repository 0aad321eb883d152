package org.usageflow.verification.lifecycle;

import java.util.Set;
import org.usageflow.lifecycle.Lifecycles;
import org.usageflow.lifecycle.ReconciliationAction;
import org.usageflow.lifecycle.ReconciliationStatus;

/** Rules §4.4. B buyer, S system. */
class ReconciliationLifecycleTest extends LifecycleTableSpec<ReconciliationStatus, ReconciliationAction> {

    private static final String TABLE = """
                       | upload     | process      | complete    | fail
            new        | uploaded B | -            | -           | -
            uploaded   | -          | processing S | -           | -
            processing | -          | -            | processed S | failed S
            processed  | -          | -            | -           | -
            failed     | -          | -            | -           | -
            """;

    ReconciliationLifecycleTest() {
        super(
                Lifecycles.reconciliation(),
                new ExpectedTable<>(TABLE, ReconciliationStatus.class, ReconciliationAction.class),
                Set.of(ReconciliationStatus.PROCESSED, ReconciliationStatus.FAILED));
    }
}
