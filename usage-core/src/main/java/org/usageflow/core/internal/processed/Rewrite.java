package org.usageflow.core.internal.processed;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.RefusedException;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.DateSystem;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.TableName;

/** Takes an upload as it is read, and writes it. */
final class Rewrite implements RowSink {

    private final ProcessedFile.Source source;
    private final GeneralSheet general;
    private final RowWriter out;
    private final Cursors cursors;
    private final FileFindings ofFile;
    private final Summary summary;
    private final int used;
    private final CellMarker marker = new CellMarker();
    private @Nullable TableCopy copy;
    private @Nullable RecordsLayout layout;
    private List<String> headers = List.of();
    private @Nullable IOException failure;

    Rewrite(
            ProcessedFile.Source source,
            GeneralSheet general,
            RowWriter out,
            Cursors cursors,
            FileFindings ofFile,
            Summary summary,
            int used) {
        this.source = source;
        this.general = general;
        this.out = out;
        this.cursors = cursors;
        this.ofFile = ofFile;
        this.summary = summary;
        this.used = used;
    }

    private boolean isWorkbook() {
        return source.format().holdsSeveralTables();
    }

    /** Writes what comes before the upload. */
    void begin() throws IOException {
        if (!isWorkbook()) {
            return;
        }
        out.table(new OutputTable(
                TableName.GENERAL.code(),
                List.of(
                        new OutputColumn("attribute_id", true, true, 32, List.of()),
                        new OutputColumn("attribute_value", true, true, 60, List.of()))));
        var row = new SourceRow();
        long position = 0;
        for (String attribute : GeneralSheet.ATTRIBUTES) {
            String value = general.valueOf(attribute);
            if (value != null) {
                row.begin(position + 2, position).cell(0, CellKind.TEXT, attribute);
                position++;
                if (!value.isEmpty()) {
                    row.cell(1, CellKind.TEXT, Texts.line(value, ErrorsText.LONGEST));
                }
                out.row(row);
            }
        }
    }

    @Override
    public boolean table(SourceTable table) {
        copy = null;
        try {
            switch (table.name()) {
                case GENERAL -> {
                    return false;
                }
                case CATEGORIES -> categories(table);
                case RECORDS -> records(table);
            }
        } catch (IOException e) {
            failure = e;
            return false;
        }
        return copy != null;
    }

    private void categories(SourceTable table) throws IOException {
        // A tab without a header defines nothing, one with a header would define that there are none
        if (isWorkbook() && !table.headers().isEmpty()) {
            var categories = new CategoriesCopy(table, out, cursors, marker);
            categories.begin(table, ofFile.header(table));
            copy = categories;
        }
    }

    private void records(SourceTable table) throws IOException {
        int most = source.options().limits().columns();
        var columns = new RecordsLayout(table, source.columns(), used, most, source.closed());
        var records = new RecordsCopy(columns, out, cursors, marker, summary);
        records.begin(table, ofFile.header(table));
        layout = columns;
        headers = table.headers();
        copy = records;
    }

    @Override
    public boolean row(SourceRow row) {
        TableCopy table = copy;
        if (table == null || failure != null) {
            return false;
        }
        try {
            table.row(row);
            return true;
        } catch (IOException e) {
            // A sink has no way to say so; the reader stops
            failure = e;
            return false;
        }
    }

    @Override
    public void fault(ProblemCode code, Place place, @Nullable String value, Map<String, String> arguments) {
        throw new RefusedException(
                ProcessedFile.UNAVAILABLE, "there is no processed file of this upload, which cannot be read: " + code);
    }

    /** Writes what comes after the upload. */
    void finish() throws IOException {
        IOException failed = failure;
        if (failed != null) {
            throw failed;
        }
        if (layout == null) {
            records(SourceTable.of(TableName.RECORDS, List.of(), 1, Rewrite::nowhere, DateSystem.EXCEL_1900, false));
        }
        RecordsLayout columns = layout;
        if (columns == null) {
            throw new IllegalStateException("records were just begun");
        }
        if (isWorkbook()) {
            summary.write(out);
            new Instructions(out).write(ofFile.told(), headers, columns.outcomes(), source.columns());
        }
        out.finish();
    }

    private static Place nowhere(long number, long position, int column, @Nullable String canonical) {
        return Place.FILE;
    }
}
