package org.usageflow.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.WriteOptions;

class JsonRowWriterTest {

    private static final OutputTable TABLE =
            new OutputTable("records", List.of(OutputColumn.text("record_id"), OutputColumn.plain("amount")));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final SourceRow row = new SourceRow();

    @Test
    void array_has_an_object_a_line() throws IOException {
        RowWriter writer = JsonFormat.array().write(out, WriteOptions.DEFAULTS);

        writeTwo(writer);

        assertThat(text()).isEqualTo("[\n{\"record_id\":\"=1\",\"amount\":-1.50},\n{\"record_id\":\" \"}\n]\n");
    }

    @Test
    void lines_have_an_object_each() throws IOException {
        RowWriter writer = JsonFormat.lines().write(out, WriteOptions.DEFAULTS);

        writeTwo(writer);

        assertThat(text()).isEqualTo("{\"record_id\":\"=1\",\"amount\":-1.50}\n{\"record_id\":\" \"}\n");
    }

    private void writeTwo(RowWriter writer) throws IOException {
        writer.table(TABLE);
        writer.row(row.begin(1, 0).cell(0, CellKind.TEXT, "=1").cell(1, CellKind.NUMBER, "-1.50"));
        writer.row(row.begin(2, 1).cell(0, CellKind.TEXT, " ").cell(1, CellKind.TEXT, ""));
        writer.finish();
        writer.close();
    }

    @Test
    void array_without_rows_is_empty() throws IOException {
        RowWriter writer = JsonFormat.array().write(out, WriteOptions.DEFAULTS);

        writer.table(TABLE);
        writer.finish();

        assertThat(text()).isEqualTo("[\n]\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "10", "1.05", "-12345678901234567890.10", "1e5", "1.0E-05", "7E+2"})
    void number_is_written_with_exactly_its_digits(String digits) throws IOException {
        RowWriter writer = JsonFormat.lines().write(out, WriteOptions.DEFAULTS);
        writer.table(TABLE);
        writer.row(row.begin(1, 0).cell(1, CellKind.NUMBER, digits));
        writer.finish();

        assertThat(text()).isEqualTo("{\"amount\":" + digits + "}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "+1", "01", "1.", ".5", "1e", "1e+", "NaN", "1 ", "1,2", "0x1", "1.2.3"})
    void number_that_is_none_is_refused_and_leaves_no_trace(String text) throws IOException {
        RowWriter writer = JsonFormat.lines().write(out, WriteOptions.DEFAULTS);
        writer.table(TABLE);
        row.begin(1, 0).cell(0, CellKind.TEXT, "a").cell(1, CellKind.NUMBER, text);

        assertThatThrownBy(() -> writer.row(row)).isInstanceOf(IllegalArgumentException.class);
        writer.finish();
        assertThat(text()).isEmpty();
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void required_column_without_a_value_is_null_so_that_the_header_has_it() throws IOException {
        var amount = new OutputColumn("amount", false, true, 10, List.of());
        var out = new ByteArrayOutputStream();
        try (RowWriter writer = JsonFormat.lines().write(out, WriteOptions.DEFAULTS)) {
            writer.table(new OutputTable("records", List.of(OutputColumn.text("id"), amount)));
            writer.row(new SourceRow().begin(1, 0).cell(0, CellKind.TEXT, "a"));
            writer.finish();
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"id\":\"a\",\"amount\":null}\n");
    }
}
