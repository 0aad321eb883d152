package org.usageflow.testkit.arbitrary;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.format.WriteOptions;

/**
 * The cells of an upload's {@code records} table as texts, to be changed one by one before they are written: a fault can be put anywhere.
 *
 * <p>Immutable; memory is that of the table.
 *
 * @param headers at least one
 * @param rows each as wide as the headers; empty text for a blank cell
 */
public record UploadTable(List<String> headers, List<List<String>> rows) {

    private static final Set<String> PLAIN =
            Set.of(Columns.QUANTITY, Columns.AMOUNT, Columns.TIER, Columns.START_TIME_UTC, Columns.END_TIME_UTC);
    private static final Set<String> NUMBERS = Set.of(Columns.QUANTITY, Columns.AMOUNT, Columns.TIER);
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a row is not as wide as the headers
     */
    public UploadTable {
        headers = List.copyOf(headers);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != headers.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells below " + headers.size() + " headers");
            }
        }
    }

    /** The text of a cell. */
    public String cell(int row, String header) {
        return rows.get(row).get(column(header));
    }

    /**
     * The index of a column.
     *
     * @throws IllegalArgumentException if there is none of that header
     */
    public int column(String header) {
        int column = headers.indexOf(header);
        if (column < 0) {
            throw new IllegalArgumentException("no column '" + header + "' in " + headers);
        }
        return column;
    }

    /** This table with another text in a cell. */
    public UploadTable withCell(int row, String header, String text) {
        var cells = new ArrayList<>(rows.get(row));
        cells.set(column(header), text);
        var changed = new ArrayList<>(rows);
        changed.set(row, cells);
        return new UploadTable(headers, changed);
    }

    /** This table with one more column at the end, the same text in every row. */
    public UploadTable withColumn(String header, String text) {
        var wider = new ArrayList<List<String>>();
        rows.forEach(row -> wider.add(plus(row, text)));
        return new UploadTable(plus(headers, header), wider);
    }

    /** This table without a column. */
    public UploadTable withoutColumn(String header) {
        int column = column(header);
        var narrower = new ArrayList<List<String>>();
        rows.forEach(row -> narrower.add(minus(row, column)));
        return new UploadTable(minus(headers, column), narrower);
    }

    /** This table with a row once more, at the end. */
    public UploadTable withRowAgain(int row) {
        return new UploadTable(headers, plus(rows, rows.get(row)));
    }

    /** This table with its columns the other way round. */
    public UploadTable reversed() {
        return new UploadTable(
                turned(headers), rows.stream().map(UploadTable::turned).toList());
    }

    private static <T> List<T> plus(List<T> all, T more) {
        var longer = new ArrayList<>(all);
        longer.add(more);
        return longer;
    }

    private static <T> List<T> minus(List<T> all, int index) {
        var shorter = new ArrayList<>(all);
        shorter.remove(index);
        return shorter;
    }

    private static <T> List<T> turned(List<T> all) {
        var turned = new ArrayList<>(all);
        Collections.reverse(turned);
        return turned;
    }

    /**
     * Writes the table as {@code records}: numbers as numbers where they are written plainly, all else as text.
     *
     * @param format which format
     * @param target where it goes; stays open
     * @throws IOException if the target cannot be written
     */
    public void write(UsageFormat format, OutputStream target) throws IOException {
        List<OutputColumn> columns = headers.stream()
                .map(header -> PLAIN.contains(header) ? OutputColumn.plain(header) : OutputColumn.text(header))
                .toList();
        var buffer = new SourceRow();
        try (RowWriter writer = format.write(target, WriteOptions.DEFAULTS)) {
            writer.table(new OutputTable(TableName.RECORDS.code(), columns));
            for (int i = 0; i < rows.size(); i++) {
                writer.row(fill(buffer.begin(i + 2L, i), rows.get(i)));
            }
            writer.finish();
        }
    }

    private SourceRow fill(SourceRow buffer, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String text = cells.get(column);
            if (!text.isEmpty()) {
                boolean number = NUMBERS.contains(headers.get(column))
                        && NUMBER.matcher(text).matches();
                buffer.cell(column, number ? CellKind.NUMBER : CellKind.TEXT, text);
            }
        }
        return buffer;
    }
}
