package org.usageflow.jdbc.internal.sql;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.StoreException;

/**
 * Statements over the connection of one transaction. Texts name tables as {@link Names} says; parameters are texts, whole numbers, decimals, flags, bytes, instants (kept to the microsecond) or null.
 *
 * <p>Every failure is a {@link StoreException} whose cause is the driver's. Used by one thread.
 */
public final class Sql {

    /** How many rows a driver fetches at a time. */
    public static final int FETCH = 1_000;

    private final Connection connection;
    private final Names names;

    public Sql(Connection connection, Names names) {
        this.connection = connection;
        this.names = names;
    }

    public Connection connection() {
        return connection;
    }

    public Names names() {
        return names;
    }

    /** Changes rows. Gives how many. */
    public int update(String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The first row; empty where there is none. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        List<T> all = list(sql, reader, parameters);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** All rows, in order. */
    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return list(FETCH, sql, reader, parameters);
    }

    /** All rows of a statement that has a limit, at once: a driver that fetches in portions asks once more, for the end. */
    public <T> List<T> page(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return list(0, sql, reader, parameters);
    }

    private <T> List<T> list(int fetch, String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            statement.setFetchSize(fetch);
            var found = new ArrayList<T>();
            try (ResultSet rows = statement.executeQuery()) {
                var row = new Row(rows);
                while (rows.next()) {
                    row.begin();
                    found.add(reader.read(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Whether there is a row. */
    public boolean exists(String sql, @Nullable Object... parameters) {
        return first(sql, row -> true, parameters).isPresent();
    }

    /** The number in the one row that there is. */
    public long count(String sql, @Nullable Object... parameters) {
        return first(sql, Row::number, parameters).orElse(0L);
    }

    /** Does one statement for each list of parameters, in one batch. */
    public void batch(String sql, Iterable<? extends List<? extends @Nullable Object>> rows) {
        try (PreparedStatement statement = connection.prepareStatement(names.sql(sql))) {
            boolean any = false;
            for (List<? extends @Nullable Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    bind(statement, i + 1, row.get(i));
                }
                statement.addBatch();
                any = true;
            }
            if (any) {
                statement.executeBatch();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** {@code ?, ?, ?}: as many as are asked for, at least one. */
    public static String marks(int count) {
        return "?" + ", ?".repeat(count - 1);
    }

    /** A failure of the database, as the library tells it. */
    public static StoreException failed(SQLException e) {
        return new StoreException("the database failed: " + e.getMessage(), e);
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(names.sql(sql));
        try {
            for (int i = 0; i < parameters.length; i++) {
                bind(statement, i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /** Sets a parameter. */
    public static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof String text) {
            statement.setString(index, Texts.storable(text));
        } else if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof Integer number) {
            statement.setInt(index, number);
        } else if (value instanceof Instant time) {
            statement.setObject(index, utc(time));
        } else if (value instanceof BigDecimal decimal) {
            statement.setBigDecimal(index, decimal);
        } else if (value instanceof Boolean flag) {
            statement.setBoolean(index, flag);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else {
            throw new IllegalArgumentException("no kind of parameter: " + value.getClass());
        }
    }

    /** A time as it is kept, to the microsecond. */
    public static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    /** The nanoseconds of a time above its microsecond: 0 to 999. */
    public static int nanos(Instant time) {
        return time.get(ChronoField.NANO_OF_SECOND) % 1_000;
    }
}
