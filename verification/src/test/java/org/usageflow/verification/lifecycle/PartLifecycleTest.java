package org.usageflow.verification.lifecycle;

import java.util.Set;
import org.usageflow.lifecycle.Lifecycles;
import org.usageflow.lifecycle.PartFileAction;
import org.usageflow.lifecycle.PartFileStatus;

/** Rules §4.3. B buyer, S system. */
class PartLifecycleTest extends LifecycleTableSpec<PartFileStatus, PartFileAction> {

    private static final String TABLE = """
                   | make    | complete | fail     | close    | regenerate
            new    | draft S | -        | -        | -        | -
            draft  | -       | ready S  | failed S | -        | -
            ready  | -       | -        | -        | closed B | draft BS
            failed | -       | -        | -        | -        | draft BS
            closed | -       | -        | -        | -        | -
            """;

    PartLifecycleTest() {
        super(
                Lifecycles.part(),
                new ExpectedTable<>(TABLE, PartFileStatus.class, PartFileAction.class),
                Set.of(PartFileStatus.CLOSED));
    }
}
