package org.usageflow.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.UploadLimits;

/** Pushes the objects of a text as rows. */
final class RowPass {

    private final JsonText text;
    private final JsonParser parser;
    private final Members members;
    private final UploadLimits limits;
    private final SourceRow row = new SourceRow();
    private final CellWriter cell;
    // Objects mostly have the same names in the same order: the parser looks for the next of these before it reads a
    // name
    private final SerializedString[] names;
    // Of each of these the column; that of a repetition is the first
    private final int[] columns;
    private int next;
    private int known;

    RowPass(JsonText text, Members members, UploadLimits limits) {
        this.text = text;
        this.parser = text.parser();
        this.members = members;
        this.limits = limits;
        this.cell = new CellWriter(row, limits.cellChars());
        this.names = members.headers().stream().map(SerializedString::new).toArray(SerializedString[]::new);
        this.columns = members.headers().stream().mapToInt(members::find).toArray();
        members.restart();
    }

    /** Reads the next row; false at the end. */
    boolean next() throws IOException {
        try {
            if (!text.next()) {
                return false;
            }
            fill();
            return true;
        } catch (IOException e) {
            throw text.refusal(e);
        }
    }

    /** Pushes the row, unless it is blank; false if the sink has enough. */
    boolean push(RowSink sink) {
        return row.isBlank() || sink.row(row);
    }

    private void fill() throws IOException {
        row.begin(text.line(), text.position());
        cell.beginRow();
        next = 0;
        while (nextName()) {
            int column = known == Members.NONE ? known : members.column(known, text.position());
            JsonToken token = parser.nextToken();
            if (column == Members.NONE) {
                parser.skipChildren();
            } else {
                value(column, token);
            }
            if (cell.written() > limits.rowChars()) {
                throw text.rowTooLarge();
            }
        }
    }

    // Goes to the next member, if there is one, and finds the column of its name
    private boolean nextName() throws IOException {
        if (parser.nextFieldName(names[next])) {
            known = columns[next];
        } else if (parser.currentToken() == JsonToken.FIELD_NAME) {
            known = members.find(parser.currentName());
        } else {
            return false;
        }
        next = known + 1 < names.length ? known + 1 : 0;
        return true;
    }

    private void value(int column, JsonToken token) throws IOException {
        switch (token) {
            case VALUE_STRING -> text(column, CellKind.TEXT);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> text(column, CellKind.NUMBER);
            case VALUE_TRUE -> row.cell(column, CellKind.BOOLEAN, "true");
            case VALUE_FALSE -> row.cell(column, CellKind.BOOLEAN, "false");
            case VALUE_NULL -> row.openCell(column, CellKind.BLANK);
            default -> row.cell(column, CellKind.STRUCTURE, Excerpt.of(parser));
        }
    }

    private void text(int column, CellKind kind) throws IOException {
        row.openCell(column, kind);
        cell.beginCell();
        if (parser.getText(cell) == 0) {
            row.kind(column, CellKind.BLANK);
        }
    }
}
