package org.usageflow.verification.processed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.ColumnSet;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.Locator;
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
import org.usageflow.verification.flow.RandomUpload.Spot;
import org.usageflow.verification.flow.RandomUpload.Value;

/** What a vendor does to a file: changes some cells of the records, and saves it. */
final class Editing implements RowSink {

    private final RowWriter out;
    private final Map<Spot, Value> changes;
    private final Map<Integer, String> names = new HashMap<>();
    private final SourceRow edited = new SourceRow();
    private boolean records;
    private Locator locator = (number, position, column, name) -> Place.FILE;

    private Editing(RowWriter out, Map<Spot, Value> changes) {
        this.out = out;
        this.changes = changes;
    }

    static byte[] edit(UsageFormat format, byte[] content, Map<Spot, Value> changes) {
        var target = new ByteArrayOutputStream();
        try (RowWriter writer = format.write(target, WriteOptions.DEFAULTS);
                UploadSource source = Loop.store(content)) {
            format.read(
                    source,
                    ReadOptions.DEFAULTS.withTables(TableName.RECORDS, TableName.CATEGORIES),
                    new Editing(writer, changes));
            writer.finish();
            return target.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean table(SourceTable table) {
        records = table.name() == TableName.RECORDS;
        locator = table.locator();
        names.clear();
        for (int column = 0; column < table.headers().size(); column++) {
            String name = ColumnSet.fold(table.headers().get(column));
            names.put(column, name.equals("usage_record_id") ? "record_id" : name);
        }
        List<OutputColumn> columns =
                table.headers().stream().map(OutputColumn::plain).toList();
        try {
            out.table(OutputTable.copyOf(table, columns));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    @Override
    public boolean row(SourceRow row) {
        edited.begin(row.number(), row.position());
        for (int column = 0; column < names.size(); column++) {
            Value value = records ? changes.get(spot(row, column)) : null;
            if (value != null) {
                edited.cell(column, value.number() ? CellKind.NUMBER : CellKind.TEXT, value.text());
            } else if (row.kind(column) != CellKind.BLANK) {
                edited.cell(column, row.kind(column), row.text(column));
            }
        }
        try {
            out.row(edited);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    private Spot spot(SourceRow row, int column) {
        return Spot.of(locator.locate(row.number(), row.position(), column, names.get(column)));
    }

    @Override
    public void fault(ProblemCode code, Place place, String value, Map<String, String> arguments) {
        throw new AssertionError("the processed file cannot be read: " + code + arguments);
    }
}
