package org.usageflow.console.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import org.usageflow.console.output.Listing.Elements;
import org.usageflow.console.output.Listing.Field;
import org.usageflow.console.output.Listing.Kind;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.format.WriteOptions;

/** Writes a listing, element by element: memory is that of one, and of a page on a terminal. */
public final class ListingWriter<T> {

    private static final int PAGE = 100;
    private static final int WIDTH = 24;

    private final Listing<T> listing;
    private final Elements<T> elements;

    /** Takes what is to be written. */
    public ListingWriter(Listing<T> listing, Elements<T> elements) {
        this.listing = listing;
        this.elements = elements;
    }

    /** Counts what is written. */
    private static final class Count {
        private long elements;
    }

    /** Writes all of it as a JSON array. */
    public long array(Writer out) throws IOException {
        var count = new Count();
        JsonText.document(out, json -> {
            json.writeStartArray();
            elements.forEach(each -> {
                listing.form().write(each, json);
                count.elements++;
            });
            json.writeEndArray();
        });
        return count.elements;
    }

    /** Writes a line of JSON for each element. */
    public long lines(Writer out) throws IOException {
        var count = new Count();
        JsonText.lines(
                out,
                json -> elements.forEach(each -> {
                    listing.form().write(each, json);
                    count.elements++;
                }));
        return count.elements;
    }

    /** Prints tables of so many rows as fit a page. */
    public long tables(PrintWriter out) throws IOException {
        List<Field<T>> brief = listing.fields().stream().filter(Field::isBrief).toList();
        var count = new Count();
        TextTable[] page = {headed(brief)};
        elements.forEach(each -> {
            page[0].row(brief.stream().map(field -> cell(field, each)).toArray(String[]::new));
            count.elements++;
            if (count.elements % PAGE == 0) {
                page[0].print(out);
                page[0] = headed(brief);
            }
        });
        if (count.elements == 0) {
            out.println("no " + listing.name());
        } else if (count.elements % PAGE != 0) {
            page[0].print(out);
        }
        return count.elements;
    }

    private TextTable headed(List<Field<T>> fields) {
        var table = new TextTable();
        table.row(fields.stream().map(Field::name).toArray(String[]::new));
        return table;
    }

    private static <T> String cell(Field<T> field, T element) {
        String value = field.value().apply(element);
        return value == null ? "" : value;
    }

    /** Writes a file of rows: text stays text, whatever it begins with. */
    public long rows(UsageFormat format, OutputStream target) throws IOException {
        var count = new Count();
        try (RowWriter out = format.write(target, WriteOptions.DEFAULTS)) {
            out.table(new OutputTable(
                    listing.name(),
                    listing.fields().stream().map(ListingWriter::column).toList()));
            var row = new SourceRow();
            elements.forEach(each -> {
                row.begin(count.elements + 2, count.elements);
                count.elements++;
                fill(row, each);
                out.row(row);
            });
            out.finish();
        }
        return count.elements;
    }

    private static <T> OutputColumn column(Field<T> field) {
        return new OutputColumn(field.name(), field.kind() == Kind.TEXT, true, WIDTH, List.of());
    }

    private void fill(SourceRow row, T element) {
        List<Field<T>> fields = listing.fields();
        for (int column = 0; column < fields.size(); column++) {
            Field<T> field = fields.get(column);
            String value = field.value().apply(element);
            if (value != null) {
                row.cell(column, field.kind() == Kind.TEXT ? CellKind.TEXT : CellKind.NUMBER, value);
            }
        }
    }
}
