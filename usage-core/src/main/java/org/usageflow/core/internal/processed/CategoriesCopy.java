package org.usageflow.core.internal.processed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;

/** Writes the categories of an upload as they are, their faults marked. */
final class CategoriesCopy implements TableCopy {

    static final int RANK = 3;
    private static final int WIDTH = 30;

    private final RowWriter out;
    private final Cursors cursors;
    private final CellMarker marker;
    private final int width;
    private final SourceRow row = new SourceRow();

    CategoriesCopy(SourceTable table, RowWriter out, Cursors cursors, CellMarker marker) {
        this.out = out;
        this.cursors = cursors;
        this.marker = marker;
        this.width = table.headers().size();
    }

    /** Begins the table. */
    void begin(SourceTable table, List<Finding> header) throws IOException {
        var columns = new ArrayList<OutputColumn>();
        table.headers().forEach(name -> columns.add(new OutputColumn(name, true, false, WIDTH, List.of())));
        out.table(OutputTable.copyOf(table, columns), marker.mark(header, this::column));
    }

    private int column(Finding finding) {
        int column = finding.key().column();
        return column < width ? column : -1;
    }

    /** {@inheritDoc} Cells without a header are left out; nobody looks at them. */
    @Override
    public void row(SourceRow source) throws IOException {
        row.begin(source.number(), source.position());
        for (int column = 0; column < Math.min(source.width(), width); column++) {
            row.cell(column, source.kind(column), source.characters(), source.start(column), source.length(column));
        }
        out.row(row, marker.mark(cursors.findings(RANK, source.position()), this::column));
    }
}
