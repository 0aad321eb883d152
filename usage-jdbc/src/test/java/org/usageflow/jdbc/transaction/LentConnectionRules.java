package org.usageflow.jdbc.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.usageflow.databases.TestDatabase;
import org.usageflow.error.StaleVersionException;
import org.usageflow.error.StoreException;
import org.usageflow.jdbc.ConnectionSource;
import org.usageflow.jdbc.DatabaseSchema;
import org.usageflow.jdbc.JdbcSettings;
import org.usageflow.jdbc.JdbcUsageStore;
import org.usageflow.jdbc.schema.PlainSql;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.EventAction;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.spi.store.FileStore.Insertion;
import org.usageflow.spi.store.StoreSession;
import org.usageflow.spi.store.UsageStore;
import org.usageflow.testkit.jdbc.FailingDataSource;
import org.usageflow.testkit.store.StoreFixtures;

/**
 * What holds on every database where the host lends the connection of its transaction: whatever happens inside the library, what the host wrote before stays in its transaction, and what it does with that is the host's.
 */
abstract class LentConnectionRules {

    private static final List<String> TABLES = List.of(
            "lease",
            "live_key",
            "record",
            "item",
            "subscription",
            "chain",
            "outbox",
            "event",
            "file",
            "scope",
            "file_id");

    private DataSource source;
    private Connection real;
    private RecordedConnection recorded;
    private UsageStore store;
    private UsageStore others;

    /** A database, which this test may fill. */
    abstract TestDatabase database();

    /** Whether a deadlock undoes all of the host's transaction. */
    abstract boolean deadlockUndoesAll();

    /** What makes a connection the one that a deadlock spares, where it can be told. */
    abstract String patience();

    /** Whether the host's transaction may be stricter than READ COMMITTED. */
    abstract boolean takesStricterIsolation();

    @BeforeEach
    void open() throws SQLException {
        source = database().dataSource();
        DatabaseSchema.migrate(source, JdbcSettings.DEFAULT);
        PlainSql.execute(source, "drop table if exists host_row", "create table host_row (n integer primary key)");
        TABLES.forEach(table -> PlainSql.execute(source, "delete from usage_" + table));
        others = JdbcUsageStore.open(source);
        real = source.getConnection();
        real.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        real.setAutoCommit(false);
        recorded = new RecordedConnection(real);
        store = JdbcUsageStore.open(ConnectionSource.lending(recorded::connection), JdbcSettings.DEFAULT);
        PlainSql.execute(real, "insert into host_row values (1)");
    }

    @AfterEach
    void close() throws SQLException {
        real.rollback();
        real.close();
    }

    /** The host's row is still in its transaction alone, and its commit keeps it. */
    private void assertHostGoesOn() throws SQLException {
        assertThat(recorded.calls()).isEmpty();
        assertThat(PlainSql.texts(source, "select n from host_row")).isEmpty();
        PlainSql.execute(real, "insert into host_row values (2)");
        real.commit();
        assertThat(PlainSql.texts(source, "select n from host_row order by n")).containsExactly("1", "2");
    }

    private static UsageFile file(int number) {
        return StoreFixtures.file(number).externalId("E-" + number).build();
    }

    private static void insert(UsageStore into, UsageFile file) {
        assertThat(into.<Insertion>inTransaction(session -> session.files().insert(file)))
                .isEqualTo(Insertion.DONE);
    }

    @Test
    void work_is_committed_by_the_host_alone() throws SQLException {
        store.inTransaction(session -> {
            Leases.take(session, "me", "a");
            return true;
        });

        assertThat(Leases.committed(source)).isEmpty();
        assertHostGoesOn();
        assertThat(Leases.committed(source)).containsExactly("a=me");
    }

    @Test
    void work_that_throws_is_undone_alone_and_what_it_threw_passes_through() throws SQLException {
        var mine = new IllegalStateException("mine");
        store.inTransaction(session -> {
            Leases.take(session, "me", "a");
            return true;
        });

        Throwable thrown = catchThrowable(() -> store.inTransaction(session -> {
            Leases.take(session, "me", "b");
            throw mine;
        }));

        assertThat(thrown).isSameAs(mine).hasNoSuppressedExceptions();
        assertHostGoesOn();
        assertThat(Leases.committed(source)).containsExactly("a=me");
    }

    @Test
    void id_of_a_file_that_is_taken_leaves_the_hosts_rows() throws SQLException {
        insert(others, file(1));

        assertThat(store.<Insertion>inTransaction(session -> session.files().insert(file(1))))
                .isEqualTo(Insertion.ID_TAKEN);

        assertHostGoesOn();
    }

    @Test
    void external_id_that_is_taken_leaves_the_hosts_rows() throws SQLException {
        insert(others, file(1));
        UsageFile second = StoreFixtures.file(2).externalId("E-1").build();

        assertThat(store.<Insertion>inTransaction(session -> session.files().insert(second)))
                .isEqualTo(Insertion.EXTERNAL_ID_TAKEN);

        assertHostGoesOn();
    }

    @Test
    void stale_version_leaves_the_hosts_rows() throws SQLException {
        UsageFile draft = file(1);
        insert(others, draft);
        UsageFile changed = draft.change().status(UsageFileStatus.DELETED).build();
        others.inTransaction(session -> {
            session.files().update(changed);
            return true;
        });

        assertThatThrownBy(() -> store.inTransaction(session -> {
                    session.files().update(changed);
                    return true;
                }))
                .isInstanceOf(StaleVersionException.class);

        assertHostGoesOn();
    }

    @Test
    void number_of_an_event_that_is_taken_leaves_the_hosts_rows() throws SQLException {
        UsageFile draft = file(1);
        insert(others, draft);
        others.inTransaction(session -> append(session, draft));

        assertThatThrownBy(() -> store.inTransaction(session -> append(session, draft)))
                .isInstanceOf(StaleVersionException.class);

        assertHostGoesOn();
    }

    private static boolean append(StoreSession session, UsageFile file) {
        session.history().append(StoreFixtures.event(file, 1, EventAction.CREATE, null));
        return true;
    }

    @Test
    void keys_of_records_that_are_taken_leave_the_hosts_rows() throws SQLException {
        others.inTransaction(session -> claimed(session, file(1)));

        List<UsageRecord> taken = store.inTransaction(session -> claimed(session, file(2)));

        assertThat(taken).hasSize(3);
        assertHostGoesOn();
    }

    private static List<UsageRecord> claimed(StoreSession session, UsageFile file) {
        var taken = new ArrayList<UsageRecord>();
        session.files().insert(file);
        session.records().append(file.id(), StoreFixtures.records(file.id(), 1, 3));
        session.records().claimKeys(file, taken::add);
        return taken;
    }

    @Test
    void deadlock_is_told_to_the_host_and_says_whether_its_transaction_is_alive() {
        others.inTransaction(session -> {
            Leases.take(session, "before", "a", "b");
            return true;
        });
        var held = new CountDownLatch(1);
        var waiting = new CountDownLatch(1);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            ExecutorService thread = Executors.newSingleThreadExecutor();
            try {
                Future<Boolean> other = thread.submit(() -> holdAndAsk(held, waiting));
                held.await(30, TimeUnit.SECONDS);
                Throwable thrown = catchThrowable(() -> store.inTransaction(session -> {
                    Leases.take(session, "before", "a");
                    waiting.countDown();
                    Leases.take(session, "before", "b");
                    return true;
                }));
                if (thrown == null) {
                    // The database chose the other one
                    assertThat(other.get()).isFalse();
                    assertHostGoesOn();
                } else if (deadlockUndoesAll()) {
                    assertThat(thrown)
                            .isInstanceOf(StoreException.class)
                            .hasMessageContaining("undid the whole transaction of the host")
                            .hasCauseInstanceOf(SQLException.class);
                    assertThat(PlainSql.texts(real, "select n from host_row")).isEmpty();
                } else {
                    assertThat(thrown).isInstanceOf(StoreException.class).hasCauseInstanceOf(SQLException.class);
                    assertHostGoesOn();
                }
                assertThat(recorded.calls()).isEmpty();
            } finally {
                thread.shutdownNow();
            }
        });
    }

    // By plain statements, which are not done again; false where it lost
    private boolean holdAndAsk(CountDownLatch held, CountDownLatch waiting) throws SQLException, InterruptedException {
        try (Connection other = source.getConnection()) {
            other.setAutoCommit(false);
            PlainSql.execute(other, patience());
            PlainSql.execute(other, "update usage_lease set holder = 'other' where subject = 'b'");
            held.countDown();
            waiting.await(30, TimeUnit.SECONDS);
            try {
                PlainSql.execute(other, "update usage_lease set holder = 'other' where subject = 'a'");
                return true;
            } catch (AssertionError e) {
                return false;
            } finally {
                other.rollback();
            }
        }
    }

    @Test
    void failure_that_can_not_be_undone_by_itself_asks_the_host_to_roll_back() throws SQLException {
        FailingDataSource failing = FailingDataSource.over(source);
        try (Connection host = failing.getConnection()) {
            host.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            host.setAutoCommit(false);
            UsageStore lent = JdbcUsageStore.open(ConnectionSource.lending(() -> host), JdbcSettings.DEFAULT);
            failing.failWhen(call -> call.is("rollback"), () -> new SQLException("lost", "08006"));
            var mine = new IllegalStateException("mine");

            Throwable thrown = catchThrowable(() -> lent.inTransaction(session -> {
                throw mine;
            }));

            assertThat(thrown)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("roll the whole transaction back")
                    .hasSuppressedException(mine);
            failing.heal();
            host.rollback();
        }
    }

    @Test
    void work_that_lost_to_another_transaction_is_not_done_again() throws SQLException {
        FailingDataSource failing = FailingDataSource.over(source);
        var runs = new ArrayList<Integer>();
        try (Connection host = failing.getConnection()) {
            host.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            host.setAutoCommit(false);
            UsageStore lent = JdbcUsageStore.open(ConnectionSource.lending(() -> host), JdbcSettings.DEFAULT);
            failing.failWhen(call -> call.is("executeUpdate"), () -> new SQLException("deadlock", "40001", 40001));

            Throwable thrown = catchThrowable(() -> lent.inTransaction(session -> {
                runs.add(1);
                Leases.take(session, "me", "a");
                return true;
            }));

            assertThat(runs).hasSize(1);
            assertThat(thrown).isInstanceOf(StoreException.class).hasCauseInstanceOf(SQLException.class);
            assertThat(thrown.getMessage().contains("undid the whole transaction of the host"))
                    .isEqualTo(deadlockUndoesAll());
            failing.heal();
            host.rollback();
        }
    }

    @Test
    void connection_in_auto_commit_is_refused() throws SQLException {
        real.commit();
        real.setAutoCommit(true);

        assertThatThrownBy(() -> store.inTransaction(session -> true))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("auto-commit");

        assertThat(real.getAutoCommit()).isTrue();
        real.setAutoCommit(false);
    }

    @Test
    void transaction_that_is_stricter_than_read_committed_is_taken_or_refused_by_name() throws SQLException {
        real.rollback();
        real.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);

        Throwable thrown = catchThrowable(() -> store.inTransaction(session -> true));

        if (takesStricterIsolation()) {
            assertThat(thrown).isNull();
        } else {
            assertThat(thrown).isInstanceOf(StoreException.class).hasMessageContaining("READ COMMITTED");
        }
        assertThat(recorded.calls()).isEmpty();
    }

    @Test
    void nothing_is_committed_on_return_and_leases_are_not_prolonged() throws SQLException {
        others.inTransaction(session -> {
            Leases.take(session, "me", "a");
            return true;
        });

        assertThat(store.commitsOnReturn()).isFalse();
        assertThat(store.prolong(Leases.of("a", "me"))).isTrue();

        assertThat(others.<Instant>inTransaction(
                        session -> session.leases().find("a").orElseThrow().until()))
                .isEqualTo(Leases.of("a", "me").until());
        assertHostGoesOn();
    }

    @Test
    void many_units_in_one_transaction_leave_no_savepoint_behind() throws SQLException {
        for (int i = 0; i < 150; i++) {
            String subject = "s" + i;
            store.inTransaction(session -> {
                Leases.take(session, "me", subject);
                return true;
            });
            assertThatThrownBy(() -> store.inTransaction(session -> {
                        Leases.take(session, "other", "failed " + subject);
                        throw new IllegalStateException("mine");
                    }))
                    .hasMessage("mine");
        }

        assertHostGoesOn();
        assertThat(Leases.committed(source)).hasSize(150);
    }
}
