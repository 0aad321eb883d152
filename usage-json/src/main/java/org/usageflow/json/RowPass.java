package org.usageflow.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
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
    // By column: the parser's own copy of the name, which it hands out again and again; so the next can be guessed and
    // told by identity
    private final @Nullable String[] names;
    private int next;

    RowPass(JsonText text, Members members, UploadLimits limits) {
        this.text = text;
        this.parser = text.parser();
        this.members = members;
        this.limits = limits;
        this.cell = new CellWriter(row, limits.cellChars());
        this.names = new String[members.headers().size()];
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
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            int column = column(parser.currentName());
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

    // The parser hands out the same string for the same name, so identity is enough to know it again
    @SuppressWarnings("ReferenceEquality")
    private int column(String name) {
        if (next < names.length && names[next] == name) {
            return members.column(next++, text.position());
        }
        int known = members.find(name);
        if (known == Members.NONE) {
            return known;
        }
        names[known] = name;
        next = known + 1;
        return members.column(known, text.position());
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
