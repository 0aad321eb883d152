package org.usageflow.jdbc.internal.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.jdbc.internal.sql.RowTarget;

/**
 * Values that records of one file refer to by numbers from 1 on, each kept once or more often. Some thousands are remembered, in both directions. Used by one thread, in one transaction.
 *
 * @param <V> which values
 */
final class RecordPool<V> {

    private static final int REMEMBERED = 10_000;

    /** What one kind of values differs in from another. */
    interface Kind<V> {

        /** The token of the table. */
        String table();

        /** The name of the column of the numbers. */
        String number();

        /** The names of the columns behind vendor, file and number; the last one is {@link #text}. */
        List<String> columns();

        /** The name of the column that has the whole value. */
        String text();

        /** Writes {@link #columns}. */
        void encode(V value, RowTarget target) throws SQLException;

        V read(String text);
    }

    /**
     * A value that has just been numbered, and is not written yet.
     *
     * @param <V> of which kind
     */
    record Fresh<V>(int number, V value) {}

    private final JdbcSession session;
    private final Kind<V> kind;
    private final String vendor;
    private final long file;
    private final Map<V, Integer> numbers = new HashMap<>();
    private final Map<Integer, V> values = new HashMap<>();
    private final List<Fresh<V>> fresh = new ArrayList<>();
    private int last = -1;
    private @Nullable V lastValue;
    private int lastNumber;

    RecordPool(JdbcSession session, Kind<V> kind, String vendor, long file) {
        this.session = session;
        this.kind = kind;
        this.vendor = vendor;
        this.file = file;
    }

    /** The number of a value; a new one where none is remembered. */
    int numberOf(V value) {
        // Most records have the same one as the record before, and comparing is cheaper than hashing
        if (value.equals(lastValue)) {
            return lastNumber;
        }
        Integer known = numbers.get(value);
        int number = known == null ? added(value) : known;
        lastValue = value;
        lastNumber = number;
        return number;
    }

    private int added(V value) {
        if (last < 0) {
            last = highest();
        }
        int number = ++last;
        fresh.add(new Fresh<>(number, value));
        remember(number, value);
        return number;
    }

    private int highest() {
        return session.sql()
                .first(
                        "select " + kind.number() + " from {" + kind.table()
                                + "} where vendor = ? and file_no = ? order by vendor desc, file_no desc, "
                                + kind.number() + " desc limit 1",
                        Row::integer,
                        vendor,
                        file)
                .orElse(0);
    }

    private void remember(int number, V value) {
        if (values.size() >= REMEMBERED) {
            forget();
        }
        values.put(number, value);
        numbers.put(value, number);
    }

    /** Writes what was numbered since the last time. Gives it. */
    List<Fresh<V>> flush() {
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<Fresh<V>> written = List.copyOf(fresh);
        fresh.clear();
        var columns = new ArrayList<>(List.of("vendor", "file_no", kind.number()));
        columns.addAll(kind.columns());
        session.dialect().bulk().insert(session.sql(), kind.table(), columns, written, (row, target) -> {
            target.text(vendor);
            target.bigint(file);
            target.integer(row.number());
            kind.encode(row.value(), target);
        });
        return written;
    }

    /** Remembers the values of these numbers at least until more are asked for; of records that are kept, so that each of them is there. */
    void load(Set<Integer> wanted) {
        if (values.size() + wanted.size() > REMEMBERED) {
            forget();
        }
        List<Integer> missing =
                wanted.stream().filter(each -> !values.containsKey(each)).toList();
        if (missing.isEmpty()) {
            return;
        }
        int first = Collections.min(missing);
        int end = Collections.max(missing);
        // Numbers are given in the order of the records, so that those of a page mostly lie close together
        if (end - first < 2 * missing.size()) {
            read(Clause.of("between ? and ?", first, end));
        } else {
            for (List<Integer> some : RecordLists.of(missing, session.dialect().listed())) {
                read(RecordLists.in("", "?", some));
            }
        }
    }

    private void read(Clause which) {
        Clause question = Clause.of("select " + kind.number() + ", " + kind.text() + " from {" + kind.table() + "}")
                .add("where vendor = ? and file_no = ? and " + kind.number(), vendor, file)
                .add(which);
        session.sql().list(question.text(), this::readOne, question.parameters());
    }

    private int readOne(Row row) throws SQLException {
        int number = row.integer();
        V value = kind.read(row.text());
        values.put(number, value);
        numbers.put(value, number);
        return number;
    }

    /** Whether the value of a number is remembered. */
    boolean knows(int number) {
        return values.containsKey(number);
    }

    /** The value of a number that was loaded. */
    V value(int number) {
        return Objects.requireNonNull(values.get(number), "what a record refers to");
    }

    private void forget() {
        values.clear();
        numbers.clear();
        lastValue = null;
    }
}
