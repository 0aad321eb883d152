package org.usageflow.core.internal.judge;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.TextRules;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.Column;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;

/**
 * The categories: ids, each once.
 *
 * <p>Source: rules §3.2.
 */
final class CategoriesTable implements Judge.SideTable {

    private final SourceTable table;
    private final ProblemCollector problems;
    private final Set<String> defined;
    private final int column;
    private final CellText cells;

    private CategoriesTable(SourceTable table, ProblemCollector problems, Set<String> defined, int column) {
        this.table = table;
        this.problems = problems;
        this.defined = defined;
        this.column = column;
        this.cells = new CellText(table);
    }

    /** Reads the categories; null where the column with their ids is missing or there twice, which is then reported. */
    static @Nullable CategoriesTable of(SourceTable table, ProblemCollector problems, Set<String> defined) {
        int column = Judge.columnOf(table, Columns.CATEGORY_ID);
        if (column < 0) {
            HeaderCheck.missing(problems, Columns.CATEGORY_ID);
            return null;
        }
        for (int other = column + 1; other < table.headers().size(); other++) {
            String header = table.headers().get(other);
            if (ColumnSet.fold(header).equals(Columns.CATEGORY_ID)) {
                Place place = table.placeOfHeader(other, header.strip());
                problems.add(ProblemCollector.HEADER, 0, other, ProblemCode.COLUMN_DUPLICATE, place, header, Map.of());
                return null;
            }
        }
        return new CategoriesTable(table, problems, defined, column);
    }

    @Override
    public void row(SourceRow row) {
        if (row.kind(column) == CellKind.ERROR) {
            report(row, ProblemCode.VALUE_IN_ERROR, Map.of());
            return;
        }
        if (row.kind(column) == CellKind.STRUCTURE) {
            report(row, ProblemCode.VALUE_NOT_ALLOWED, Map.of("expected", "a single value"));
            return;
        }
        String id = row.isBlank(column) ? "" : cells.text(row, column, CellText.Keeping.IDENTIFIER);
        if (TextRules.isBlank(id)) {
            report(row, ProblemCode.VALUE_REQUIRED, Map.of("column", Columns.CATEGORY_ID));
            return;
        }
        int forbidden = TextRules.firstForbidden(id);
        if (id.length() > Column.MAX_ID) {
            report(row, ProblemCode.VALUE_TOO_LONG, Map.of("limit", Integer.toString(Column.MAX_ID)));
        } else if (forbidden >= 0) {
            report(row, ProblemCode.VALUE_HAS_CONTROL_CHARACTER, CellReader.character(id, forbidden));
        } else if (!defined.add(id)) {
            report(row, ProblemCode.CATEGORY_DUPLICATE, Map.of());
        }
    }

    private void report(SourceRow row, ProblemCode code, Map<String, String> arguments) {
        Place place = table.locator().locate(row.number(), row.position(), column, Columns.CATEGORY_ID);
        int guard = table.apostrophes() && CellText.isGuarded(row.characters(), row.start(column), row.length(column))
                ? 1
                : 0;
        String raw = row.length(column) == 0 ? null : row.text(column).substring(guard);
        problems.add(ProblemCollector.CATEGORIES, row.position(), column, code, place, raw, arguments);
    }
}
