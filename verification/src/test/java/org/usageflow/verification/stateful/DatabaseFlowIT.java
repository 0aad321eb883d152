package org.usageflow.verification.stateful;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;

/** More stories than the unit tests have time for, on every database. */
class DatabaseFlowIT {

    private static final int STORIES = System.getProperty("proof", "small").equals("full") ? 1_000 : 60;
    private static final long SEED = Long.getLong("usageflow.seed", 20_261_122L);

    @Example
    void the_flow_on_h2_agrees_with_a_simple_model() throws IOException {
        play(TestDatabases.h2());
    }

    @Example
    void the_flow_on_postgresql_agrees_with_a_simple_model() throws IOException {
        play(TestDatabases.postgresql());
    }

    @Example
    void the_flow_on_mariadb_agrees_with_a_simple_model() throws IOException {
        Optional<TestDatabase> database = TestDatabases.mariaDb();
        assumeTrue(database.isPresent(), "MariaDB is not installed: no story was played on it");
        play(database.get());
    }

    private static void play(TestDatabase database) throws IOException {
        var stories = new DatabaseStories(database);
        RandomGenerator<List<Step>> generator = new Stories().get().generator(STORIES);
        var random = new Random(SEED);
        List<String> events = new ArrayList<>();
        for (int i = 0; i < STORIES; i++) {
            List<Step> steps = generator.next(random).value();
            try {
                events.addAll(stories.play(random.nextBoolean(), steps));
            } catch (AssertionError e) {
                throw new AssertionError("story " + i + " of seed " + SEED + ": " + steps, e);
            }
        }
        System.out.printf("%s: %d stories, seed %d, %d events%n", database.kind(), STORIES, SEED, events.size());
        assertThat(events).contains("ACCEPT", "REJECT", "CLOSE");
    }
}
