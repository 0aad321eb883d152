package org.usageflow.core.internal.processed;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.schema.Column;
import org.usageflow.schema.ColumnSet;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.TableName;

/**
 * The tab {@code instructions}: how to correct the file, what is wrong with it as a whole, and what its columns mean.
 *
 * <p>Source: rules §3, §3.4.
 */
final class Instructions {

    private static final List<String> STEPS = List.of(
            "Cells in error have a red outline. The first 1,000 of them say in a comment what is wrong; the column 'errors' says everything, for every row.",
            "Correct the cells where they are. Do not rename columns of the tab 'records'; their order does not matter.",
            "Save the file, and upload it again. The columns that were added are then ignored, and written anew.");

    private final RowWriter out;
    private final SourceRow row = new SourceRow();
    private long position;

    Instructions(RowWriter out) {
        this.out = out;
    }

    /** Writes the tab. */
    void write(List<Finding> ofFile, List<String> headers, List<String> added, ColumnSet columns) throws IOException {
        out.table(new OutputTable(
                "instructions",
                List.of(
                        new OutputColumn("about", true, true, 28, List.of()),
                        new OutputColumn("instruction", true, true, 120, List.of()))));
        int step = 1;
        for (String text : STEPS) {
            line("how to correct, " + step++, text);
        }
        for (Finding each : ofFile) {
            line("problem of " + about(each.sheet()), each.text());
        }
        for (String header : headers) {
            Column column = columns.findByHeader(header).orElse(null);
            if (column != null && !added.contains(column.name())) {
                line(column.name(), column.definition());
            }
        }
        for (String name : added) {
            line(name, "Added: " + AddedCells.meaning(name));
        }
    }

    /** The tab as it is called here. */
    private static String about(@Nullable String sheet) {
        return sheet == null
                ? "the file"
                : "the tab " + TableName.ofTab(sheet).map(TableName::code).orElse(sheet);
    }

    private void line(String about, String text) throws IOException {
        row.begin(position + 2, position).cell(0, CellKind.TEXT, about).cell(1, CellKind.TEXT, text);
        position++;
        out.row(row);
    }
}
