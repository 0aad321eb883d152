package org.usageflow.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.TextRules;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;

/** Writes one table as CSV. A row is put together first, so that one that is refused leaves no trace. */
final class CsvRowWriter implements RowWriter {

    private static final char REPLACEMENT = '\uFFFD';

    private final Writer out;
    private final char delimiter;
    private char[] line = new char[1024];
    private int used;
    private @Nullable List<OutputColumn> columns;
    // Whether rows go to the lines of their numbers
    private boolean copies;
    private long nextLine = 1;

    CsvRowWriter(OutputStream target, char delimiter) {
        this.out = new OutputStreamWriter(target, encoder());
        this.delimiter = delimiter;
    }

    private static CharsetEncoder encoder() {
        return StandardCharsets.UTF_8
                .newEncoder()
                .replaceWith(new byte[] {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD})
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    @Override
    public void table(OutputTable table) throws IOException {
        if (columns != null) {
            throw new IllegalStateException("a CSV file holds one table");
        }
        columns = table.columns();
        SourceTable original = table.original();
        copies = original != null;
        if (original != null && !original.headers().isEmpty()) {
            goToLine(original.headerPlaces().get(0).number());
        }
        used = 0;
        for (OutputColumn column : columns) {
            char[] name = column.name().toCharArray();
            add(name, 0, name.length, false);
        }
        writeLine();
    }

    @Override
    public void row(SourceRow row) throws IOException {
        List<OutputColumn> all = columns;
        if (all == null) {
            throw new IllegalStateException("begin a table first");
        }
        if (row.width() > all.size()) {
            throw new IllegalArgumentException("a row of " + row.width() + " cells in " + all.size() + " columns");
        }
        if (copies) {
            goToLine(row.number());
        }
        used = 0;
        for (int column = 0; column < all.size(); column++) {
            CellKind kind = writable(row, column);
            if (kind == CellKind.STRUCTURE) {
                addStructure(row, column);
                continue;
            }
            // White space alone is blank, and stays so
            boolean guarded = kind == CellKind.TEXT && all.get(column).text() && !row.isBlank(column);
            add(row.characters(), row.start(column), row.length(column), guarded);
        }
        writeLine();
    }

    private CellKind writable(SourceRow row, int column) {
        CellKind kind = row.kind(column);
        if (!copies && kind != CellKind.TEXT && kind != CellKind.NUMBER && kind != CellKind.BLANK) {
            throw new IllegalArgumentException("a cell of kind " + kind + " cannot be written");
        }
        return kind;
    }

    private void addStructure(SourceRow row, int column) {
        boolean list = row.length(column) > 0 && row.charAt(column, 0) == '[';
        char[] empty = (list ? "[]" : "{}").toCharArray();
        add(empty, 0, empty.length, false);
    }

    private void add(char[] source, int from, int length, boolean guarded) {
        // A quote for each character, two around them, an apostrophe, and a delimiter or line end
        if (used + 2 * length + 5 > line.length) {
            line = Arrays.copyOf(line, Math.max(used + 2 * length + 5, line.length * 2));
        }
        boolean quoted = needsQuotes(source, from, length);
        if (quoted) {
            line[used++] = '"';
        }
        if (guarded && isFormula(source, from, length)) {
            line[used++] = '\'';
        }
        for (int i = from; i < from + length; i++) {
            char c = source[i];
            if (c == '"') {
                line[used++] = '"';
            }
            line[used++] = c == 0 ? REPLACEMENT : c;
        }
        if (quoted) {
            line[used++] = '"';
        }
        line[used++] = delimiter;
    }

    // Source: rules §9: apostrophes, if any, and then what a spreadsheet takes for the start of a formula
    private static boolean isFormula(char[] source, int from, int length) {
        int at = from;
        int end = from + length;
        while (at < end && source[at] == '\'') {
            at++;
        }
        return at < end && "=+-@\t\r".indexOf(source[at]) >= 0;
    }

    // Also where only other readers would trim, take it for a comment or for a byte order mark
    private boolean needsQuotes(char[] source, int from, int length) {
        if (length == 0) {
            return false;
        }
        char first = source[from];
        if (first == '#' || first == '\uFEFF' || isBlank(first) || isBlank(source[from + length - 1])) {
            return true;
        }
        for (int i = from; i < from + length; i++) {
            char c = source[i];
            if (c == delimiter || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(char c) {
        return TextRules.isWhiteSpace(c) || c == 0;
    }

    private void writeLine() throws IOException {
        // The delimiter behind the last cell gives way to the line end
        line[used - 1] = '\r';
        line[used++] = '\n';
        out.write(line, 0, used);
        if (copies) {
            countLines();
        }
    }

    /** Counts the line ends of the row just written, those inside its cells included, as a reader does. */
    private void countLines() {
        for (int i = 0; i < used; i++) {
            boolean pair = line[i] == '\n' && i > 0 && line[i - 1] == '\r';
            nextLine += line[i] == '\r' || (line[i] == '\n' && !pair) ? 1 : 0;
        }
    }

    /** Leaves lines blank up to a number. */
    private void goToLine(long number) throws IOException {
        while (nextLine < number) {
            out.write("\r\n");
            nextLine++;
        }
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }

    /** Does nothing: the target is the caller's, and what is not finished need not be flushed. */
    @Override
    public void close() {}
}
