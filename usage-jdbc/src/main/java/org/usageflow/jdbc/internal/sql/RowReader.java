package org.usageflow.jdbc.internal.sql;

import java.sql.SQLException;

/**
 * Makes a value of a row.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface RowReader<T> {

    /** Reads the row's columns in their order; the row is valid during the call. */
    T read(Row row) throws SQLException;
}
