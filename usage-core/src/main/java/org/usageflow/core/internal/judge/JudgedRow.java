package org.usageflow.core.internal.judge;

import org.jspecify.annotations.Nullable;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.Item;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.Subscription;

/**
 * A row that is judged, in error or not: a view, reused for the next row. Copy what you keep; what it gives is immutable.
 *
 * <p>Of a row in error there is what could be read and found all the same. Not thread-safe.
 */
public final class JudgedRow {

    private final Layout layout;
    private @Nullable RowState row;
    private @Nullable ReportedRecord reported;

    JudgedRow(Layout layout) {
        this.layout = layout;
    }

    JudgedRow of(RowState judged) {
        row = judged;
        reported = null;
        return this;
    }

    private RowState row() {
        RowState judged = row;
        if (judged == null) {
            throw new IllegalStateException("no row yet");
        }
        return judged;
    }

    /** Its place among the table's rows, from 0; see {@link org.usageflow.spi.format.SourceRow#position()}. */
    public long position() {
        return row().position;
    }

    /** What a person calls the row; see {@link org.usageflow.spi.format.SourceRow#number()}. */
    public long number() {
        return row().number;
    }

    /** Whether it has an error, as far as rows are judged one by one. */
    public boolean inError() {
        return row().inError;
    }

    /** The vendor's id; null where it cannot be read. */
    public @Nullable RecordKey key() {
        String id = row().id;
        return id == null ? null : new RecordKey(id);
    }

    /** What the vendor reports; null for a row in error. Made when it is asked for. */
    public @Nullable ReportedRecord reported() {
        RowState judged = row();
        if (reported == null && !judged.inError) {
            reported = RecordMaker.record(layout, judged);
        }
        return reported;
    }

    /** The item; null where it was not found, may not be reported, or is described by the row. */
    public @Nullable Item item() {
        return row().item;
    }

    /** The item that the row describes; null for none. */
    public @Nullable DynamicItem dynamicItem() {
        return row().dynamicItem;
    }

    /** The subscription; null where not exactly one was found. */
    public @Nullable Subscription subscription() {
        return row().subscription;
    }
}
