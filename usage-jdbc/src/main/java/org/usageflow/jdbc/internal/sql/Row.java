package org.usageflow.jdbc.internal.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of an answer, whose columns are read one after the other. Used by one thread. */
public final class Row {

    private final ResultSet columns;
    private int last;

    Row(ResultSet columns) {
        this.columns = columns;
    }

    void begin() {
        last = 0;
    }

    /** Passes over columns. */
    public void skip(int count) {
        last += count;
    }

    public @Nullable String textOrNull() throws SQLException {
        return columns.getString(++last);
    }

    public String text() throws SQLException {
        return Objects.requireNonNull(textOrNull(), "a text that is kept");
    }

    public long number() throws SQLException {
        return columns.getLong(++last);
    }

    public @Nullable Long numberOrNull() throws SQLException {
        long value = columns.getLong(++last);
        return columns.wasNull() ? null : value;
    }

    public int integer() throws SQLException {
        return columns.getInt(++last);
    }

    public @Nullable Integer integerOrNull() throws SQLException {
        int value = columns.getInt(++last);
        return columns.wasNull() ? null : value;
    }

    public boolean flag() throws SQLException {
        return columns.getBoolean(++last);
    }

    public @Nullable BigDecimal decimalOrNull() throws SQLException {
        return columns.getBigDecimal(++last);
    }

    public byte[] bytes() throws SQLException {
        return Objects.requireNonNull(columns.getBytes(++last), "bytes that are kept");
    }

    public Instant time() throws SQLException {
        return Objects.requireNonNull(timeOrNull(), "a time that is kept");
    }

    /** A time to the microsecond. */
    public @Nullable Instant timeOrNull() throws SQLException {
        LocalDateTime utc = columns.getObject(++last, LocalDateTime.class);
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    /** A time to the nanosecond, in two columns: to the microsecond, and the nanoseconds above it. */
    public @Nullable Instant exactTimeOrNull() throws SQLException {
        Instant micros = timeOrNull();
        int nanos = integer();
        return micros == null ? null : micros.plusNanos(nanos);
    }

    public Instant exactTime() throws SQLException {
        return Objects.requireNonNull(exactTimeOrNull(), "a time that is kept");
    }
}
