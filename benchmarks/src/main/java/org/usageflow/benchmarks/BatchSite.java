package org.usageflow.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;
import org.usageflow.lifecycle.RecordStatus;

/** A database whose quickest way in is a batch of JDBC: H2 on disk, or MariaDB. Copies of the records are in tables of the same database. */
final class BatchSite extends DatabaseSite {

    private final KeptTables kept;
    private final LongSupplier serverCpu;
    private final String settings;
    private final List<String> settling;

    private BatchSite(Database database, LongSupplier serverCpu, String settings, List<String> settling) {
        super(database);
        this.kept = new KeptTables(database);
        this.serverCpu = serverCpu;
        this.settings = settings;
        this.settling = settling;
    }

    /** Makes an H2 database in a file, which is written when a transaction commits. */
    static BatchSite h2(Path directory) throws SQLException, IOException {
        Path folder = Files.createDirectories(directory.resolve("h2"));
        var database = new Database(TestDatabases.h2(folder.resolve("usage")));
        return new BatchSite(
                database,
                () -> 0,
                "WRITE_DELAY "
                        + database.read(
                                "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'"),
                List.of("analyze", "checkpoint sync"));
    }

    /** Makes a MariaDB database; empty where MariaDB is not installed. */
    static Optional<BatchSite> mariaDb() throws SQLException {
        Optional<TestDatabase> found = TestDatabases.mariaDb();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var database = new Database(found.get());
        return Optional.of(new BatchSite(
                database,
                mariaDbProcess(),
                database.read("""
                        select concat('innodb_flush_log_at_trx_commit ', @@innodb_flush_log_at_trx_commit, ', innodb_buffer_pool_size ',
                        @@innodb_buffer_pool_size div 1048576, ' MB, log_bin ', if(@@log_bin, 'on', 'off'))"""),
                List.of("analyze table usage_record", "analyze table usage_live_key")));
    }

    private static LongSupplier mariaDbProcess() {
        return ProcessHandle.current()
                .children()
                .filter(each -> each.info().command().orElse("").matches(".*(mariadbd|mysqld)"))
                .max(Comparator.comparing(each -> each.info().totalCpuDuration().orElse(Duration.ZERO)))
                .<LongSupplier>map(ServerProcess::new)
                .orElse(() -> 0);
    }

    @Override
    public String name() {
        try {
            return database().version() + (database().kind() == TestDatabase.Kind.H2 ? " on disk" : "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String settings() {
        return settings;
    }

    @Override
    public LongSupplier serverCpu() {
        return serverCpu;
    }

    @Override
    void keep() throws SQLException {
        kept.keep();
    }

    @Override
    void putBack(RecordStatus status) throws SQLException, IOException {
        kept.putBack(status);
    }

    @Override
    void settle() throws SQLException {
        database().execute(settling.toArray(String[]::new));
    }

    @Override
    public List<Contestant> appendFloors() {
        return List.of(
                new Contestant("batches of a prepared INSERT", this::empty, watch -> {
                    touch();
                    return kept.putBackByBatches(watch);
                }),
                new Contestant("INSERTs of 100 rows", this::empty, watch -> {
                    touch();
                    return kept.putBackByRows(watch);
                }));
    }

    @Override
    public List<Contestant> exportFloors() {
        return List.of(PlainRows.reading(this));
    }

    @Override
    public List<Contestant> exportOthers() {
        return List.of();
    }

    @Override
    public void close() throws SQLException, IOException {
        if (database().kind() == TestDatabase.Kind.H2) {
            // It closes with the last connection
            database().execute("set db_close_delay 0");
        }
        super.close();
    }
}
