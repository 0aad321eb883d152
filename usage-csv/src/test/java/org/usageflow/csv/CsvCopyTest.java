package org.usageflow.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.usageflow.problem.Place;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.DateSystem;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.WriteOptions;

/** Copies of tables: rows on the lines on which they were (rules §3.4). */
class CsvCopyTest {

    private static String copy(long headerLine, SourceRow... rows) throws IOException {
        SourceTable original = SourceTable.of(
                TableName.RECORDS,
                List.of("a", "b"),
                headerLine,
                (number, position, column, name) -> Place.FILE,
                DateSystem.EXCEL_1900,
                true);
        var target = new ByteArrayOutputStream();
        try (RowWriter writer = new CsvFormat().write(target, WriteOptions.DEFAULTS)) {
            writer.table(OutputTable.copyOf(original, List.of(OutputColumn.text("a"), OutputColumn.plain("b"))));
            for (SourceRow row : rows) {
                writer.row(row);
            }
            writer.finish();
        }
        return target.toString(StandardCharsets.UTF_8);
    }

    private static SourceRow row(long line, String a, String b) {
        return new SourceRow().begin(line, line).cell(0, CellKind.TEXT, a).cell(1, CellKind.TEXT, b);
    }

    @Test
    void lines_between_stay_blank() throws IOException {
        assertThat(copy(3, row(4, "1", "x"), row(7, "2", "y"))).isEqualTo("\r\n\r\na,b\r\n1,x\r\n\r\n\r\n2,y\r\n");
    }

    @Test
    void line_ends_inside_cells_count() throws IOException {
        assertThat(copy(1, row(2, "1\r\n1\n1\r1", "x"), row(7, "2", "y")))
                .isEqualTo("a,b\r\n\"1\r\n1\n1\r1\",x\r\n\r\n2,y\r\n");
    }

    @Test
    void cells_of_other_formats_become_text() throws IOException {
        SourceRow row = new SourceRow().begin(2, 0);
        row.cell(0, CellKind.BOOLEAN, "TRUE").cell(1, CellKind.STRUCTURE, "[1,2]");

        assertThat(copy(1, row)).isEqualTo("a,b\r\nTRUE,[]\r\n");
    }
}
