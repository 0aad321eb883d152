package org.usageflow.verification.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;

/**
 * Whatever statement of a command fails, on each database, in transactions of the library's own and of the host's, its file is as before or as after, or where the rules say that it may wait (rules §4.1, §10).
 *
 * <p>The small proof has every statement fail, and every answer to a commit get lost, on the servers, and leaves the rest to {@link FaultTest}. The full proof has every kind of fault at every point, on H2 on disk too.
 */
class FaultIT {

    private static final boolean FULL = System.getProperty("proof", "small").equals("full");
    private static final FaultKind[] KINDS =
            FULL ? FaultKind.values() : new FaultKind[] {FaultKind.ERROR, FaultKind.ANSWER_LOST};

    @TempDir
    private Path temporary;

    @Test
    void commands_are_done_or_not_done_on_h2() throws SQLException {
        assumeTrue(FULL, "in the small proof H2 fails in memory alone");
        prove(TestDatabases.h2(temporary.resolve("database")));
    }

    @Test
    void commands_are_done_or_not_done_on_postgresql() throws SQLException {
        prove(TestDatabases.postgresql());
    }

    @Test
    void commands_are_done_or_not_done_on_mariadb() throws SQLException {
        prove(mariaDb());
    }

    @Test
    void host_keeps_its_transaction_on_h2() throws SQLException {
        proveLent(TestDatabases.h2(temporary.resolve("database")));
    }

    @Test
    void host_keeps_its_transaction_on_postgresql() throws SQLException {
        proveLent(TestDatabases.postgresql());
    }

    @Test
    void host_keeps_its_transaction_on_mariadb() throws SQLException {
        proveLent(mariaDb());
    }

    private static TestDatabase mariaDb() {
        Optional<TestDatabase> database = TestDatabases.mariaDb();
        assumeTrue(database.isPresent(), "MariaDB is not installed: nothing failed on it");
        return database.orElseThrow();
    }

    private void prove(TestDatabase database) throws SQLException {
        Map<FaultKind, Integer> all = new EnumMap<>(FaultKind.class);
        try (var bench = new FaultBench(database, temporary)) {
            for (FaultCommand command : FaultCommand.values()) {
                Map<FaultKind, Integer> faults = new FaultProof(bench).prove(command, KINDS);
                System.out.println("  " + database.kind() + " " + FaultProof.line(command, faults));
                faults.forEach((kind, count) -> all.merge(kind, count, Integer::sum));
            }
        }
        System.out.printf("%s: %d commands, faults %s%n", database.kind(), FaultCommand.values().length, all);
        assertThat(all)
                .allSatisfy((kind, count) -> assertThat(count).as("%s", kind).isPositive());
    }

    private void proveLent(TestDatabase database) throws SQLException {
        int all = 0;
        int commands = 0;
        try (var bench = new FaultBench(database, temporary);
                var lent = new FaultLent(bench)) {
            for (FaultCommand command : FaultCommand.values()) {
                if (command.isForHosts()) {
                    all += lent.prove(command);
                    commands++;
                }
            }
        }
        System.out.printf(
                "%s, in the host's transaction: %d commands, %d statements that failed%n",
                database.kind(), commands, all);
        assertThat(all).isPositive();
    }
}
