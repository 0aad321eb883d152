package org.usageflow.verification.lifecycle;

import java.util.Set;
import org.usageflow.lifecycle.Lifecycles;
import org.usageflow.lifecycle.UsageFileAction;
import org.usageflow.lifecycle.UsageFileStatus;

/** Rules §4.1. V vendor, B buyer, R usage rule, S system. */
class FileLifecycleTest extends LifecycleTableSpec<UsageFileStatus, UsageFileAction> {

    private static final String TABLE = """
                       | create  | upload      | process      | fail      | pass    | submit    | reject      | accept      | close     | delete    | abort
            new        | draft V | -           | -            | -         | -       | -         | -           | -           | -         | -         | -
            draft      | -       | uploading V | -            | -         | -       | -         | -           | -           | -         | deleted V | -
            uploading  | -       | -           | processing S | -         | -       | -         | -           | -           | -         | -         | invalid S
            processing | -       | -           | -            | invalid S | ready S | -         | -           | -           | -         | -         | invalid S
            invalid    | -       | uploading V | -            | -         | -       | -         | -           | -           | -         | deleted V | -
            ready      | -       | uploading V | -            | -         | -       | pending V | -           | -           | -         | deleted V | -
            pending    | -       | -           | -            | -         | -       | -         | rejected BR | accepted BR | -         | -         | -
            rejected   | -       | uploading V | -            | -         | -       | -         | -           | -           | -         | deleted V | -
            accepted   | -       | -           | -            | -         | -       | -         | -           | -           | closed BS | -         | -
            closed     | -       | -           | -            | -         | -       | -         | -           | -           | -         | -         | -
            deleted    | -       | -           | -            | -         | -       | -         | -           | -           | -         | -         | -
            """;

    FileLifecycleTest() {
        super(
                Lifecycles.file(),
                new ExpectedTable<>(TABLE, UsageFileStatus.class, UsageFileAction.class),
                Set.of(UsageFileStatus.CLOSED, UsageFileStatus.DELETED));
    }
}
