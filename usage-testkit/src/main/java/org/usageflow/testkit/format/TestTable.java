package org.usageflow.testkit.format;

import java.util.ArrayList;
import java.util.List;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.testkit.format.RecordingSink.RecordedCell;

/**
 * A table to be written by a format under test.
 *
 * @param name the tab's name
 * @param columns with their hints
 * @param rows cells by column; a row may be shorter than the columns
 */
record TestTable(String name, List<OutputColumn> columns, List<List<RecordedCell>> rows) {

    TestTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A table of texts; blank texts are blank cells. */
    static TestTable ofTexts(List<String> headers, List<List<String>> rows) {
        return new TestTable(
                "records",
                headers.stream().map(OutputColumn::text).toList(),
                rows.stream()
                        .map(row -> row.stream().map(TestTable::text).toList())
                        .toList());
    }

    /** A table with ids and one more column of texts. */
    static TestTable withIds(String header, List<String> texts) {
        var rows = new ArrayList<List<String>>();
        for (String text : texts) {
            rows.add(List.of("R-" + (rows.size() + 1), text));
        }
        return ofTexts(List.of("record_id", header), rows);
    }

    /** A table of so many rows with an id, a number and a note. */
    static TestTable ordinary(int rows) {
        var cells = new ArrayList<List<RecordedCell>>();
        for (int i = 1; i <= rows; i++) {
            cells.add(List.of(text("R-" + i), number(i + ".25"), text("note " + i)));
        }
        return new TestTable(
                "records",
                List.of(
                        OutputColumn.text("record_id"),
                        OutputColumn.plain("quantity"),
                        OutputColumn.text("record_note")),
                cells);
    }

    static RecordedCell text(String text) {
        return text.isEmpty() ? RecordedCell.BLANK : new RecordedCell(CellKind.TEXT, text);
    }

    static RecordedCell number(String digits) {
        return new RecordedCell(CellKind.NUMBER, digits);
    }

    TestTable named(String other) {
        return new TestTable(other, columns, rows);
    }

    OutputTable output() {
        return new OutputTable(name, columns);
    }

    List<String> headers() {
        return columns.stream().map(OutputColumn::name).toList();
    }

    /** Fills the buffer with a row, as a writer takes it. */
    SourceRow fill(SourceRow buffer, int index) {
        buffer.begin(index + 2L, index);
        List<RecordedCell> cells = rows.get(index);
        for (int column = 0; column < cells.size(); column++) {
            RecordedCell cell = cells.get(column);
            if (cell.kind() != CellKind.BLANK) {
                buffer.cell(column, cell.kind(), cell.text());
            }
        }
        return buffer;
    }
}
