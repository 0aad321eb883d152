package org.usageflow.core;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.judge.Judge;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageRecord;
import org.usageflow.problem.Place;
import org.usageflow.schema.Column;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.ColumnUse;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.DateSystem;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.TableName;

/**
 * The records that were appended to a draft, as if they were rows of an upload. They are located by position, from 1.
 *
 * <p>Memory is that of two batches. Used once. Source: rules §4.1 (record-level reporting).
 */
final class AppendedRows {

    /** Columns that a typed record may fill though the product does not look at them. */
    private static final Set<String> DESCRIPTION =
            Set.of(Columns.ITEM_NAME, Columns.ITEM_MPN, Columns.ITEM_UNIT, Columns.ITEM_PRECISION);

    private final LongFunction<List<UsageRecord>> slices;
    private final ColumnSet known;
    private final Map<Long, UsageRecord> atJudge = new HashMap<>();

    /**
     * Takes the records of a file.
     *
     * @param slices gives the next of them after a position, -1 for the first; an empty list at the end
     * @param known the columns of the product's schema
     */
    AppendedRows(LongFunction<List<UsageRecord>> slices, ColumnSet known) {
        this.slices = slices;
        this.known = known;
    }

    /** Has the judge read them, and then judge. */
    void read(Judge judge) {
        List<String> headers = headers();
        var table = SourceTable.of(
                TableName.RECORDS,
                headers,
                0,
                (number, position, column, canonical) ->
                        new Place(null, number < 1 ? null : number, canonical, null, null),
                DateSystem.EXCEL_1900,
                false);
        if (judge.table(table)) {
            var columns = new RecordColumns(headers);
            var row = new SourceRow();
            forEach(record -> {
                atJudge.put(record.position(), record);
                row.begin(record.position() + 1, record.position());
                columns.fill(row, reported(record));
                judge.row(row);
            });
        }
        judge.finish();
    }

    /** Writes them as an upload with the columns, in their order, that a judge is given. */
    void write(RowWriter out) throws IOException {
        List<String> headers = headers();
        out.table(new OutputTable(
                TableName.RECORDS.code(),
                headers.stream().map(AppendedRows::output).toList()));
        var columns = new RecordColumns(headers);
        var row = new SourceRow();
        List<UsageRecord> slice = slices.apply(-1);
        while (!slice.isEmpty()) {
            for (UsageRecord record : slice) {
                row.begin(record.position() + 2, record.position());
                columns.fill(row, reported(record));
                out.row(row);
            }
            slice = slices.apply(slice.get(slice.size() - 1).position());
        }
    }

    private static OutputColumn output(String header) {
        boolean plain = header.equals(Columns.QUANTITY) || header.equals(Columns.AMOUNT) || header.equals(Columns.TIER);
        return plain ? OutputColumn.plain(header) : OutputColumn.text(header);
    }

    private List<String> headers() {
        List<String> headers = new ArrayList<>();
        for (Column column : known.columns()) {
            if (column.use() != ColumnUse.IGNORED || DESCRIPTION.contains(column.name())) {
                headers.add(column.name());
            }
        }
        Set<String> parameters = new LinkedHashSet<>();
        forEach(record -> parameters.addAll(reported(record).parameters().keySet()));
        parameters.forEach(each -> headers.add(Columns.PARAMETER_PREFIX + each));
        return headers;
    }

    /** The record at a position, once. */
    @Nullable
    UsageRecord take(long position) {
        return atJudge.remove(position);
    }

    private static ReportedRecord reported(UsageRecord record) {
        ReportedRecord reported = record.reported();
        if (reported == null) {
            throw new IllegalStateException("a record was appended without what it reports: " + record.id());
        }
        return reported;
    }

    private void forEach(Consumer<UsageRecord> each) {
        List<UsageRecord> slice = slices.apply(-1);
        while (!slice.isEmpty()) {
            slice.forEach(each);
            slice = slices.apply(slice.get(slice.size() - 1).position());
        }
    }
}
