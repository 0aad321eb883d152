package org.usageflow.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.SourceTable.HeaderPlace;

/**
 * Writes the objects of a copied table, each on the line and at the place where it was: blank objects, and members that were only ever null, included.
 *
 * <p>Source: rules §3.4, §3.5.
 */
final class JsonCopy {

    private static final int NONE = -1;

    private final JsonGenerator out;
    private final boolean array;
    /** By column: the name as a member begins. */
    private final String[] names;
    /** By column: the position of the object in which the member first stands; of added ones that of the first row. */
    private final long[] positions;
    /** By column: the line of that object. */
    private final long[] lines;
    /** By column: a later column of the same name, which repeats it; -1 for none. */
    private final int[] repetitions;

    private final int original;
    private final StringBuilder text = new StringBuilder();
    private long line = 1;
    private long position;
    private int members;
    private boolean empty = true;
    private boolean anyRow;

    JsonCopy(JsonGenerator out, boolean array, SourceTable table, List<OutputColumn> columns) {
        this.out = out;
        this.array = array;
        this.original = table.headers().size();
        this.names = columns.stream().map(column -> member(column.name())).toArray(String[]::new);
        this.positions = new long[names.length];
        this.lines = new long[names.length];
        this.repetitions = new int[names.length];
        List<HeaderPlace> places = table.headerPlaces();
        var latest = new HashMap<String, Integer>();
        for (int column = 0; column < names.length; column++) {
            // A header that is a row of its own comes with the first row
            HeaderPlace place = column < original && places.size() == original ? places.get(column) : null;
            positions[column] = place == null ? NONE : place.position();
            lines[column] = place == null ? 0 : place.number();
            repetitions[column] = NONE;
            Integer former = latest.put(names[column], column);
            if (former != null) {
                repetitions[former] = column;
            }
        }
    }

    private static String member(String name) {
        var quoted = new StringBuilder();
        quote(name.toCharArray(), 0, name.length(), quoted);
        return quoted.append(':').toString();
    }

    void row(SourceRow row) throws IOException {
        fill(row.position());
        begin(row.number());
        for (int column = 0; column < names.length; column++) {
            if (isWritten(row, column) || (repetitions[column] != NONE && isWritten(row, repetitions[column]))) {
                name(column);
                value(row, column);
            }
        }
        anyRow = true;
        end();
    }

    private boolean isWritten(SourceRow row, int column) {
        boolean first = positions[column] == row.position() || (positions[column] == NONE && !anyRow);
        return first || row.kind(column) != CellKind.BLANK && (row.length(column) > 0 || !isText(row.kind(column)));
    }

    private static boolean isText(CellKind kind) {
        return kind != CellKind.STRUCTURE && kind != CellKind.BOOLEAN;
    }

    /** Writes the blank objects before a position. */
    private void fill(long until) throws IOException {
        while (position < until) {
            begin(lineOf(position));
            for (int column = 0; column < original; column++) {
                boolean repeated = repetitions[column] != NONE && positions[repetitions[column]] == position;
                if (positions[column] == position || repeated) {
                    name(column);
                    text.append("null");
                }
            }
            end();
        }
    }

    private long lineOf(long blank) {
        for (int column = 0; column < original; column++) {
            if (positions[column] == blank) {
                return lines[column];
            }
        }
        return 0;
    }

    private void begin(long number) throws IOException {
        if (empty) {
            text.append(array ? "[" : "");
        } else {
            text.append(array ? "," : line < number ? "" : " ");
        }
        goToLine(number);
        empty = false;
        members = 0;
        text.append('{');
    }

    private void goToLine(long number) throws IOException {
        while (line < number) {
            text.append('\n');
            line++;
            flush();
        }
    }

    private void end() throws IOException {
        text.append('}');
        position++;
        flush();
    }

    private void flush() throws IOException {
        out.writeRaw(text.toString());
        text.setLength(0);
    }

    private void name(int column) throws IOException {
        text.append(members++ == 0 ? "" : ",");
        // A member is found to be unknown on the line where it first stands
        goToLine(positions[column] == position ? lines[column] : 0);
        text.append(names[column]);
    }

    private void value(SourceRow row, int column) {
        CellKind kind = row.kind(column);
        char[] characters = row.characters();
        int from = row.start(column);
        int length = row.length(column);
        switch (kind) {
            case BLANK -> text.append("null");
            case BOOLEAN -> text.append(length > 0 && (characters[from] | 0x20) == 't');
            case STRUCTURE -> text.append(length > 0 && characters[from] == '[' ? "[]" : "{}");
            case NUMBER, SPREADSHEET_NUMBER -> number(row, column);
            default -> quote(characters, from, length, text);
        }
    }

    private void number(SourceRow row, int column) {
        if (JsonRowWriter.isNumber(row, column)) {
            text.append(row.characters(), row.start(column), row.length(column));
        } else {
            quote(row.characters(), row.start(column), row.length(column), text);
        }
    }

    private static void quote(char[] characters, int from, int length, StringBuilder to) {
        to.append('"');
        for (int i = from; i < from + length; i++) {
            char c = characters[i];
            boolean paired = Character.isHighSurrogate(c)
                    && i + 1 < from + length
                    && Character.isLowSurrogate(characters[i + 1]);
            if (paired) {
                to.append(c).append(characters[++i]);
            } else if (c == '"' || c == '\\') {
                to.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                escape(c, to);
            } else {
                to.append(c);
            }
        }
        to.append('"');
    }

    private static void escape(char c, StringBuilder to) {
        to.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            to.append(Character.forDigit(c >> shift & 0xF, 16));
        }
    }

    /** Completes the text. */
    void finish() throws IOException {
        long last = NONE;
        for (long each : positions) {
            last = Math.max(last, each);
        }
        fill(last + 1);
        if (array) {
            text.append(empty ? "[\n]\n" : "\n]\n");
        } else {
            // Nothing at all would be no JSON Lines
            text.append(empty ? "{}\n" : "\n");
        }
        flush();
    }
}
