package org.usageflow.console.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.format.WriteOptions;

/**
 * Copies the records of a file with some cells changed, as a person does in a spreadsheet. Every other cell stays as it is.
 *
 * <p>Not thread-safe.
 */
final class CorrectedCopy implements RowSink {

    private final List<CellChange> changes;
    private final RowWriter out;
    private final SourceRow copy = new SourceRow();
    private List<String> headers = List.of();

    private CorrectedCopy(List<CellChange> changes, RowWriter out) {
        this.changes = changes;
        this.out = out;
    }

    /**
     * Writes the copy.
     *
     * @param format of both files
     * @param target stays open
     * @throws IOException if the original cannot be read, or the copy not written
     */
    static void write(UsageFormat format, Path original, List<CellChange> changes, OutputStream target)
            throws IOException {
        try (RowWriter out = format.write(target, WriteOptions.DEFAULTS);
                UploadSource source = UploadSource.of(original)) {
            format.read(source, ReadOptions.DEFAULTS.withTables(TableName.RECORDS), new CorrectedCopy(changes, out));
            out.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean table(SourceTable table) {
        headers = table.headers();
        List<OutputColumn> columns = headers.stream().map(OutputColumn::plain).toList();
        return written(() -> out.table(OutputTable.copyOf(table, columns)));
    }

    @Override
    public boolean row(SourceRow row) {
        copy.begin(row.number(), row.position());
        for (int column = 0; column < row.width(); column++) {
            if (row.kind(column) != CellKind.BLANK) {
                copy.cell(column, row.kind(column), row.text(column));
            }
        }
        for (CellChange each : changes) {
            if (each.row() == row.position()) {
                copy.cell(column(each.column()), each.kind(), each.value());
            }
        }
        return written(() -> out.row(copy));
    }

    private int column(String header) {
        int column = headers.indexOf(header);
        if (column < 0) {
            throw new UncheckedIOException(new IOException("the file to be corrected has no column " + header));
        }
        return column;
    }

    @Override
    public void fault(ProblemCode code, Place place, @Nullable String value, Map<String, String> arguments) {
        throw new UncheckedIOException(new IOException("the file to be corrected cannot be read: " + code));
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static boolean written(Writing writing) {
        try {
            writing.run();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
