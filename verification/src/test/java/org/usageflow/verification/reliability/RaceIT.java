package org.usageflow.verification.reliability;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;
import org.usageflow.testkit.MutableClock;

/** Thirty-two callers in two processes who want the same at the same moment: one set of live records, and a correct answer for everyone (rules §6.3, §10). */
class RaceIT {

    static final String NOW = "2021-08-01T00:00:00Z";

    private static final int ROUNDS = System.getProperty("proof", "small").equals("full") ? 10 : 2;
    private static final int CALLERS = 32;

    @TempDir
    private Path directory;

    @Test
    void callers_of_two_processes_get_correct_answers_on_postgresql() throws Exception {
        raceOfProcesses(TestDatabases.postgresql());
    }

    @Test
    void callers_of_two_processes_get_correct_answers_on_mariadb() throws Exception {
        Optional<TestDatabase> database = TestDatabases.mariaDb();
        assumeTrue(database.isPresent(), "MariaDB is not installed: nobody raced on it");
        raceOfProcesses(database.get());
    }

    @Test
    void threads_get_correct_answers_on_h2() {
        TestDatabase database = TestDatabases.h2(directory.resolve("database"));
        try (var pool = TestDatabases.pool(database)) {
            DatabaseSite site = site(pool);
            try (var callers = new RaceCallers(site, CALLERS)) {
                race(database, site, List.of(callers));
            }
        }
    }

    private void raceOfProcesses(TestDatabase database) throws Exception {
        var groups = new ArrayList<RaceGroup>();
        try (var pool = TestDatabases.pool(database)) {
            DatabaseSite site = site(pool);
            for (int i = 0; i < 2; i++) {
                groups.add(new RaceProcess(database.url(), directory, CALLERS / 2));
            }
            race(database, site, groups);
        } finally {
            groups.forEach(RaceGroup::close);
        }
    }

    private DatabaseSite site(DataSource source) {
        DatabaseSite.migrate(source);
        return DatabaseSite.open(source, MutableClock.at(NOW), directory, event -> {});
    }

    private void race(TestDatabase database, DatabaseSite site, List<RaceGroup> groups) {
        var heats = new RaceHeats(site, groups, CALLERS, directory);
        long started = System.nanoTime();
        for (int round = 1; round <= ROUNDS; round++) {
            heats.run(round);
        }
        System.out.printf(
                "%s: %d rounds of %d callers in %d process%s, %.0f s%n",
                database.kind(),
                ROUNDS,
                CALLERS,
                groups.size(),
                groups.size() == 1 ? "" : "es",
                (System.nanoTime() - started) / 1e9);
        heats.print();
    }
}
