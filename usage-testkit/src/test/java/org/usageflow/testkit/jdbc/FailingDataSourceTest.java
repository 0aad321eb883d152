package org.usageflow.testkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class FailingDataSourceTest {

    private static final SQLException LOST = new SQLException("lost", "08006");
    private static final Supplier<SQLException> FAILURE = () -> LOST;

    private final FakeDatabase database = new FakeDatabase();
    private final FailingDataSource source = FailingDataSource.over(database);

    /** A unit of work: twelve calls that are counted, and some that are not. */
    private void work() throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Savepoint before = connection.setSavepoint();
            try (PreparedStatement statement = connection.prepareStatement("insert")) {
                statement.setInt(1, 1);
                statement.executeUpdate();
                statement.addBatch();
                statement.executeBatch();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("delete");
            }
            connection.rollback(before);
            connection.releaseSavepoint(before);
            connection.unwrap(String.class);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    @Test
    void what_a_driver_may_send_is_counted_in_order_with_its_statement() throws SQLException {
        var calls = new ArrayList<DatabaseCall>();
        source.failWhen(call -> !calls.add(call), FAILURE);

        work();

        assertThat(calls)
                .containsExactly(
                        new DatabaseCall(1, "getConnection", ""),
                        new DatabaseCall(2, "setAutoCommit", ""),
                        new DatabaseCall(3, "setSavepoint", ""),
                        new DatabaseCall(4, "prepareStatement", "insert"),
                        new DatabaseCall(5, "executeUpdate", "insert"),
                        new DatabaseCall(6, "executeBatch", "insert"),
                        new DatabaseCall(7, "execute", "delete"),
                        new DatabaseCall(8, "rollback", ""),
                        new DatabaseCall(9, "releaseSavepoint", ""),
                        new DatabaseCall(10, "unwrap", ""),
                        new DatabaseCall(11, "commit", ""),
                        new DatabaseCall(12, "setAutoCommit", ""));
        assertThat(source.calls()).isEqualTo(12);
        assertThat(source.failures()).isZero();
        assertThat(database.asked()).contains("setInt", "addBatch", "commit", "close");
    }

    @Test
    void each_call_can_fail_before_the_database_hears_of_it_and_nothing_leaks() throws SQLException {
        work();
        long calls = source.calls();
        for (long call = 1; call <= calls; call++) {
            long at = source.calls() + call;
            source.failAt(at, FAILURE);

            assertThatThrownBy(this::work).as("call " + call).isSameAs(LOST);

            assertThat(source.calls()).isEqualTo(at);
            assertThat(source.openConnections()).isZero();
        }
        assertThat(source.failures()).isEqualTo(calls);
        source.heal();
        work();
    }

    @Test
    void call_that_fails_before_does_not_reach_the_database() {
        source.failWhen(call -> call.is("commit"), FAILURE);

        assertThatThrownBy(this::work).isSameAs(LOST);

        assertThat(database.asked()).doesNotContain("commit").endsWith("close");
    }

    @Test
    void call_whose_answer_is_lost_reaches_the_database() {
        source.failAfter(call -> call.is("commit"), FAILURE);

        assertThatThrownBy(this::work).isSameAs(LOST);

        assertThat(database.asked()).contains("commit");
    }

    @Test
    void connection_whose_giving_is_lost_is_given_back() {
        source.failAfter(call -> call.is("getConnection"), FAILURE);

        assertThatThrownBy(source::getConnection).isSameAs(LOST);

        assertThat(database.asked()).containsExactly("getConnection", "close");
        assertThat(source.openConnections()).isZero();
    }

    @Test
    void connection_that_breaks_undoes_its_work_and_fails_from_then_on_alone() throws SQLException {
        try (Connection broken = source.getConnection();
                Connection whole = source.getConnection()) {
            broken.setAutoCommit(false);
            PreparedStatement statement = broken.prepareStatement("insert");
            source.breakWhen(call -> call.is("executeUpdate"), FAILURE);

            assertThatThrownBy(statement::executeUpdate).isSameAs(LOST);

            source.heal();
            assertThat(database.asked()).endsWith("getAutoCommit", "rollback", "close");
            assertThatThrownBy(broken::commit).hasMessage("the connection is broken");
            assertThatThrownBy(broken::rollback).hasMessage("the connection is broken");
            assertThatThrownBy(() -> statement.setInt(1, 1)).hasMessage("the connection is broken");
            assertThat(broken.isClosed()).isTrue();
            assertThat(broken.isValid(1)).isFalse();
            assertThat(broken).hasToString("a broken connection");
            whole.commit();
        }
        assertThat(source.openConnections()).isZero();
        assertThat(source.failures()).isEqualTo(1);
    }

    @Test
    void connection_in_auto_commit_that_breaks_is_not_rolled_back() throws SQLException {
        source.breakWhen(call -> call.is("prepareStatement"), FAILURE);
        try (Connection connection = source.getConnection()) {
            assertThatThrownBy(() -> connection.prepareStatement("insert")).isSameAs(LOST);
        }

        assertThat(database.asked()).doesNotContain("rollback");
    }

    @Test
    void connections_that_are_not_closed_are_counted_each_once() throws SQLException {
        Connection first = source.getConnection();
        Connection second = source.getConnection("user", "secret");

        assertThat(source.openConnections()).isEqualTo(2);
        first.close();
        first.close();
        assertThat(source.openConnections()).isEqualTo(1);
        second.close();
        assertThat(source.openConnections()).isZero();
        assertThat(database.asked()).contains("getConnection user");
    }

    @Test
    void statements_lead_back_to_the_connection_that_is_watched() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement plain = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement("insert");
                CallableStatement callable = connection.prepareCall("call")) {
            assertThat(List.of(plain.getConnection(), prepared.getConnection(), callable.getConnection()))
                    .containsOnly(connection);
            assertThat(connection)
                    .isEqualTo(plain.getConnection())
                    .isNotEqualTo(plain)
                    .hasToString("real");
            assertThat(connection.hashCode()).isEqualTo(System.identityHashCode(connection));
        }
    }

    @Test
    void failure_of_the_database_itself_passes_through() throws SQLException {
        Connection connection = source.getConnection();
        database.refuse();

        assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class).hasMessage("gone");
        assertThatThrownBy(connection::close).hasMessage("gone");
        assertThat(source.openConnections()).isZero();
    }

    @Test
    void what_is_no_connection_is_the_other_data_sources() throws SQLException {
        DataSource plain = source;

        assertThat(plain.getLoginTimeout()).isEqualTo(7);
        assertThat(plain.unwrap(FailingDataSource.class)).isSameAs(source);
        assertThat(plain.unwrap(FakeDatabase.class)).isSameAs(database);
        assertThat(plain.isWrapperFor(FailingDataSource.class)).isTrue();
        assertThat(plain.isWrapperFor(FakeDatabase.class)).isTrue();
        assertThat(plain.isWrapperFor(String.class)).isFalse();
    }
}
