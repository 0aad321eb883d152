package org.usageflow.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.ConnectionSource;
import org.usageflow.jdbc.DatabaseSchema;
import org.usageflow.jdbc.JdbcContentStore;
import org.usageflow.jdbc.JdbcSettings;
import org.usageflow.jdbc.JdbcUsageStore;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.UsageFile;
import org.usageflow.spi.store.ContentStore;
import org.usageflow.spi.store.UsageStore;
import org.usageflow.testkit.store.StoreFixtures;

/** A store in a database, of which copies of the records are kept beside the library's tables. */
abstract class DatabaseSite implements Site {

    /** What the records of a file are in, those of the records themselves first. */
    static final List<String> RECORD_TABLES =
            List.of("usage_record", "usage_item", "usage_subscription", "usage_chain");

    private static final List<String> OTHER_TABLES = List.of(
            "usage_file_id",
            "usage_scope",
            "usage_file",
            "usage_problem",
            "usage_event",
            "usage_outbox",
            "usage_part",
            "usage_reconciliation",
            "usage_lease",
            "usage_content",
            "usage_content_chunk");

    private final Database database;
    private final UsageStore store;
    private final ContentStore content;
    private @Nullable RecordStatus loaded;

    /** Makes the schema and opens the store. */
    DatabaseSite(Database database) {
        this.database = database;
        DatabaseSchema.migrate(database.dataSource(), JdbcSettings.DEFAULT);
        ConnectionSource connections = ConnectionSource.owning(database.dataSource());
        this.store = JdbcUsageStore.open(connections, JdbcSettings.DEFAULT);
        this.content = JdbcContentStore.open(connections, JdbcSettings.DEFAULT);
    }

    final Database database() {
        return database;
    }

    @Override
    public final UsageStore store() {
        return store;
    }

    @Override
    public final ContentStore content() {
        return content;
    }

    @Override
    public final void begin(Sample sample, int rows) throws SQLException, IOException {
        empty();
        store.inTransaction(session -> {
            for (int first = 0; first < rows; first += Sample.BATCH) {
                session.records()
                        .append(
                                Sample.file().id(),
                                sample.records(first, Math.min(rows, first + Sample.BATCH), RecordStatus.VALIDATED));
            }
            return true;
        });
        keep();
        loaded = RecordStatus.VALIDATED;
    }

    /** Keeps a copy of the records that are in the tables. */
    abstract void keep() throws SQLException, IOException;

    /** Puts the copy into the empty tables, in a status. */
    abstract void putBack(RecordStatus status) throws SQLException, IOException;

    /** Does what the database would do some time later. */
    abstract void settle() throws SQLException;

    @Override
    public final void empty() throws SQLException {
        wipe();
        UsageFile file = Sample.file();
        store.inTransaction(session -> session.files().insert(file));
        settle();
    }

    @Override
    public final void load(RecordStatus status) throws SQLException, IOException {
        if (status != loaded) {
            empty();
            putBack(status);
            settle();
            loaded = status;
        }
    }

    @Override
    public final void touch() {
        loaded = null;
    }

    @Override
    public final void wipe() throws SQLException {
        touch();
        for (String table : RECORD_TABLES) {
            database.execute("truncate table " + table);
        }
        database.execute("truncate table usage_live_key");
        for (String table : OTHER_TABLES) {
            database.execute("delete from " + table);
        }
    }

    private Contestant statement(String name, RecordStatus before, String sql) {
        return new Contestant(name, () -> load(before), watch -> {
            touch();
            return database.update(sql);
        });
    }

    @Override
    public final List<Contestant> claimFloors() {
        return List.of(statement("INSERT ... SELECT", RecordStatus.VALIDATED, """
                insert into usage_live_key (vendor, scope_no, record_key, file_no)
                select r.vendor, f.scope_no, r.record_key, r.file_no
                from usage_record r join usage_file f on f.vendor = r.vendor and f.file_no = r.file_no"""));
    }

    @Override
    public final List<Contestant> moveFloors() {
        return List.of(statement(
                "one UPDATE",
                RecordStatus.VALIDATED,
                "update usage_record set status = 'PENDING', version = version + 1" + condition("VALIDATED")));
    }

    @Override
    public final List<Contestant> closeFloors() {
        return List.of(statement("one UPDATE", RecordStatus.ACCEPTED, """
                update usage_record set status = 'CLOSED', version = version + 1, billing_id = 'INV-0001', billing_note = null,
                closed_at = timestamp '2021-08-20 12:00:00', closed_role = 'DISTRIBUTOR', closed_account = 'PA-239-034', closed_user = 'u-17'""" + condition("ACCEPTED")));
    }

    private static String condition(String status) {
        return " where vendor = '" + Sample.file().vendor().value() + "' and file_no = " + fileNumber()
                + " and status = '" + status + "' and successor_file is null";
    }

    /** The number of the file of the records. */
    static long fileNumber() {
        return Long.parseLong(StoreFixtures.fileId(1).value().substring(3).replace("-", ""));
    }

    @Override
    public void close() throws SQLException, IOException {
        database.close();
    }
}
