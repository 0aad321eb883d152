package org.usageflow.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.LongSupplier;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.usageflow.databases.TestDatabases;
import org.usageflow.lifecycle.RecordStatus;

/**
 * PostgreSQL. The server is one of its own, which is set to lose nothing that was committed; nothing is vacuumed but between the runs. Copies of the records are in files of the server's own binary form.
 */
final class PostgresSite extends DatabaseSite {

    private static final List<RecordStatus> KEPT = List.of(RecordStatus.VALIDATED, RecordStatus.ACCEPTED);

    private final EmbeddedPostgres server;
    private final Path files;
    private final LongSupplier serverCpu;
    private final String name;

    private PostgresSite(EmbeddedPostgres server, Database database, Path files) throws SQLException {
        super(database);
        this.server = server;
        this.files = files;
        this.name = database.version();
        long worker = Long.parseLong(database.read("select pg_backend_pid()"));
        this.serverCpu = ProcessHandle.of(worker)
                .flatMap(ProcessHandle::parent)
                .<LongSupplier>map(ServerProcess::new)
                .orElse(() -> 0);
    }

    /**
     * Starts a server.
     *
     * @param directory for the copies
     */
    static PostgresSite start(Path directory) throws IOException, SQLException {
        Path files = Files.createDirectories(directory.resolve("postgresql"));
        // The server may run as another user
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(files, PosixFilePermissions.fromString("rwxrwxrwx"));
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("maintenance_work_mem", "256MB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("checkpoint_timeout", "1h")
                .start();
        String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?user=postgres";
        return new PostgresSite(server, new Database(TestDatabases.at(url)), files);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String settings() {
        return server(
                "fsync",
                "synchronous_commit",
                "full_page_writes",
                "wal_level",
                "shared_buffers",
                "max_wal_size",
                "autovacuum");
    }

    private String server(String... settings) {
        var text = new StringBuilder();
        try {
            for (String each : settings) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(each)
                        .append(' ')
                        .append(database().read("select current_setting('" + each + "')"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    @Override
    public LongSupplier serverCpu() {
        return serverCpu;
    }

    private String file(String table, RecordStatus status) {
        return "'" + files.resolve(table + (table.equals("usage_record") ? "-" + status : "")) + "'";
    }

    @Override
    void keep() throws SQLException {
        String columns = Column.names(database().columns("usage_record"));
        for (RecordStatus status : KEPT) {
            database()
                    .execute("copy (select " + columns.replace(" status,", " '" + status + "',")
                            + " from usage_record order by position) to " + file("usage_record", status)
                            + " (format binary)");
        }
        for (String table : RECORD_TABLES.subList(1, RECORD_TABLES.size())) {
            database().execute("copy " + table + " to " + file(table, RecordStatus.VALIDATED) + " (format binary)");
        }
    }

    @Override
    void putBack(RecordStatus status) throws SQLException, IOException {
        copyIn(status);
    }

    /** Copies all back in one transaction. Gives how many records it were. */
    private long copyIn(RecordStatus status) throws SQLException, IOException {
        return database().inTransaction(connection -> {
            long records = 0;
            try (Statement statement = connection.createStatement()) {
                for (String table : RECORD_TABLES) {
                    long copied = statement.executeLargeUpdate(
                            "copy " + table + " from " + file(table, status) + " (format binary)");
                    records = Math.max(records, copied);
                }
            }
            return records;
        });
    }

    @Override
    void settle() throws SQLException {
        for (String table : RECORD_TABLES) {
            database().execute("vacuum (analyze) " + table);
        }
        database().execute("vacuum (analyze) usage_live_key", "vacuum (analyze) usage_file", "checkpoint");
    }

    @Override
    public List<Contestant> appendFloors() {
        return List.of(new Contestant("COPY from a file of the server's (binary)", this::empty, watch -> {
            touch();
            return copyIn(RecordStatus.VALIDATED);
        }));
    }

    @Override
    public List<Contestant> exportFloors() {
        return List.of(new Contestant(
                "COPY to the client (binary), thrown away",
                () -> load(RecordStatus.VALIDATED),
                watch -> database()
                        .inTransaction(connection -> new CopyManager(connection.unwrap(BaseConnection.class))
                                .copyOut(
                                        "copy usage_record to stdout (format binary)",
                                        OutputStream.nullOutputStream()))));
    }

    @Override
    public List<Contestant> exportOthers() {
        String file = file("export", RecordStatus.VALIDATED);
        return List.of(
                new Contestant(
                        "COPY to a file of the server's (binary)",
                        () -> load(RecordStatus.VALIDATED),
                        watch -> database().update("copy usage_record to " + file + " (format binary)")),
                PlainRows.reading(this));
    }

    @Override
    public void close() throws SQLException, IOException {
        super.close();
        server.close();
    }
}
