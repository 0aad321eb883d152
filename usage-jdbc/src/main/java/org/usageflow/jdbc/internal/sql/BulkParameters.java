package org.usageflow.jdbc.internal.sql;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sets the columns of rows as parameters of a statement. Used by one thread. */
final class BulkParameters implements RowTarget {

    private final PreparedStatement statement;
    private int index;

    BulkParameters(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Goes on behind so many parameters. */
    void begin(int before) {
        index = before;
    }

    @Override
    public void none() throws SQLException {
        statement.setNull(++index, Types.NULL);
    }

    @Override
    public void text(@Nullable String value) throws SQLException {
        Sql.bind(statement, ++index, value);
    }

    @Override
    public void smallint(int value) throws SQLException {
        statement.setInt(++index, value);
    }

    @Override
    public void integer(int value) throws SQLException {
        statement.setInt(++index, value);
    }

    @Override
    public void bigint(long value) throws SQLException {
        statement.setLong(++index, value);
    }

    @Override
    public void decimal(@Nullable BigDecimal value) throws SQLException {
        Sql.bind(statement, ++index, value);
    }

    @Override
    public void time(@Nullable Instant value) throws SQLException {
        Sql.bind(statement, ++index, value);
    }
}
