package org.usageflow.testkit.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.CellMarks;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;

/** Writes {@link LineFormat}. */
final class LineWriter implements RowWriter {

    private final OutputStream target;
    private final boolean severalTables;
    private final Defect defect;
    private final StringBuilder lines;
    private int tables;
    private int width;
    private boolean copies;
    private long rows;

    LineWriter(OutputStream target, String head, boolean severalTables, Defect defect, StringBuilder buffer) {
        this.target = target;
        this.severalTables = severalTables;
        this.defect = defect;
        this.lines = buffer;
        lines.append(head).append('\n');
    }

    @Override
    public void table(OutputTable table) {
        tables++;
        if (tables > 1 && !severalTables) {
            throw new IllegalStateException("one table alone");
        }
        width = table.columns().size();
        copies = table.original() != null;
        rows = 0;
        lines.append("T").append(LineFormat.escape(table.name())).append("\nH");
        lines.append(table.columns().stream()
                .map(column -> LineFormat.escape(header(column.name())))
                .collect(Collectors.joining("\t")));
        lines.append('\n');
    }

    private String header(String name) {
        return defect == Defect.CUTS_HEADERS ? name.strip() : name;
    }

    @Override
    public void row(SourceRow row) {
        if (tables == 0 && defect != Defect.TAKES_ROWS_BEFORE_TABLE) {
            throw new IllegalStateException("no table");
        }
        if (row.width() > width && tables > 0) {
            throw new IllegalArgumentException("beyond the columns");
        }
        while (copies && rows < row.position() && defect != Defect.CLOSES_UP_COPIES) {
            lines.append("R\n");
            rows++;
        }
        rows++;
        var line = new StringBuilder("R");
        for (int column = 0; column < row.width(); column++) {
            line.append(column == 0 ? "" : "\t").append(letter(row.kind(column)));
            line.append(LineFormat.escape(row.text(column)));
        }
        lines.append(line).append('\n');
    }

    private String letter(CellKind kind) {
        return LineFormat.letter(copies && defect != Defect.REFUSES_KINDS && isForeign(kind) ? CellKind.TEXT : kind);
    }

    private static boolean isForeign(CellKind kind) {
        return kind != CellKind.NUMBER && kind != CellKind.BLANK;
    }

    @Override
    public void row(SourceRow row, CellMarks marks) {
        String comment = defect == Defect.TAKES_COMMENTS_FOR_TEXT ? marks.commentOf(0) : null;
        if (comment != null) {
            row.cell(0, CellKind.TEXT, comment);
        }
        row(row);
    }

    @Override
    public void finish() throws IOException {
        target.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        target.flush();
        lines.setLength(0);
    }

    @Override
    public void close() throws IOException {
        if (defect == Defect.CLOSES_TARGET) {
            target.close();
        }
    }
}
