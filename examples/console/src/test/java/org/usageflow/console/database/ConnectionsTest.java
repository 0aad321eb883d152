package org.usageflow.console.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private final Connections connections = new Connections(DatabaseUrl.parse("jdbc:h2:mem:connections"));

    @AfterEach
    void close() throws SQLException {
        connections.close();
    }

    @Test
    void connection_that_was_given_back_is_used_again() throws SQLException {
        Connection first = connections.getConnection();
        JdbcConnection own = first.unwrap(JdbcConnection.class);
        first.close();

        try (Connection second = connections.getConnection();
                Connection third = connections.getConnection()) {
            assertThat(second.unwrap(JdbcConnection.class)).isSameAs(own);
            assertThat(third.unwrap(JdbcConnection.class)).isNotSameAs(own);
        }
    }

    @Test
    void closed_connection_does_nothing_more() throws SQLException {
        Connection connection = connections.getConnection();
        connection.close();
        connection.close();

        assertThat(connection.isClosed()).isTrue();
        assertThatThrownBy(connection::createStatement).isInstanceOf(SQLException.class);
    }

    @Test
    void what_was_not_committed_is_undone_when_it_is_given_back() throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (x int)");
        }
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into t values (1)");
        }

        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from t")) {
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void failures_are_the_drivers_own() throws SQLException {
        try (Connection connection = connections.getConnection()) {
            assertThatThrownBy(() -> connection.prepareStatement("nonsense")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void source_of_connections_is_none_of_users_and_time_outs() {
        assertThatThrownBy(() -> connections.getConnection("a", "b")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connections.setLoginTimeout(1)).isInstanceOf(SQLException.class);
        assertThatThrownBy(connections::getParentLogger).isInstanceOf(SQLException.class);
        assertThat(connections.isWrapperFor(DataSource.class)).isTrue();
    }
}
