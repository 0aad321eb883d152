package org.usageflow.jdbc.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.usageflow.databases.TestDatabase;
import org.usageflow.error.StoreException;
import org.usageflow.jdbc.ConnectionSource;
import org.usageflow.jdbc.DatabaseKind;
import org.usageflow.jdbc.DatabaseSchema;
import org.usageflow.jdbc.JdbcSettings;
import org.usageflow.jdbc.JdbcUsageStore;
import org.usageflow.jdbc.SchemaMode;
import org.usageflow.testkit.jdbc.FailingDataSource;

/** What holds for the schema of every database. */
abstract class MigrationRules {

    static final JdbcSettings PLAIN = JdbcSettings.DEFAULT;

    TestDatabase database;
    DataSource source;

    /** An empty database. */
    abstract TestDatabase emptyDatabase();

    abstract DatabaseKind kind();

    /** What sets the time zone of a connection to one that is not UTC. */
    abstract String otherTimeZone();

    @BeforeEach
    void begin() {
        database = emptyDatabase();
        source = database.dataSource();
    }

    @Test
    void migration_of_an_empty_database_does_every_step_and_notes_it() {
        List<String> done = DatabaseSchema.migrate(source, PLAIN);

        assertThat(done).startsWith("V001__usage");
        assertThat(PlainSql.texts(source, "select name from usage_schema order by step_no"))
                .isEqualTo(done);
        assertThat(PlainSql.texts(source, "select checksum from usage_schema"))
                .allSatisfy(checksum -> assertThat(checksum).matches("[0-9a-f]{64}"));
        DatabaseSchema.validate(source, PLAIN);
    }

    @Test
    void migration_of_a_migrated_database_does_nothing() {
        DatabaseSchema.migrate(source, PLAIN);
        List<String> before = PlainSql.texts(source, "select done_at from usage_schema");

        assertThat(DatabaseSchema.migrate(source, PLAIN)).isEmpty();

        assertThat(PlainSql.texts(source, "select done_at from usage_schema")).isEqualTo(before);
    }

    @Test
    void opening_with_migrate_brings_the_schema_and_opening_with_validate_takes_it() {
        JdbcUsageStore.open(ConnectionSource.owning(source), PLAIN.with(SchemaMode.MIGRATE));

        assertThat(JdbcUsageStore.open(source).commitsOnReturn()).isTrue();
    }

    @Test
    void opening_with_none_looks_at_nothing() {
        assertThat(JdbcUsageStore.open(ConnectionSource.owning(source), PLAIN.with(SchemaMode.NONE)))
                .isNotNull();
    }

    @Test
    void validation_of_an_empty_database_says_that_it_was_not_migrated_and_how_to() {
        assertThatThrownBy(() -> JdbcUsageStore.open(source))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has not been migrated")
                .hasMessageContaining("usage_schema")
                .hasMessageContaining("DatabaseSchema.migrate(dataSource, settings)")
                .hasMessageContaining("DatabaseSchema.printSql(kind, settings)");
    }

    @Test
    void newer_schema_is_refused_by_validation_and_migration() {
        DatabaseSchema.migrate(source, PLAIN);
        PlainSql.execute(
                source,
                "insert into usage_schema (step_no, name, checksum, done_at, library) select 900, 'V900__next', checksum, done_at, '9.9.0' from usage_schema where step_no = 1");

        for (Callable<?> call : List.<Callable<?>>of(
                () -> {
                    DatabaseSchema.validate(source, PLAIN);
                    return null;
                },
                () -> DatabaseSchema.migrate(source, PLAIN))) {
            assertThatThrownBy(call::call)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("V900__next")
                    .hasMessageContaining("9.9.0")
                    .hasMessageContaining("newer than this version");
        }
    }

    @Test
    void changed_step_is_refused_with_both_checksums() {
        DatabaseSchema.migrate(source, PLAIN);
        String known = PlainSql.texts(source, "select checksum from usage_schema where step_no = 1")
                .get(0);
        PlainSql.execute(source, "update usage_schema set checksum = 'abc' where step_no = 1");

        assertThatThrownBy(() -> DatabaseSchema.validate(source, PLAIN))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("V001__usage")
                .hasMessageContaining("abc")
                .hasMessageContaining(known);
        assertThatThrownBy(() -> DatabaseSchema.migrate(source, PLAIN)).isInstanceOf(StoreException.class);
    }

    @Test
    void two_prefixes_live_side_by_side() {
        DatabaseSchema.migrate(source, PLAIN.withPrefix("a_"));
        DatabaseSchema.migrate(source, PLAIN.withPrefix("b_"));

        DatabaseSchema.validate(source, PLAIN.withPrefix("a_"));
        DatabaseSchema.validate(source, PLAIN.withPrefix("b_"));
        assertThat(PlainSql.texts(source, "select count(*) from a_usage_file")).containsExactly("0");
        assertThatThrownBy(() -> DatabaseSchema.validate(source, PLAIN)).isInstanceOf(StoreException.class);
    }

    @Test
    void named_schema_takes_the_tables() {
        String name = "billing_" + UUID.randomUUID().toString().replace('-', '_');
        PlainSql.execute(source, "create schema " + name);

        DatabaseSchema.migrate(source, PLAIN.inSchema(name));

        DatabaseSchema.validate(source, PLAIN.inSchema(name));
        assertThat(PlainSql.texts(source, "select count(*) from " + name + ".usage_record"))
                .containsExactly("0");
        assertThatThrownBy(() -> DatabaseSchema.validate(source, PLAIN)).isInstanceOf(StoreException.class);
        PlainSql.execute(source, "drop schema " + name + (kind() == DatabaseKind.MARIADB ? "" : " cascade"));
    }

    @Test
    void schema_that_is_not_there_is_a_failure_of_the_database() {
        assertThatThrownBy(() -> DatabaseSchema.validate(source, PLAIN.inSchema("nowhere")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has not been migrated");
        assertThatThrownBy(() -> DatabaseSchema.migrate(source, PLAIN.inSchema("nowhere")))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll("nowhere");
    }

    @Test
    void noted_time_is_utc_whatever_the_zone_of_the_connection() {
        DataSource elsewhere =
                new PreparedDataSource(source, connection -> PlainSql.execute(connection, otherTimeZone()));
        DatabaseSchema.migrate(source, PLAIN.withPrefix("a_"));
        DatabaseSchema.migrate(elsewhere, PLAIN.withPrefix("b_"));

        Duration between = Duration.between(doneAt("a_"), doneAt("b_"));

        assertThat(between).isBetween(Duration.ZERO, Duration.ofMinutes(5));
    }

    private LocalDateTime doneAt(String prefix) {
        String text = PlainSql.texts(source, "select done_at from " + prefix + "usage_schema")
                .get(0);
        return Timestamp.valueOf(text).toLocalDateTime();
    }

    @Test
    void connections_without_auto_commit_are_given_back_without_it() throws SQLException {
        try (Connection pooled = source.getConnection();
                Connection second = source.getConnection()) {
            pooled.setAutoCommit(false);
            second.setAutoCommit(false);
            var pool = new TinyPool(List.of(pooled, second));

            assertThat(DatabaseSchema.migrate(pool, PLAIN)).isNotEmpty();

            assertThat(pool.free()).containsExactlyInAnyOrder(pooled, second);
            assertThat(pooled.getAutoCommit()).isFalse();
            assertThat(second.getAutoCommit()).isFalse();
        }
        DatabaseSchema.validate(source, PLAIN);
    }

    @Test
    void migration_that_dies_again_and_again_one_call_later_is_completed_by_the_one_that_lives() {
        FailingDataSource failing = FailingDataSource.over(source);
        long failures;
        do {
            failures = failing.failures();
            long deadly = failing.calls() + failures + 1;
            failing.breakWhen(call -> call.number() == deadly, () -> new SQLException("lost", "08006"));
            migrateOrDie(failing);
            assertThat(failing.openConnections()).isZero();
        } while (failing.failures() > failures);

        assertThat(failures).isGreaterThan(20);
        DatabaseSchema.validate(source, PLAIN);
        assertThat(DatabaseSchema.migrate(source, PLAIN)).isEmpty();
    }

    private void migrateOrDie(FailingDataSource failing) {
        try {
            DatabaseSchema.migrate(failing, PLAIN);
        } catch (StoreException e) {
            if (kind() == DatabaseKind.POSTGRESQL) {
                assertThat(PlainSql.texts(source, "select tablename from pg_tables where schemaname = 'public'"))
                        .isEmpty();
            }
        }
    }

    @Test
    void migration_by_many_at_once_is_done_by_one() throws Exception {
        var barrier = new CyclicBarrier(8);
        Callable<List<String>> migration = () -> {
            barrier.await(60, TimeUnit.SECONDS);
            return DatabaseSchema.migrate(source, PLAIN);
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            var answers = new ArrayList<List<String>>();
            for (Future<List<String>> each :
                    threads.invokeAll(Collections.nCopies(8, migration), 120, TimeUnit.SECONDS)) {
                answers.add(each.get());
            }

            assertThat(answers).filteredOn(answer -> !answer.isEmpty()).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
        DatabaseSchema.validate(source, PLAIN);
    }

    @Test
    void printed_text_is_executed_statement_by_statement_and_fits() {
        String text = DatabaseSchema.printSql(kind(), PLAIN.withPrefix("p_"));

        for (int time = 1; time <= 2; time++) {
            PlainSql.execute(source, statements(text));
            DatabaseSchema.validate(source, PLAIN.withPrefix("p_"));
        }

        assertThat(DatabaseSchema.migrate(source, PLAIN.withPrefix("p_"))).isEmpty();
        assertThat(text).doesNotContain("${");
    }

    // As simple clients do: a semicolon at the end of a line ends a statement
    static String[] statements(String text) {
        String plain = text.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
        return Stream.of(plain.split(";\n|;$")).filter(each -> !each.isBlank()).toArray(String[]::new);
    }

    @Test
    void lent_connection_is_validated_and_never_migrated() throws SQLException {
        try (Connection host = source.getConnection()) {
            host.setAutoCommit(false);
            host.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            ConnectionSource lent = ConnectionSource.lending(() -> host);
            PlainSql.execute(source, "create table host_row (n integer)");

            assertThatThrownBy(() -> JdbcUsageStore.open(lent, PLAIN)).hasMessageContaining("has not been migrated");
            assertThatThrownBy(() -> JdbcUsageStore.open(lent, PLAIN.with(SchemaMode.MIGRATE)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DatabaseSchema.migrate(dataSource, settings)");
            host.rollback();
            DatabaseSchema.migrate(source, PLAIN);
            PlainSql.execute(host, "insert into host_row values (1)");
            assertThat(JdbcUsageStore.open(lent, PLAIN).commitsOnReturn()).isFalse();

            assertThat(PlainSql.texts(source, "select count(*) from host_row")).containsExactly("0");
            host.commit();
            assertThat(PlainSql.texts(source, "select count(*) from host_row")).containsExactly("1");
        }
    }
}
