package org.usageflow.jdbc.internal.store;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A change of many records of one file, all in the transaction at work: as one statement, or where the database does that more quickly, as one for each 10,000 positions.
 *
 * <p>PostgreSQL does not: it gains nothing by ranges, and as long as it has no statistics it may look for each of them among all records of the file.
 */
final class RecordRanges {

    private static final long WIDTH = 10_000;

    private final JdbcSession session;
    private final String vendor;
    private final long file;

    RecordRanges(JdbcSession session, String vendor, long file) {
        this.session = session;
        this.vendor = vendor;
        this.file = file;
    }

    /**
     * Does the change.
     *
     * @param begin the statement up to {@code where}, in which {@code r} is a record
     * @param condition which of the file's records, from {@code and} on
     * @return how many were changed
     */
    long change(Clause begin, Clause condition) {
        Clause statement = Clause.of("")
                .add(begin)
                .add("where r.vendor = ? and r.file_no = ?", vendor, file)
                .add(condition);
        if (!session.dialect().changesByRanges()) {
            return session.sql().update(statement.text(), statement.parameters());
        }
        return changeRanges(statement.add("and r.position >= ? and r.position < ?"));
    }

    private long changeRanges(Clause statement) {
        String text = statement.text();
        @Nullable Object[] fixed = statement.parameters();
        long changed = 0;
        // From one record that is there to the next, so that gaps cost nothing
        for (OptionalLong from = next(Long.MIN_VALUE); from.isPresent(); from = next(from.getAsLong() + WIDTH)) {
            @Nullable Object[] parameters = new @Nullable Object[fixed.length + 2];
            System.arraycopy(fixed, 0, parameters, 0, fixed.length);
            parameters[fixed.length] = from.getAsLong();
            parameters[fixed.length + 1] = from.getAsLong() + WIDTH;
            changed += session.sql().update(text, parameters);
        }
        return changed;
    }

    private OptionalLong next(long position) {
        return session.sql()
                .first(
                        "select position from {record} where vendor = ? and file_no = ? and position >= ? order by vendor, file_no, position limit 1",
                        row -> OptionalLong.of(row.number()),
                        vendor,
                        file,
                        position)
                .orElse(OptionalLong.empty());
    }
}
