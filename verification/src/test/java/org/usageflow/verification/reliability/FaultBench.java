package org.usageflow.verification.reliability;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.usageflow.databases.TestDatabase;
import org.usageflow.error.UsageflowException;
import org.usageflow.jdbc.ConnectionSource;
import org.usageflow.jdbc.DatabaseSchema;
import org.usageflow.jdbc.JdbcSettings;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.testkit.jdbc.DatabaseCall;
import org.usageflow.testkit.jdbc.FailingDataSource;

/** A database in which trial after trial begins with nothing. Used by one thread. */
final class FaultBench implements AutoCloseable {

    private final TestDatabase database;
    private final FaultPool pool;
    private final Path temporary;
    private final FaultTables tables;
    private final FaultSite.Stores sound;
    private final FailingDataSource failing;
    private final FaultSite.Stores exposed;
    private FaultCommand prepared;
    private FaultScene atBegin;
    private FaultScene scene = new FaultScene();
    private FaultSite site;

    FaultBench(TestDatabase database, Path temporary) throws SQLException {
        this.database = database;
        this.temporary = temporary;
        DatabaseSchema.migrate(database.dataSource(), JdbcSettings.DEFAULT);
        pool = new FaultPool(database.dataSource());
        tables = new FaultTables(database, pool);
        sound = FaultSite.Stores.over(ConnectionSource.owning(pool));
        failing = FailingDataSource.over(pool);
        exposed = FaultSite.Stores.over(ConnectionSource.owning(failing));
    }

    TestDatabase database() {
        return database;
    }

    /** What fails where a test says; over connections to the database. */
    FailingDataSource failing() {
        return failing;
    }

    FaultScene scene() {
        return scene;
    }

    /** What is kept, seen by somebody else. */
    List<StoredFile> kept() {
        return StoredFile.all(sound);
    }

    /** Begins a scene, in which a command is about to be given and nothing else was ever done. */
    void begin(FaultCommand command) {
        try {
            if (command == prepared) {
                tables.restore();
                scene = atBegin.copy();
                site = null;
                return;
            }
            prepared = null;
            tables.clear();
            scene = new FaultScene();
            site = null;
            command.prepare(this);
            tables.copy();
            atBegin = scene.copy();
            prepared = command;
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be set up", e);
        }
    }

    /** A process whose database does not fail. */
    FaultSite site() {
        if (site == null) {
            site = restarted(false);
        }
        return site;
    }

    /** A process like that of {@link #site()}, which starts now. */
    FaultSite restarted(boolean listening) {
        return site(sound, listening);
    }

    /** A process whose database may fail. */
    FaultSite exposed(boolean listening) {
        return site(exposed, listening);
    }

    /** A process with other stores, in the scene that is on. */
    FaultSite site(FaultSite.Stores stores, boolean listening) {
        return new FaultSite(stores, scene, temporary, listening);
    }

    /** A file that was being judged when its process was lost. */
    void lostInProcessing() {
        site().received(FaultSite.rows());
        lose(1, dying -> dying.usage.files().process(FaultSite.first(), ProgressListener.NONE, Who.SYSTEM));
    }

    /** A file that was accepted when its process was lost, before its parts were completed. */
    void lostInParts() {
        site().pending(FaultSite.rows());
        lose(1, dying -> dying.usage.files().accept(FaultSite.first(), null, FaultSite.BUYER));
    }

    /** A file that was being reconciled when the process was lost, before any of its rows. */
    void lostInReconciliation() {
        site().accepted(FaultSite.north("K1"));
        byte[] rows = "record_id,external_billing_id\nK1,INV-1\n".getBytes(StandardCharsets.UTF_8);
        FaultSite.with(
                site().bytes(rows),
                upload -> site().usage.reconciliations().upload(FaultSite.first(), upload.upload(), FaultSite.BUYER));
        lose(1, dying -> dying.usage.reconciliations().process(FaultSite.reconciliation(1), Who.SYSTEM));
    }

    /** What a process was at when it was lost. */
    @FunctionalInterface
    private interface Work {
        void of(FaultSite dying);
    }

    /** Does work in a process that is lost after so many commits that changed something. */
    private void lose(int commits, Work work) {
        FaultSite dying = exposed(false);
        failing.breakWhen(new AfterCommits(commits), () -> new SQLException("the process is lost", "08006"));
        try {
            work.of(dying);
        } catch (UsageflowException e) {
            // It is lost, and so is what it was told
        } finally {
            failing.heal();
        }
    }

    /** From the first statement that changes something once there were so many commits of such. */
    private static final class AfterCommits implements Predicate<DatabaseCall> {
        private final int commits;
        private int seen;
        private boolean changed;

        AfterCommits(int commits) {
            this.commits = commits;
        }

        @Override
        public boolean test(DatabaseCall call) {
            if (seen >= commits) {
                return true;
            }
            boolean reads = call.sql().isEmpty() || call.sql().stripLeading().startsWith("select");
            changed |= call.method().startsWith("execute") && !reads;
            if (call.is("commit") && changed) {
                // What comes behind the commit fails
                seen++;
                changed = false;
            }
            return false;
        }
    }

    @Override
    public void close() throws SQLException {
        pool.end();
    }
}
