package org.usageflow.core;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.ContentSample;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.format.WriteOptions;

/** A format that remembers what was written. */
final class RecordingFormat implements UsageFormat {

    private final FormatId id;
    private final boolean severalTables;
    final List<Written> tables = new ArrayList<>();
    int opened;
    int finished;
    int closed;

    @Nullable
    IOException failure;

    record Written(String name, List<OutputColumn> columns, List<List<String>> rows) {

        List<String> headers() {
            return columns.stream().map(OutputColumn::name).toList();
        }

        List<String> emphasised() {
            return columns.stream()
                    .filter(OutputColumn::emphasised)
                    .map(OutputColumn::name)
                    .toList();
        }
    }

    RecordingFormat(FormatId id, boolean severalTables) {
        this.id = id;
        this.severalTables = severalTables;
    }

    Written table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public FormatId id() {
        return id;
    }

    @Override
    public boolean recognises(ContentSample sample) {
        return false;
    }

    @Override
    public void read(UploadSource source, ReadOptions options, RowSink sink) {
        throw new UnsupportedOperationException("only written");
    }

    @Override
    public boolean holdsSeveralTables() {
        return severalTables;
    }

    @Override
    public RowWriter write(OutputStream target, WriteOptions options) {
        opened++;
        return new RowWriter() {
            @Override
            public void table(OutputTable table) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                tables.add(new Written(table.name(), table.columns(), new ArrayList<>()));
            }

            @Override
            public void row(SourceRow row) {
                var cells = new ArrayList<String>();
                for (int column = 0; column < row.width(); column++) {
                    cells.add((row.kind(column) == CellKind.NUMBER ? "#" : "") + row.text(column));
                }
                tables.get(tables.size() - 1).rows().add(cells);
            }

            @Override
            public void finish() {
                finished++;
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }
}
