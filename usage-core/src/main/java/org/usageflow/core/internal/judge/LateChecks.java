package org.usageflow.core.internal.judge;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.spill.Bytes;
import org.usageflow.core.internal.spill.ExternalSorter;
import org.usageflow.core.internal.spill.RowSet;
import org.usageflow.model.DynamicItem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.Severity;

/**
 * What can only be judged once all rows are read: ids that are there twice, dynamic items that are described differently, and groups. Keys are sorted on disk where they are many.
 *
 * <p>Source: rules §3.1, §6.1, §6.4.
 */
final class LateChecks implements Closeable {

    private final Layout layout;
    private final RowReporter reporter;
    private final Totals totals;
    private final LongConsumer lateErrors;
    private final GroupCheck groups;
    private final ExternalSorter ids;
    private final ExternalSorter dynamicItems;
    private final Bytes bytes = new Bytes();
    private final RowEntry entry = new RowEntry();
    private final RowSet invalid = new RowSet();
    private long invalidRows;

    LateChecks(
            JudgeContext context,
            Layout layout,
            RowReporter reporter,
            Totals totals,
            LongConsumer lateErrors,
            int memory) {
        this.layout = layout;
        this.reporter = reporter;
        this.totals = totals;
        this.lateErrors = lateErrors;
        this.ids = new ExternalSorter(context.temporary(), memory);
        this.dynamicItems = new ExternalSorter(context.temporary(), memory);
        this.groups = new GroupCheck(context, layout, reporter, totals, this, memory);
    }

    /** Takes a row whose rules are checked. */
    void add(RowState row) {
        boolean grouped = groups.add(row);
        entry.of(row, layout, grouped);
        if (row.inError) {
            invalidate(row.position);
        } else if (!grouped) {
            totals.add(entry);
        }
        String id = row.textAt(layout.recordId);
        if (id != null) {
            entry.write(bytes.clear().putText(id));
            ids.add(bytes.putText(row.rawExcerptUnless(layout.sourceOf[layout.recordId], id)));
        }
        DynamicItem item = row.dynamicItem;
        if (item != null) {
            entry.write(bytes.clear().putText(item.mpn()));
            bytes.putText(item.name())
                    .putText(item.unit())
                    .putText(item.precision().code())
                    .putText(row.rawExcerpt(layout.sourceOf[layout.itemMpn]));
            dynamicItems.add(bytes);
        }
    }

    /** Judges what was taken. */
    void finish() {
        ids.forEach(this::checkId);
        previousKey = null;
        dynamicItems.forEach(this::checkDynamicItem);
        groups.finish();
    }

    /** How many rows are in error, as far as is known. */
    long invalidRows() {
        return invalidRows;
    }

    boolean isInvalid(long position) {
        return invalid.contains(position);
    }

    private boolean invalidate(long position) {
        boolean fresh = invalid.add(position);
        if (fresh) {
            invalidRows++;
        }
        return fresh;
    }

    /** Puts a row in error that was taken; whether it was not before. */
    boolean invalidateLate(long position) {
        boolean fresh = invalidate(position);
        if (fresh) {
            lateErrors.accept(position);
        }
        return fresh;
    }

    /** Puts a row in error that was in the totals so far, unless its group's totals are still to come. */
    private void invalidateLate(RowEntry row) {
        if (invalidateLate(row.position) && !row.grouped) {
            totals.subtract(row);
        }
    }

    private @Nullable String previousKey;
    private @Nullable String previousDescription;
    private long firstNumber;

    private void checkId(Bytes in) {
        String id = in.getText();
        entry.read(in);
        if (id != null && id.equals(previousKey)) {
            String raw = in.getText();
            reporter.late(
                    entry,
                    ProblemCode.RECORD_ID_DUPLICATE,
                    Severity.ERROR,
                    layout.recordId,
                    raw == null ? id : raw,
                    Map.of("first", Long.toString(firstNumber)));
            invalidateLate(entry);
        } else {
            previousKey = id;
            firstNumber = entry.number;
        }
    }

    private void checkDynamicItem(Bytes in) {
        String mpn = in.getText();
        entry.read(in);
        String description = in.getText() + '\0' + in.getText() + '\0' + in.getText();
        if (mpn == null || !mpn.equals(previousKey)) {
            previousKey = mpn;
            previousDescription = description;
            firstNumber = entry.number;
        } else if (!description.equals(previousDescription)) {
            reporter.late(
                    entry,
                    ProblemCode.ITEM_DYNAMIC_CONFLICT,
                    Severity.ERROR,
                    layout.itemMpn,
                    in.getText(),
                    Map.of("first", Long.toString(firstNumber)));
            invalidateLate(entry);
        }
    }

    @Override
    public void close() throws IOException {
        try (ids;
                dynamicItems;
                groups) {
            bytes.clear();
        }
    }
}
