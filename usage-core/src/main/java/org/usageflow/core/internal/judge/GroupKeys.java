package org.usageflow.core.internal.judge;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.usageflow.core.internal.spill.Bytes;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.Item;
import org.usageflow.model.Subscription;
import org.usageflow.model.UsageWindow;
import org.usageflow.schema.KeyPart;

/**
 * The keys of groups: eight bytes for each part, in a fixed order, and which of them can be relied on.
 *
 * <p>Times are exact; texts are hashed to 64 bits. Not thread-safe.
 */
final class GroupKeys {

    /** Bytes of a key. */
    static final int SIZE = 8 * KeyPart.values().length;

    private static final KeyPart[] PARTS = KeyPart.values();

    private final Layout layout;
    private final Set<KeyPart> used;
    private final long[] values = new long[PARTS.length];
    private int known;
    private final int all;

    GroupKeys(Layout layout, Set<KeyPart> used) {
        this.layout = layout;
        this.used = used.isEmpty() ? Set.of() : EnumSet.copyOf(used);
        int bits = 0;
        for (KeyPart part : used) {
            bits |= bit(part);
        }
        this.all = bits;
    }

    @SuppressWarnings("EnumOrdinal") // a bit for the time of a judgement, never stored
    static int bit(KeyPart part) {
        return 1 << part.ordinal();
    }

    /** Works out the key of a row. */
    void of(RowState row) {
        known = 0;
        for (int i = 0; i < PARTS.length; i++) {
            values[i] = 0;
            KeyPart part = PARTS[i];
            if (used.contains(part) && (row.doubts & bit(part)) == 0 && isKnown(part, row)) {
                known |= bit(part);
                values[i] = value(part, row);
            }
        }
    }

    /** Whether every part can be relied on. */
    boolean isComplete() {
        return known == all;
    }

    /** The bits of the parts that can be relied on. */
    int known() {
        return known;
    }

    /** Writes the key; parts that cannot be relied on are zero. */
    void write(Bytes out) {
        for (long value : values) {
            out.putLong(value);
        }
    }

    /** Writes a key's parts that a mask names, zero for the others. */
    static void writeMasked(Bytes out, Bytes key, int mask) {
        for (int i = 0; i < PARTS.length; i++) {
            for (int b = 0; b < 8; b++) {
                out.put((mask & (1 << i)) == 0 ? 0 : key.array()[i * 8 + b]);
            }
        }
    }

    private boolean isKnown(KeyPart part, RowState row) {
        return switch (part) {
            case ITEM -> row.itemType() != null && !row.isInError(layout.itemValue);
            case SUBSCRIPTION -> row.subscription != null && !row.isInError(layout.assetValue);
            case START -> row.isValid(layout.start);
            case END -> row.isValid(layout.end);
            case CATEGORY -> !row.isInError(layout.category);
            case PARAMETERS -> parametersKnown(row);
        };
    }

    private boolean parametersKnown(RowState row) {
        for (int slot = layout.firstParameter; slot < layout.size(); slot++) {
            if (row.isInError(slot)) {
                return false;
            }
        }
        return true;
    }

    private long value(KeyPart part, RowState row) {
        return switch (part) {
            case ITEM -> itemValue(row);
            case SUBSCRIPTION -> subscriptionValue(row);
            case START -> time(row.timeAt(layout.start));
            case END -> endValue(row);
            case CATEGORY -> text(row.textAt(layout.category));
            case PARAMETERS -> parametersValue(row);
        };
    }

    private static long itemValue(RowState row) {
        Item item = row.item;
        DynamicItem dynamic = row.dynamicItem;
        if (item != null) {
            return text(item.id().value());
        }
        return dynamic == null ? 0 : mix(text(dynamic.mpn()), 1);
    }

    private static long subscriptionValue(RowState row) {
        Subscription subscription = row.subscription;
        return subscription == null ? 0 : text(subscription.id().value());
    }

    /** Known without a window too, where the start is in error. */
    private long endValue(RowState row) {
        Instant end = row.timeAt(layout.end);
        return end == null ? 0 : time(new UsageWindow(end, end).endExclusive());
    }

    private static long time(@org.jspecify.annotations.Nullable Instant time) {
        // Exact for every year that is read.
        return time == null ? 0 : time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }

    private long parametersValue(RowState row) {
        long hash = 0;
        for (int slot = layout.firstParameter; slot < layout.size(); slot++) {
            String value = row.textAt(slot);
            if (value != null) {
                hash += mix(text(value), text(layout.names[slot]));
            }
        }
        return hash;
    }

    private static long text(@org.jspecify.annotations.Nullable String text) {
        if (text == null) {
            return 0;
        }
        long hash = 0x9E37_79B9_7F4A_7C15L ^ text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0xFF51_AFD7_ED55_8CCDL;
            hash ^= hash >>> 32;
        }
        return hash == 0 ? 1 : hash;
    }

    private static long mix(long left, long right) {
        long hash = (left ^ Long.rotateLeft(right, 31)) * 0xC4CE_B9FE_1A85_EC53L;
        return hash ^ (hash >>> 29);
    }
}
