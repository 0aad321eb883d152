package org.usageflow.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.usageflow.databases.TestDatabases;
import org.usageflow.error.StoreException;

/** Rows in bulk into PostgreSQL, by copying and in the other ways. */
class BulkOnPostgresTest {

    private static final List<String> COLUMNS = List.of("id", "small", "whole", "exact", "made", "words");
    private static final BulkInsert.Encoder<Long> ROW = BulkOnPostgresTest::encode;

    private Connection connection;

    private static void encode(Long id, RowTarget target) throws SQLException {
        target.bigint(id);
        target.smallint((int) (id % 100));
        if (id % 3 == 0) {
            target.none();
        } else {
            target.integer(id.intValue());
        }
        target.decimal(id % 4 == 0 ? null : BigDecimal.valueOf(id, 3));
        target.time(id % 5 == 0 ? null : Instant.ofEpochSecond(id * 86_399, 123_456_000));
        target.text(id % 7 == 0 ? null : "\u20AC " + id);
    }

    private static List<Long> ids(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @BeforeEach
    void open() throws SQLException {
        connection = TestDatabases.postgresql().dataSource().getConnection();
        connection.setAutoCommit(false);
        sql(connection)
                .update(
                        "create table {bulk} (id bigint primary key, small smallint, whole integer, exact numeric, made timestamp(6), words varchar(20))");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static Sql sql(Connection over) {
        return new Sql(over, new Names(null, "t_"));
    }

    private List<String> rows() {
        return sql(connection)
                .list(
                        "select concat_ws('|', id, small, coalesce(whole, -1), coalesce(exact, -1), coalesce(made, '1900-01-01'), coalesce(words, '-')) from {bulk} order by id",
                        Row::text);
    }

    @Test
    void rows_are_the_same_in_whatever_way_they_are_inserted() throws SQLException {
        var all = new ArrayList<List<String>>();
        for (BulkInsert bulk : List.of(new CopyBinary(), new PreparedBatch(), new BulkRows(100), new BulkByDriver())) {
            bulk.insert(sql(connection), "bulk", COLUMNS, ids(2_345), ROW);
            all.add(rows());
            sql(connection).update("delete from {bulk}");
        }

        assertThat(all.get(0)).hasSize(2_345);
        assertThat(all).containsOnly(all.get(0));
    }

    @Test
    void connection_that_hides_the_driver_gets_a_batch() {
        Connection hiding = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("isWrapperFor")) {
                        return false;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });

        new CopyBinary().insert(sql(hiding), "bulk", COLUMNS, ids(10), ROW);

        assertThat(rows()).hasSize(10);
    }

    @Test
    void copy_whose_encoder_fails_leaves_nothing_and_the_connection_usable() throws SQLException {
        Savepoint before = connection.setSavepoint();
        var failure = new IllegalStateException("no more rows");

        assertThatThrownBy(() -> new CopyBinary().insert(sql(connection), "bulk", COLUMNS, ids(1_000), (id, target) -> {
                    if (id == 900) {
                        throw failure;
                    }
                    encode(id, target);
                }))
                .isSameAs(failure);

        connection.rollback(before);
        assertThat(rows()).isEmpty();
    }

    @Test
    void taken_key_is_told_with_the_drivers_exception() throws SQLException {
        new CopyBinary().insert(sql(connection), "bulk", COLUMNS, ids(3), ROW);
        Savepoint before = connection.setSavepoint();

        assertThatThrownBy(() -> new CopyBinary().insert(sql(connection), "bulk", COLUMNS, ids(50_000), ROW))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(((SQLException) e.getCause()).getSQLState())
                                .isEqualTo("23505"));

        connection.rollback(before);
        assertThat(rows()).hasSize(3);
    }

    @Test
    void no_rows_are_inserted_without_a_fault() {
        for (BulkInsert bulk : List.of(new CopyBinary(), new PreparedBatch(), new BulkRows(100))) {
            bulk.insert(sql(connection), "bulk", COLUMNS, List.<Long>of(), ROW);
        }

        assertThat(rows()).isEmpty();
    }
}
