package org.usageflow.jdbc.internal.store;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.sql.RowTarget;
import org.usageflow.jdbc.internal.sql.Sql;

/** Takes the columns of one row as the parameters of a statement. Used by one thread. */
final class RecordValues implements RowTarget {

    private final List<@Nullable Object> values = new ArrayList<>();

    /** What a change of the record may change, and behind it these parameters. */
    static @Nullable Object[] of(RecordEncoder.Numbered record, Object... behind) {
        var target = new RecordValues();
        try {
            RecordEncoder.encodeContent(record, target);
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
        target.values.addAll(Arrays.asList(behind));
        return target.values.toArray();
    }

    @Override
    public void none() {
        values.add(null);
    }

    @Override
    public void text(@Nullable String value) {
        values.add(value);
    }

    @Override
    public void smallint(int value) {
        values.add(value);
    }

    @Override
    public void integer(int value) {
        values.add(value);
    }

    @Override
    public void bigint(long value) {
        values.add(value);
    }

    @Override
    public void decimal(@Nullable BigDecimal value) {
        values.add(value);
    }

    @Override
    public void time(@Nullable Instant value) {
        values.add(value);
    }
}
