package org.usageflow.verification.lifecycle;

import java.util.Set;
import org.usageflow.lifecycle.Lifecycles;
import org.usageflow.lifecycle.RecordAction;
import org.usageflow.lifecycle.RecordStatus;

/** Rules §4.2. V vendor, B buyer, R usage rule, S system. */
class RecordLifecycleTest extends LifecycleTableSpec<RecordStatus, RecordAction> {

    private static final String TABLE = """
                      | upload     | pass        | fail      | suspend     | submit    | accept      | reject      | close    | reupload   | recycle
            new       | uploaded V | -           | -         | -           | -         | -           | -           | -        | -          | -
            uploaded  | -          | validated S | invalid S | suspended S | -         | -           | -           | -        | -          | -
            validated | -          | -           | -         | -           | pending V | -           | -           | -        | -          | -
            invalid   | -          | -           | -         | -           | -         | -           | -           | -        | uploaded V | -
            suspended | -          | -           | -         | -           | -         | -           | -           | -        | uploaded V | uploaded V
            pending   | -          | -           | -         | -           | -         | accepted BR | rejected BR | -        | -          | -
            accepted  | -          | -           | -         | -           | -         | -           | -           | closed B | -          | -
            rejected  | -          | -           | -         | -           | -         | -           | -           | -        | uploaded V | -
            closed    | -          | -           | -         | -           | -         | -           | -           | -        | -          | -
            """;

    RecordLifecycleTest() {
        super(
                Lifecycles.record(),
                new ExpectedTable<>(TABLE, RecordStatus.class, RecordAction.class),
                Set.of(RecordStatus.CLOSED));
    }
}
