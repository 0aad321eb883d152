package org.usageflow.benchmarks;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, read and written in the way that is quickest for its type.
 *
 * @param name its name, in small letters
 * @param type of {@link Types}
 */
record Column(String name, int type) {

    /** The names of columns, with commas between them. */
    static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    @Nullable
    Object read(ResultSet row, int index) throws SQLException {
        Object value = switch (type) {
            case Types.BIGINT -> row.getLong(index);
            case Types.INTEGER, Types.SMALLINT -> row.getInt(index);
            case Types.NUMERIC, Types.DECIMAL -> row.getBigDecimal(index);
            case Types.TIMESTAMP -> row.getObject(index, LocalDateTime.class);
            default -> row.getString(index);
        };
        return row.wasNull() ? null : value;
    }

    void write(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, type);
        } else if (value instanceof String text) {
            statement.setString(index, text);
        } else if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof Integer number) {
            statement.setInt(index, number);
        } else if (value instanceof BigDecimal number) {
            statement.setBigDecimal(index, number);
        } else {
            statement.setObject(index, value);
        }
    }
}
