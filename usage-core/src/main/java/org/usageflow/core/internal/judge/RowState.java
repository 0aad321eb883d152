package org.usageflow.core.internal.judge;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.Item;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.ItemType;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.model.UsageWindow;
import org.usageflow.problem.Problem;
import org.usageflow.schema.RecordView;
import org.usageflow.spi.format.SourceRow;

/**
 * A row on its way through a batch: its raw characters, its values by slot, and what they were found to be. Reused for another row once the batch is through.
 */
final class RowState implements RecordView {

    /** Above this, the characters are given back after the batch. */
    private static final int KEPT_CHARS = 8 << 10;

    static final byte BLANK = 0;
    static final byte VALID = 1;
    static final byte ERROR = 2;

    private final Layout layout;
    private final byte[] states;
    private final @Nullable Object[] values;
    private char[] raw = new char[256];
    private int[] starts = new int[32];
    private int[] lengths = new int[32];
    private int width;

    long number;
    long position;
    boolean inError;

    /** The vendor's id as it was read, kept though it be found in error afterwards. */
    @Nullable
    String id;

    /** Bits of {@link org.usageflow.schema.KeyPart}s that cannot be relied on though their cells are not in error themselves. */
    int doubts;

    @Nullable
    ItemSearch itemSearch;

    @Nullable
    SubscriptionSearch subscriptionSearch;

    @Nullable
    Item item;

    @Nullable
    DynamicItem dynamicItem;

    @Nullable
    Subscription subscription;

    @Nullable
    UsageWindow window;

    RowState(Layout layout) {
        this.layout = layout;
        this.states = new byte[layout.size()];
        this.values = new @Nullable Object[layout.size()];
    }

    /** Takes a row's place and raw characters, and forgets the former row. */
    void begin(SourceRow row) {
        number = row.number();
        position = row.position();
        inError = false;
        id = null;
        doubts = 0;
        itemSearch = null;
        subscriptionSearch = null;
        item = null;
        dynamicItem = null;
        subscription = null;
        window = null;
        Arrays.fill(states, BLANK);
        Arrays.fill(values, null);
        copyRaw(row);
    }

    private void copyRaw(SourceRow row) {
        width = row.width();
        if (raw.length < row.size() || (raw.length > KEPT_CHARS && row.size() <= KEPT_CHARS)) {
            raw = new char[Math.max(row.size() + (row.size() >> 2), 256)];
        }
        if (starts.length < width) {
            starts = new int[width];
            lengths = new int[width];
        }
        System.arraycopy(row.characters(), 0, raw, 0, row.size());
        for (int column = 0; column < width; column++) {
            starts[column] = row.start(column);
            lengths[column] = row.length(column);
        }
    }

    /** The raw text of a source column, without the apostrophe that guards it in CSV; null where the row has none. */
    @Nullable
    String rawText(int column) {
        if (column < 0 || column >= width) {
            return null;
        }
        int guard = guardOf(column);
        return new String(raw, starts[column] + guard, lengths[column] - guard);
    }

    private int guardOf(int column) {
        boolean guarded = layout.isGuardable(column) && CellText.isGuarded(raw, starts[column], lengths[column]);
        return guarded ? 1 : 0;
    }

    /** As much of the raw text as a problem shows, for what is kept of rows until the file is read; null where the row has none. */
    @Nullable
    String rawExcerpt(int column) {
        String text = rawText(column);
        return text == null || text.length() <= Problem.MAX_VALUE ? text : text.substring(0, Problem.MAX_VALUE + 1);
    }

    /** The same, but null where the raw text is what was read of it, as it mostly is. */
    @Nullable
    String rawExcerptUnless(int column, String read) {
        if (column < 0 || column >= width) {
            return null;
        }
        int guard = guardOf(column);
        int length = lengths[column] - guard;
        boolean same = length == read.length();
        for (int i = 0; same && i < length; i++) {
            same = raw[starts[column] + guard + i] == read.charAt(i);
        }
        return same ? null : rawExcerpt(column);
    }

    void set(int slot, Object value) {
        states[slot] = VALID;
        values[slot] = value;
    }

    void fail(int slot) {
        states[slot] = ERROR;
        values[slot] = null;
    }

    boolean isValid(int slot) {
        return slot >= 0 && states[slot] == VALID;
    }

    boolean isBlank(int slot) {
        return slot < 0 || states[slot] == BLANK;
    }

    boolean isInError(int slot) {
        return slot >= 0 && states[slot] == ERROR;
    }

    boolean anyInError(int[] slots) {
        for (int slot : slots) {
            if (states[slot] == ERROR) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    String textAt(int slot) {
        return slot >= 0 && values[slot] instanceof String text ? text : null;
    }

    @Nullable
    BigDecimal decimalAt(int slot) {
        return slot >= 0 && values[slot] instanceof BigDecimal number ? number : null;
    }

    @Nullable
    Instant timeAt(int slot) {
        return slot >= 0 && values[slot] instanceof Instant time ? time : null;
    }

    @Override
    public @Nullable String text(String column) {
        return textAt(layout.slot(column));
    }

    @Override
    public @Nullable BigDecimal decimal(String column) {
        return decimalAt(layout.slot(column));
    }

    @Override
    public @Nullable Instant time(String column) {
        return timeAt(layout.slot(column));
    }

    @Override
    public @Nullable Item item() {
        return item;
    }

    @Override
    public @Nullable ItemType itemType() {
        if (item != null) {
            return item.type();
        }
        return dynamicItem == null ? null : ItemType.PPU;
    }

    @Override
    public @Nullable ItemPrecision itemPrecision() {
        if (item != null) {
            return item.precision();
        }
        return dynamicItem == null ? null : dynamicItem.precision();
    }

    @Override
    public @Nullable Subscription subscription() {
        return subscription;
    }

    @Override
    public @Nullable UsageWindow window() {
        return window;
    }
}
