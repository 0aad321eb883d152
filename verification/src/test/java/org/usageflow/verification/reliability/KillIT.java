package org.usageflow.verification.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;
import org.usageflow.testkit.MutableClock;

/** A process that is killed at any moment loses nothing that it was told is done, and leaves nothing half (rules §4.1 row 14, §8, §10). */
class KillIT {

    private static final int KILLS = System.getProperty("proof", "small").equals("full") ? 200 : 20;
    private static final long SEED = Long.getLong("usageflow.seed", 20_261_122L);
    private static final int PATIENCE_SECONDS = 60;
    /** How long a life may last once it has begun to work. */
    private static final int LONGEST_MILLIS = 1_500;

    @TempDir
    private Path directory;

    @Test
    void nothing_is_lost_on_h2() throws Exception {
        killAndAudit(TestDatabases.h2(directory.resolve("database")));
    }

    @Test
    void nothing_is_lost_on_postgresql() throws Exception {
        killAndAudit(TestDatabases.postgresql());
    }

    @Test
    void nothing_is_lost_on_mariadb() throws Exception {
        Optional<TestDatabase> database = TestDatabases.mariaDb();
        assumeTrue(database.isPresent(), "MariaDB is not installed: nothing was killed on it");
        killAndAudit(database.get());
    }

    private void killAndAudit(TestDatabase database) throws Exception {
        var random = new Random(SEED);
        var journal = new Journal(directory.resolve("journal"));
        DatabaseSite.migrate(database.dataSource());
        release(database);
        int files = 0;
        for (int life = 1; life <= KILLS; life++) {
            // Every fourth dies before or while it gets ready, the others at work
            int delay = random.nextInt(LONGEST_MILLIS);
            liveAndDie(database, journal, life, life % 4 == 0, delay);
            files = audit(database, journal, life);
            release(database);
        }
        System.out.printf(
                "%s: %d kills, seed %d, %d files; done %s; died in the midst of %s%n",
                database.kind(), KILLS, SEED, files, done(journal), midst(journal));
        assertThat(done(journal).keySet())
                .as("stories come far")
                .contains("create", "receive", "process", "submit", "accept", "close_record");
    }

    private void liveAndDie(TestDatabase database, Journal journal, int life, boolean early, int delay)
            throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(directory.resolve("temporary"));
        Path output = directory.resolve("output-" + life);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KillMain.class.getName(),
                        database.url(),
                        journal.file().toString(),
                        temporary.toString(),
                        Integer.toString(life),
                        Long.toString(SEED))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!early) {
                awaitReady(process, journal, life, output);
            }
            boolean ended = process.waitFor(delay, TimeUnit.MILLISECONDS);
            assertThat(ended)
                    .as("life %d ended by itself: %s", life, Files.readString(output))
                    .isFalse();
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
        journal.write("KILLED", life);
        Files.delete(output);
    }

    private static void awaitReady(Process process, Journal journal, int life, Path output)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (journal.read().stream()
                .noneMatch(line -> line[0].equals("READY") && line[1].equals(Integer.toString(life)))) {
            boolean ended = process.waitFor(5, TimeUnit.MILLISECONDS);
            assertThat(ended || System.nanoTime() > deadline)
                    .as("life %d does not begin: %s", life, Files.readString(output))
                    .isFalse();
        }
    }

    private int audit(TestDatabase database, Journal journal, int life) {
        MutableClock clock =
                MutableClock.at(KillMain.begin(life).plus(Duration.ofHours(1)).toString());
        DatabaseSite site = DatabaseSite.open(
                database.dataSource(),
                clock,
                directory,
                event -> journal.write(Journal.HEARD, event.file(), event.number(), event.to()));
        site.usage.recovery().recover();
        site.usage.events().drain(event -> journal.write(Journal.HEARD, event.file(), event.number(), event.to()));
        return new Audit(site, journal).check();
    }

    /** An H2 file is one process's at a time. */
    private static void release(TestDatabase database) throws SQLException {
        if (database.kind() == TestDatabase.Kind.H2) {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("shutdown");
            }
        }
    }

    /** How often each deed was done. */
    private static Map<String, Integer> done(Journal journal) {
        Map<String, Integer> deeds = new TreeMap<>();
        for (String[] line : journal.read()) {
            if (line[0].equals(Journal.DONE)) {
                deeds.merge(line[1], 1, Integer::sum);
            }
        }
        return deeds;
    }

    /** What was tried last by each life that was killed, if it was not done. */
    private static Map<String, Integer> midst(Journal journal) {
        Map<String, Integer> deeds = new TreeMap<>();
        String tried = "nothing";
        List<String[]> lines = journal.read();
        for (String[] line : lines) {
            switch (line[0]) {
                case Journal.TRY -> tried = line[1];
                case Journal.DONE, "READY" -> tried = "nothing";
                case "KILLED" -> deeds.merge(tried, 1, Integer::sum);
                default -> {
                    // Heard, or another life's
                }
            }
        }
        return deeds;
    }
}
