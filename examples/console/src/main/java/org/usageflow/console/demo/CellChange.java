package org.usageflow.console.demo;

import java.util.Set;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.CellKind;

/**
 * A cell that the vendor corrects.
 *
 * @param row its place among the rows, from 0
 * @param column the header
 * @param value what is to stand there
 */
record CellChange(int row, String column, String value) {

    private static final Set<String> NUMBERS = Set.of(Columns.QUANTITY, Columns.AMOUNT, Columns.TIER);

    /** What the cell is then. */
    CellKind kind() {
        return NUMBERS.contains(column) ? CellKind.NUMBER : CellKind.TEXT;
    }
}
