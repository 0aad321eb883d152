package org.usageflow.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.WriteOptions;

class CsvRowWriterTest {

    private static final OutputTable TABLE =
            new OutputTable("records", List.of(OutputColumn.text("=id"), OutputColumn.plain("amount")));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final RowWriter writer = new CsvFormat().write(out, WriteOptions.DEFAULTS);
    private final SourceRow row = new SourceRow();

    @Test
    void header_and_rows_end_with_carriage_return_and_line_feed() throws IOException {
        writer.table(TABLE);
        writer.row(row.begin(1, 0).cell(0, CellKind.TEXT, "Größe").cell(1, CellKind.NUMBER, "-1.50"));
        writer.row(row.begin(2, 1).cell(0, CellKind.TEXT, "a"));

        assertThat(text()).isEqualTo("=id,amount\r\nGröße,-1.50\r\na,\r\n");
    }

    @Test
    void text_that_needs_quotes_has_them() throws IOException {
        writer.table(TABLE);
        writer.row(row.begin(1, 0).cell(0, CellKind.TEXT, "a\"b").cell(1, CellKind.TEXT, " x"));
        writer.row(row.begin(1, 0).cell(0, CellKind.TEXT, "#").cell(1, CellKind.TEXT, "\uFEFFx"));
        writer.row(row.begin(1, 0).cell(0, CellKind.TEXT, "a\rb").cell(1, CellKind.TEXT, "a,b"));

        assertThat(text()).isEqualTo("=id,amount\r\n\"a\"\"b\",\" x\"\r\n\"#\",\"\uFEFFx\"\r\n\"a\rb\",\"a,b\"\r\n");
    }

    @Test
    void formula_in_a_column_of_text_is_guarded_and_a_number_is_not() throws IOException {
        writer.table(TABLE);
        writer.row(row.begin(1, 0).cell(0, CellKind.TEXT, "=1+1").cell(1, CellKind.TEXT, "-5"));
        writer.row(row.begin(1, 0).cell(0, CellKind.TEXT, "''\tx").cell(1, CellKind.NUMBER, "-5"));
        writer.row(row.begin(1, 0).cell(0, CellKind.NUMBER, "-5").cell(1, CellKind.NUMBER, "+5"));

        assertThat(text()).isEqualTo("=id,amount\r\n'=1+1,-5\r\n'''\tx,-5\r\n-5,+5\r\n");
    }

    @Test
    void characters_that_no_text_may_hold_are_replaced() throws IOException {
        writer.table(TABLE);
        writer.row(row.begin(1, 0).cell(0, CellKind.TEXT, "a\0b\uD800c"));

        assertThat(text()).isEqualTo("=id,amount\r\na\uFFFDb\uFFFDc,\r\n");
    }

    @Test
    void row_that_is_refused_leaves_no_trace() throws IOException {
        writer.table(TABLE);
        row.begin(1, 0).cell(0, CellKind.TEXT, "a").cell(1, CellKind.ERROR, "#N/A");

        assertThatThrownBy(() -> writer.row(row)).isInstanceOf(IllegalArgumentException.class);
        assertThat(text()).isEqualTo("=id,amount\r\n");
    }

    private String text() throws IOException {
        writer.finish();
        return out.toString(StandardCharsets.UTF_8);
    }
}
