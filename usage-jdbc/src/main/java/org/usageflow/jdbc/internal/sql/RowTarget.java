package org.usageflow.jdbc.internal.sql;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes the columns of one row after the other, in the order in which they were named. Each method is for a column of its type. */
public interface RowTarget {

    /** Nothing, of whatever type. */
    void none() throws SQLException;

    void text(@Nullable String value) throws SQLException;

    void smallint(int value) throws SQLException;

    void integer(int value) throws SQLException;

    void bigint(long value) throws SQLException;

    void decimal(@Nullable BigDecimal value) throws SQLException;

    /** To the microsecond. */
    void time(@Nullable Instant value) throws SQLException;
}
