package org.usageflow.core.internal.processed;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.processed.RecordsLayout.Copying;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.store.ProblemKey;

/** Writes the records of an upload with what came of them, row by row. */
final class RecordsCopy implements TableCopy {

    private final RecordsLayout layout;
    private final RowWriter out;
    private final Cursors cursors;
    private final CellMarker marker;
    private final Summary summary;
    private final SourceRow row = new SourceRow();

    RecordsCopy(RecordsLayout layout, RowWriter out, Cursors cursors, CellMarker marker, Summary summary) {
        this.layout = layout;
        this.out = out;
        this.cursors = cursors;
        this.marker = marker;
        this.summary = summary;
    }

    /** Begins the table. */
    void begin(SourceTable table, List<Finding> header) throws IOException {
        out.table(OutputTable.copyOf(table, layout.outputs), marker.mark(header, this::column));
    }

    private int column(Finding finding) {
        int column = finding.key().column();
        return column < 0 ? -1 : layout.target(column);
    }

    @Override
    public void row(SourceRow source) throws IOException {
        RowOutcome outcome = cursors.outcome(source.position());
        List<Finding> findings = cursors.findings(ProblemKey.RECORDS, source.position());
        String errors = ErrorsText.of(findings);
        row.begin(source.number(), source.position());
        for (int column = 0; column < source.width(); column++) {
            cell(source, column, outcome, errors);
        }
        for (int column = source.width(); column < layout.width; column++) {
            owned(column, outcome, errors);
        }
        for (int i = 0; i < layout.added.size(); i++) {
            set(layout.addedFrom + i, layout.added.get(i), outcome, errors);
        }
        out.row(row, marker.mark(findings, this::column));
        if (outcome != null) {
            summary.add(outcome);
        }
    }

    private void cell(SourceRow source, int column, @Nullable RowOutcome outcome, String errors) {
        int target = layout.target(column);
        if (target < 0) {
            return;
        }
        boolean owned = column < layout.width && !layout.owned[column].isEmpty();
        if (owned && !(layout.mayDescribe(layout.owned[column]) && isDescribed(outcome))) {
            owned(column, outcome, errors);
        } else if (source.kind(column) != CellKind.BLANK) {
            copy(source, column, target);
        }
    }

    /** Whether the row may describe its item in its own words. */
    private static boolean isDescribed(@Nullable RowOutcome outcome) {
        return outcome == null || outcome.item() == null || outcome.item().id() == null;
    }

    private void owned(int column, @Nullable RowOutcome outcome, String errors) {
        if (!layout.owned[column].isEmpty()) {
            set(column, layout.owned[column], outcome, errors);
        }
    }

    private void set(int column, String name, @Nullable RowOutcome outcome, String errors) {
        String value = outcome == null ? null : AddedCells.value(name, outcome, errors);
        if (value != null && !value.isEmpty()) {
            row.cell(column, CellKind.TEXT, value);
        }
    }

    private void copy(SourceRow source, int column, int target) {
        Copying copying = column < layout.width ? layout.copyings[column] : Copying.EXACT;
        char[] characters = source.characters();
        int from = source.start(column);
        int length = source.length(column);
        CellKind kind = source.kind(column);
        if (copying == Copying.UNKNOWN && Guards.isNumber(characters, from, length)) {
            kind = CellKind.NUMBER;
        } else if (copying != Copying.EXACT && Guards.isGuarded(characters, from, length)) {
            // The writer puts it back
            from++;
            length--;
        }
        row.cell(target, kind, characters, from, length);
    }
}
