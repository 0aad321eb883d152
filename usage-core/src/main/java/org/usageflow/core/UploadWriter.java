package org.usageflow.core;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.usageflow.model.ReportedRecord;
import org.usageflow.schema.Column;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.ColumnUse;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.TableName;

/**
 * Writes an upload, record by record: what is read back equals what was written.
 *
 * <p>Made by {@link UploadService#open}. Write, {@link #finish}, close. Memory is that of a record. Not thread-safe.
 *
 * <p>Source: rules §3.6, §9.
 */
public final class UploadWriter implements Closeable {

    private final RowWriter out;
    private final RecordColumns columns;
    private final SourceRow row = new SourceRow();
    private long written;

    UploadWriter(RowWriter out, List<Column> standard, List<String> parameters) throws IOException {
        if (parameters.size() > ReportedRecord.MAX_PARAMETERS) {
            throw new IllegalArgumentException(
                    "at most " + ReportedRecord.MAX_PARAMETERS + " parameters: " + parameters.size());
        }
        this.out = out;
        var outputs = new ArrayList<OutputColumn>();
        Set<String> names = new LinkedHashSet<>();
        for (Column column : standard) {
            add(outputs, names, output(column));
        }
        for (String parameter : parameters) {
            if (parameter.isEmpty() || !ColumnSet.fold(parameter).equals(parameter)) {
                throw new IllegalArgumentException(
                        "a parameter's name is trimmed and in lower case: '" + parameter + "'");
            }
            add(outputs, names, OutputColumn.text(Columns.PARAMETER_PREFIX + parameter));
        }
        columns = new RecordColumns(List.copyOf(names));
        out.table(new OutputTable(TableName.RECORDS.code(), outputs));
    }

    private static void add(List<OutputColumn> outputs, Set<String> names, OutputColumn column) {
        if (!names.add(column.name())) {
            throw new IllegalArgumentException("the column '" + column.name() + "' is there twice");
        }
        outputs.add(column);
    }

    /** A column as it is written: bold where it is required. */
    static OutputColumn output(Column column) {
        boolean required = column.use() == ColumnUse.REQUIRED || column.use() == ColumnUse.EXPECTED;
        return new OutputColumn(
                column.name(),
                column.type().isText(),
                required,
                Math.max(column.name().length() + 2, 16),
                column.accepted());
    }

    /**
     * Writes a record.
     *
     * @throws IllegalArgumentException if it has a value for which the product's schema, or the parameters given, have no column
     * @throws IOException if the target cannot be written
     */
    public void write(ReportedRecord reported) throws IOException {
        row.begin(written + 2, written);
        columns.fill(row, reported);
        out.row(row);
        written++;
    }

    /** How many records were written. */
    public long written() {
        return written;
    }

    /**
     * Completes the file.
     *
     * @throws IOException if the target cannot be written
     */
    public void finish() throws IOException {
        out.finish();
    }

    /** Frees what the writer holds; the file is whole only after {@link #finish}. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
