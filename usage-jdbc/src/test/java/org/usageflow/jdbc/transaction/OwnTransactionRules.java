package org.usageflow.jdbc.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.usageflow.databases.TestDatabase;
import org.usageflow.error.StoreException;
import org.usageflow.jdbc.ConnectionSource;
import org.usageflow.jdbc.DatabaseSchema;
import org.usageflow.jdbc.JdbcSettings;
import org.usageflow.jdbc.JdbcUsageStore;
import org.usageflow.jdbc.schema.PlainSql;
import org.usageflow.jdbc.schema.PreparedDataSource;
import org.usageflow.jdbc.schema.TinyPool;
import org.usageflow.spi.store.Lease;
import org.usageflow.spi.store.UsageStore;
import org.usageflow.testkit.jdbc.DatabaseCall;
import org.usageflow.testkit.jdbc.FailingDataSource;

/** What holds on every database where the library owns its transactions. */
abstract class OwnTransactionRules {

    private DataSource source;
    private FailingDataSource failing;
    private UsageStore store;
    private final AtomicInteger runs = new AtomicInteger();

    /** A database, which this test may fill. */
    abstract TestDatabase database();

    /** What the driver throws where a transaction lost to others. */
    abstract List<Supplier<SQLException>> lost();

    @BeforeEach
    void open() {
        source = database().dataSource();
        DatabaseSchema.migrate(source, JdbcSettings.DEFAULT);
        PlainSql.execute(source, "delete from usage_lease");
        failing = FailingDataSource.over(source);
        store = JdbcUsageStore.open(failing);
    }

    @AfterEach
    void nothingLeaks() {
        assertThat(failing.openConnections()).isZero();
    }

    private static Supplier<SQLException> failure() {
        return () -> new SQLException("lost", "08006");
    }

    private static Predicate<DatabaseCall> at(String method) {
        return call -> call.is(method);
    }

    private int take(String holder, String... subjects) {
        return store.inTransaction(session -> {
            Leases.take(session, holder, subjects);
            return runs.incrementAndGet();
        });
    }

    @Test
    void work_is_committed_when_it_returns() {
        assertThat(take("me", "a", "b")).isEqualTo(1);

        assertThat(Leases.committed(source)).containsExactly("a=me", "b=me");
        assertThat(store.commitsOnReturn()).isTrue();
    }

    @Test
    void work_that_throws_is_undone_and_what_it_threw_passes_through() {
        var mine = new IllegalStateException("mine");

        Throwable thrown = catchThrowable(() -> store.inTransaction(session -> {
            Leases.take(session, "me", "a");
            throw mine;
        }));

        assertThat(thrown).isSameAs(mine).hasNoSuppressedExceptions();
        assertThat(Leases.committed(source)).isEmpty();
    }

    @Test
    void connection_comes_back_with_the_isolation_and_auto_commit_that_it_had() throws SQLException {
        for (boolean autoCommit : new boolean[] {true, false}) {
            try (Connection pooled = source.getConnection()) {
                pooled.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                pooled.setAutoCommit(autoCommit);
                var pool = new TinyPool(List.of(pooled));
                UsageStore mine = JdbcUsageStore.open(pool);

                mine.inTransaction(session -> session.leases().take(Leases.of("a" + autoCommit, "me"), Instant.EPOCH));
                assertThatThrownBy(() -> mine.inTransaction(session -> {
                            throw new IllegalStateException("mine");
                        }))
                        .hasMessage("mine");

                assertThat(pool.free()).containsExactly(pooled);
                assertThat(pooled.getAutoCommit()).isEqualTo(autoCommit);
                assertThat(pooled.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
            }
        }
        assertThat(Leases.committed(source)).containsExactly("afalse=me", "atrue=me");
    }

    @Test
    void transaction_within_a_transaction_is_refused_and_leaves_the_outer_one_alone() {
        store.inTransaction(session -> {
            Leases.take(session, "me", "a");
            assertThatThrownBy(() -> take("other", "b")).isInstanceOf(IllegalStateException.class);
            Leases.take(session, "me", "c");
            return true;
        });

        assertThat(Leases.committed(source)).containsExactly("a=me", "c=me");
    }

    @Test
    void work_that_lost_to_another_transaction_is_done_again_from_its_start() {
        for (Supplier<SQLException> lost : lost()) {
            for (String method : List.of("executeUpdate", "commit")) {
                runs.set(0);
                var left = new AtomicInteger(3);
                failing.failWhen(call -> call.is(method) && left.getAndDecrement() > 0, lost);
                PlainSql.execute(source, "delete from usage_lease");

                int attempts = store.inTransaction(session -> {
                    int attempt = runs.incrementAndGet();
                    Leases.take(session, "me" + attempt, "a");
                    return attempt;
                });

                assertThat(attempts).isEqualTo(4);
                assertThat(Leases.committed(source)).containsExactly("a=me4");
            }
        }
    }

    @Test
    void work_that_loses_again_and_again_is_given_up() {
        failing.failWhen(at("executeUpdate"), lost().get(0));

        assertThatThrownBy(() -> store.inTransaction(session -> {
                    runs.incrementAndGet();
                    Leases.take(session, "me", "a");
                    return true;
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("20 times")
                .hasCauseInstanceOf(SQLException.class);
        assertThat(runs).hasValue(20);
    }

    @Test
    void work_that_failed_otherwise_is_not_done_again() {
        failing.failWhen(at("executeUpdate"), failure());

        assertThatThrownBy(() -> store.inTransaction(session -> {
                    runs.incrementAndGet();
                    Leases.take(session, "me", "a");
                    return true;
                }))
                .isInstanceOf(StoreException.class)
                .hasCauseInstanceOf(SQLException.class);
        assertThat(runs).hasValue(1);
    }

    @Test
    void interrupted_thread_does_not_try_again_and_stays_interrupted() {
        failing.failWhen(at("executeUpdate"), lost().get(0));

        Throwable thrown = catchThrowable(() -> store.inTransaction(session -> {
            runs.incrementAndGet();
            Thread.currentThread().interrupt();
            Leases.take(session, "me", "a");
            return true;
        }));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown).isInstanceOf(StoreException.class);
        assertThat(runs).hasValue(1);
    }

    @Test
    void commit_whose_answer_is_lost_says_that_the_outcome_is_not_known() {
        failing.failAfter(at("commit"), failure());

        assertThatThrownBy(() -> take("me", "a"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("whether the work was kept is not known");

        assertThat(runs).hasValue(1);
        assertThat(Leases.committed(source)).containsExactly("a=me");
    }

    @Test
    void commit_that_never_arrives_says_the_same_and_nothing_is_kept() {
        failing.failWhen(at("commit"), failure());

        assertThatThrownBy(() -> take("me", "a"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("whether the work was kept is not known");

        assertThat(Leases.committed(source)).isEmpty();
    }

    @Test
    void failure_to_roll_back_is_told_beside_the_first_one_and_nothing_is_committed() {
        failing.failWhen(at("rollback"), failure());
        var mine = new IllegalStateException("mine");

        Throwable thrown = catchThrowable(() -> store.inTransaction(session -> {
            Leases.take(session, "me", "a");
            throw mine;
        }));

        assertThat(thrown).isSameAs(mine);
        assertThat(thrown.getSuppressed()).hasSize(1);
        assertThat(Leases.committed(source)).isEmpty();
    }

    @Test
    void failure_after_a_commit_is_not_one_of_the_work() {
        failing.failWhen(call -> call.is("setAutoCommit") && runs.get() > 0, failure());

        assertThat(take("me", "a")).isEqualTo(1);

        assertThat(failing.failures()).isPositive();
        assertThat(Leases.committed(source)).containsExactly("a=me");
    }

    @Test
    void connection_that_breaks_at_any_call_leaves_all_of_the_work_or_nothing() {
        long before = failing.calls();
        take("first", "a", "b");
        long calls = failing.calls() - before;

        for (long call = 1; call <= calls; call++) {
            PlainSql.execute(source, "delete from usage_lease");
            long deadly = failing.calls() + call;
            failing.breakWhen(each -> each.number() == deadly, failure());
            Throwable thrown = catchThrowable(() -> take("me", "a", "b"));

            if (thrown == null) {
                assertThat(Leases.committed(source)).containsExactly("a=me", "b=me");
            } else {
                assertThat(thrown).isInstanceOf(StoreException.class);
                assertThat(Leases.committed(source)).isEmpty();
            }
            assertThat(failing.openConnections()).isZero();
        }
        assertThat(failing.failures()).isEqualTo(calls);
    }

    @Test
    void data_source_that_gives_no_connection_is_told_without_its_words() {
        DataSource refusing = new PreparedDataSource(source, connection -> {
            connection.close();
            throw new SQLException("no driver for jdbc:x://host/db?password=secret", "08001");
        });

        assertThatThrownBy(() -> JdbcUsageStore.open(refusing))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("08001")
                .hasMessageNotContaining("secret")
                .hasCauseInstanceOf(SQLException.class);
    }

    @Test
    void lease_is_prolonged_at_once_while_a_transaction_is_at_work() {
        take("me", "a");
        var later = new Lease("a", "me", Instant.parse("2030-01-01T00:00:00Z"));

        boolean prolonged = store.inTransaction(session -> {
            Leases.take(session, "me", "b");
            boolean done = store.prolong(later);
            assertThat(PlainSql.texts(source, "select count(*) from usage_lease where valid_until > '2029-01-01'"))
                    .containsExactly("1");
            assertThat(failing.openConnections()).isEqualTo(1);
            return done;
        });

        assertThat(prolonged).isTrue();
        assertThat(store.prolong(Leases.of("a", "other"))).isFalse();
        assertThat(store.commitsOnReturn()).isTrue();
    }

    @Test
    void two_that_wait_for_each_other_both_come_through() {
        take("before", "a", "b");
        var meeting = new CyclicBarrier(2);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                Future<Integer> one = threads.submit(() -> cross(meeting, "a", "b"));
                Future<Integer> other = threads.submit(() -> cross(meeting, "b", "a"));

                assertThat(one.get() + other.get()).isGreaterThan(2);
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            } finally {
                threads.shutdownNow();
            }
        });

        assertThat(Leases.committed(source)).hasSize(2);
    }

    // Each holds its first lease before either asks for its second one
    private int cross(CyclicBarrier meeting, String first, String second) {
        var attempts = new AtomicInteger();
        return store.inTransaction(session -> {
            Leases.take(session, "before", first);
            if (attempts.incrementAndGet() == 1) {
                await(meeting);
            }
            Leases.take(session, "before", second);
            return attempts.get();
        });
    }

    private static void await(CyclicBarrier meeting) {
        try {
            meeting.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void store_of_a_source_needs_one() {
        assertThatThrownBy(() -> ConnectionSource.owning(null)).isInstanceOf(NullPointerException.class);
    }
}
