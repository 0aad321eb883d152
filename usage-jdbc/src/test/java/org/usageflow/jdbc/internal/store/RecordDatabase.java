package org.usageflow.jdbc.internal.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.opentest4j.TestAbortedException;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;
import org.usageflow.jdbc.ConnectionSource;
import org.usageflow.jdbc.JdbcSettings;
import org.usageflow.jdbc.JdbcUsageStore;
import org.usageflow.jdbc.SchemaMode;
import org.usageflow.spi.store.RecordStore;
import org.usageflow.spi.store.StoreSession;
import org.usageflow.testkit.store.GivenFile;
import org.usageflow.testkit.store.StoreFixtures;

/** A database of each kind for tests of records, which give each test files of its own. */
final class RecordDatabase {

    private static final Map<TestDatabase.Kind, RecordDatabase> SHARED = new EnumMap<>(TestDatabase.Kind.class);
    private static final AtomicInteger FILES = new AtomicInteger();

    private final TestDatabase database;
    private final JdbcUsageStore store;

    private RecordDatabase(TestDatabase database) {
        this.database = database;
        this.store = JdbcUsageStore.open(
                ConnectionSource.owning(database.dataSource()), JdbcSettings.DEFAULT.with(SchemaMode.MIGRATE));
    }

    /** The database of a kind; of MariaDB where that is installed, else the test is aborted. */
    static synchronized RecordDatabase of(TestDatabase.Kind kind) {
        return SHARED.computeIfAbsent(kind, RecordDatabase::begun);
    }

    private static RecordDatabase begun(TestDatabase.Kind kind) {
        return new RecordDatabase(
                switch (kind) {
                    case H2 -> TestDatabases.h2();
                    case POSTGRESQL -> TestDatabases.postgresql();
                    case MARIADB ->
                        TestDatabases.mariaDb()
                                .orElseThrow(() -> new TestAbortedException("MariaDB is not installed here"));
                });
    }

    JdbcUsageStore store() {
        return store;
    }

    /** Begins a file that no other test has. */
    static GivenFile file() {
        return StoreFixtures.file(FILES.incrementAndGet());
    }

    void change(Consumer<StoreSession> work) {
        store.inTransaction(session -> {
            work.accept(session);
            return true;
        });
    }

    <T> T ask(Function<RecordStore, T> question) {
        return store.inTransaction(session -> question.apply(session.records()));
    }

    /** The texts in the first column of an answer, asked beside the library. */
    List<String> texts(String sql) {
        try (Connection connection = DriverManager.getConnection(database.url());
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
