package org.usageflow.core;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.usageflow.model.PartFile;
import org.usageflow.model.Product;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.ReportingSchema;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.format.WriteOptions;

/**
 * Writes the content of part files. Goes over the records twice, page by page, each in a transaction of its own: once to see which columns they need, once to write them. Memory is that of a page.
 *
 * <p>Source: rules §3.4, §4.3.
 */
final class PartWriter {

    private static final int PAGE = 1_000;

    private final Wiring wiring;
    private final Desk desk;
    private final Runnable alive;

    /**
     * Makes a writer.
     *
     * @param alive is run for each page
     */
    PartWriter(Wiring wiring, Desk desk, Runnable alive) {
        this.wiring = wiring;
        this.desk = desk;
        this.alive = alive;
    }

    /**
     * Writes a part.
     *
     * @param target stays open
     * @throws IOException if the target cannot be written
     */
    void write(UsageFile file, PartFile part, UsageFormat format, OutputStream target) throws IOException {
        var columns = new PartColumns(columns(file));
        forEach(part, columns::need);
        try (RowWriter out = format.write(target, WriteOptions.DEFAULTS)) {
            if (format.holdsSeveralTables()) {
                general(file, part, out);
            }
            out.table(new OutputTable(TableName.RECORDS.code(), columns.outputs()));
            var row = new SourceRow();
            long[] position = new long[1];
            forEach(part, record -> {
                row.begin(position[0] + 2, position[0]);
                position[0]++;
                columns.fill(row, record);
                out.row(row);
            });
            out.finish();
        }
    }

    private ColumnSet columns(UsageFile file) {
        Product product = ReportContext.product(wiring, file.product());
        ReportingSchema schema = wiring.schemas()
                .find(file.schema())
                .orElseThrow(() -> new IllegalStateException(
                        file.id() + " was reported in schema " + file.schema() + ", which is not registered"));
        return schema.columns(product.capabilities());
    }

    /** What is done with a record. */
    @FunctionalInterface
    private interface RecordWork {
        void take(UsageRecord record) throws IOException;
    }

    private void forEach(PartFile part, RecordWork work) throws IOException {
        List<UsageRecord> page = page(part, -1);
        while (!page.isEmpty()) {
            for (UsageRecord each : page) {
                work.take(each);
            }
            page = page(part, page.get(page.size() - 1).position());
        }
    }

    private List<UsageRecord> page(PartFile part, long after) {
        alive.run();
        return desk.read(session -> session.records().sliceOfHub(part.file(), part.hub(), after, PAGE));
    }

    private void general(UsageFile file, PartFile part, RowWriter out) throws IOException {
        out.table(new OutputTable(
                TableName.GENERAL.code(),
                List.of(
                        new OutputColumn("attribute_id", true, true, 32, List.of()),
                        new OutputColumn("attribute_value", true, true, 60, List.of()))));
        var row = new SourceRow();
        long position = 0;
        for (var attribute : PartGeneral.of(wiring.catalog(), file, part).entrySet()) {
            row.begin(position + 2, position).cell(0, CellKind.TEXT, attribute.getKey());
            position++;
            if (!attribute.getValue().isEmpty()) {
                row.cell(1, CellKind.TEXT, attribute.getValue());
            }
            out.row(row);
        }
    }
}
