package org.usageflow.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;

/** Writes one table as objects, one a line. */
final class JsonRowWriter implements RowWriter {

    private final JsonGenerator out;
    private final boolean array;
    private SerializableString @Nullable [] names;
    // Columns that must be in a file: as null where a row has no value, since only what is written is in the header
    private final BitSet required = new BitSet();
    private boolean empty = true;
    private @Nullable JsonCopy copy;

    JsonRowWriter(OutputStream target, boolean array) throws IOException {
        this.out = factory().createGenerator(target, JsonEncoding.UTF8);
        this.array = array;
    }

    private static JsonFactory factory() {
        return ((JsonFactoryBuilder) JsonFactory.builder())
                // Line ends are written here
                .rootValueSeparator((String) null)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                .build();
    }

    @Override
    public void table(OutputTable table) {
        if (names != null) {
            throw new IllegalStateException("a JSON file holds one table");
        }
        SourceTable original = table.original();
        if (original != null) {
            copy = new JsonCopy(out, array, original, table.columns());
        }
        for (int column = 0; column < table.columns().size(); column++) {
            required.set(column, table.columns().get(column).emphasised());
        }
        names = table.columns().stream()
                .map(column -> new SerializedString(column.name()))
                .toArray(SerializableString[]::new);
    }

    @Override
    public void row(SourceRow row) throws IOException {
        SerializableString[] all = names;
        if (all == null) {
            throw new IllegalStateException("begin a table first");
        }
        if (row.width() > all.length) {
            throw new IllegalArgumentException("a row of " + row.width() + " cells in " + all.length + " columns");
        }
        if (copy != null) {
            copy.row(row);
            return;
        }
        check(row);
        if (array) {
            out.writeRaw(empty ? "[\n" : ",\n");
        }
        empty = false;
        out.writeStartObject();
        for (int column = 0; column < all.length; column++) {
            if (row.length(column) > 0) {
                out.writeFieldName(all[column]);
                value(row, column);
            } else if (required.get(column)) {
                out.writeFieldName(all[column]);
                out.writeNull();
            }
        }
        out.writeEndObject();
        if (!array) {
            out.writeRaw('\n');
        }
    }

    // Before anything of the row is written
    private static void check(SourceRow row) {
        for (int column = 0; column < row.width(); column++) {
            CellKind kind = row.kind(column);
            if (kind == CellKind.NUMBER ? !isNumber(row, column) : kind != CellKind.TEXT && kind != CellKind.BLANK) {
                throw new IllegalArgumentException("a cell of kind " + kind + " cannot be written: column " + column);
            }
        }
    }

    private void value(SourceRow row, int column) throws IOException {
        if (row.kind(column) == CellKind.NUMBER) {
            out.writeNumber(row.characters(), row.start(column), row.length(column));
        } else {
            out.writeString(row.characters(), row.start(column), row.length(column));
        }
    }

    // As JSON has it; the generator writes whatever it is told
    static boolean isNumber(SourceRow row, int column) {
        int length = row.length(column);
        int at = peek(row, column, 0) == '-' ? 1 : 0;
        int end = digits(row, column, at);
        boolean right = end > at && (end == at + 1 || row.charAt(column, at) != '0');
        if (right && peek(row, column, end) == '.') {
            at = end + 1;
            end = digits(row, column, at);
            right = end > at;
        }
        if (right && (peek(row, column, end) | 0x20) == 'e') {
            int sign = peek(row, column, end + 1);
            at = end + (sign == '+' || sign == '-' ? 2 : 1);
            end = digits(row, column, at);
            right = end > at;
        }
        return right && end == length;
    }

    private static int digits(SourceRow row, int column, int from) {
        int at = from;
        while (peek(row, column, at) >= '0' && peek(row, column, at) <= '9') {
            at++;
        }
        return at;
    }

    private static int peek(SourceRow row, int column, int at) {
        return at < row.length(column) ? row.charAt(column, at) : 0;
    }

    @Override
    public void finish() throws IOException {
        if (copy != null) {
            copy.finish();
        } else if (array) {
            out.writeRaw(empty ? "[\n]\n" : "\n]\n");
        }
        out.flush();
    }

    /** Frees the generator's buffers; the target is the caller's. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
