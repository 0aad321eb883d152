package org.usageflow.core.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.UsageRecord;
import org.usageflow.query.RecordSort;
import org.usageflow.query.TextOrder;

/**
 * The orders of a table's records, each made when it is first asked for: four bytes a record. Tables that differ in nothing that orders share them.
 *
 * <p>Thread-safe; two threads may make the same order at a time, and one of the two is kept.
 */
final class RecordOrders {

    private static final Comparator<UsageRecord> BY_ID = Comparator.comparing(UsageRecord::id);
    private static final Comparator<UsageRecord> BY_KEY =
            Comparator.comparing(RecordOrders::key, Comparator.nullsFirst(TextOrder.BY_CODE_POINTS));
    private static final Comparator<UsageRecord> BY_START =
            Comparator.comparing(RecordOrders::start, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

    private volatile int @Nullable [] byId;
    private volatile int @Nullable [] byKey;
    private volatile int @Nullable [] byStart;

    private static @Nullable String key(UsageRecord record) {
        return record.key() == null ? null : record.key().value();
    }

    private static @Nullable Instant start(UsageRecord record) {
        return record.reported() == null ? null : record.reported().window().start();
    }

    /** Whether a change of a record leaves all orders as they are. */
    static boolean isSame(UsageRecord before, UsageRecord after) {
        return before.id().equals(after.id())
                && before.position() == after.position()
                && Objects.equals(before.key(), after.key())
                && Objects.equals(start(before), start(after));
    }

    RecordOrder of(RecordSort sort, RecordTable table) {
        return switch (sort) {
            case POSITION -> RecordOrder.of(table, new int[0]);
            case KEY -> byKey(table);
            case START -> byStart(table);
        };
    }

    RecordOrder byId(RecordTable table) {
        int[] known = byId;
        if (known == null) {
            known = RecordOrder.sorted(table, BY_ID);
            byId = known;
        }
        return RecordOrder.of(table, known);
    }

    RecordOrder byKey(RecordTable table) {
        int[] known = byKey;
        if (known == null) {
            known = RecordOrder.sorted(table, BY_KEY);
            byKey = known;
        }
        return RecordOrder.of(table, known);
    }

    private RecordOrder byStart(RecordTable table) {
        int[] known = byStart;
        if (known == null) {
            known = RecordOrder.sorted(table, BY_START);
            byStart = known;
        }
        return RecordOrder.of(table, known);
    }
}
