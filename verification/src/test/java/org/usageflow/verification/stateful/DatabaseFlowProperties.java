package org.usageflow.verification.stateful;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.usageflow.databases.TestDatabases;

/** The stories of {@link FlowStatefulProperties} over databases: the same model says what comes of them. */
class DatabaseFlowProperties {

    private static DatabaseStories h2;
    private static DatabaseStories postgresql;

    @BeforeContainer
    static void open() {
        h2 = new DatabaseStories(TestDatabases.h2());
        postgresql = new DatabaseStories(TestDatabases.postgresql());
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
    void the_flow_on_h2_agrees_with_a_simple_model(
            @ForAll boolean partial, @ForAll(supplier = Stories.class) List<Step> steps) throws IOException {
        h2.play(partial, steps);
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
    void the_flow_on_postgresql_agrees_with_a_simple_model(
            @ForAll boolean partial, @ForAll(supplier = Stories.class) List<Step> steps) throws IOException {
        postgresql.play(partial, steps);
    }
}
