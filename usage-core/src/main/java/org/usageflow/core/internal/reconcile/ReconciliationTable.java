package org.usageflow.core.internal.reconcile;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.judge.CellReader;
import org.usageflow.core.internal.judge.CellText;
import org.usageflow.core.internal.judge.CellText.Keeping;
import org.usageflow.core.internal.judge.ProblemCollector;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.TextRules;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.Column;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;

/**
 * The columns of a reconciliation file, and what its rows say in them. All other columns are not looked at. Not thread-safe.
 *
 * <p>Source: rules §3.3, §3.7.
 */
public final class ReconciliationTable {

    private static final String SYSTEM_ID = "system_record_id";
    private static final String OLDER_RECORD_ID = "usage_record_id";
    private static final String BILLING_ID = "external_billing_id";
    private static final String BILLING_NOTE = "external_billing_note";

    /** Names by which a text file is recognised. */
    public static final Set<String> KNOWN =
            Set.of(SYSTEM_ID, Columns.RECORD_ID, OLDER_RECORD_ID, BILLING_ID, BILLING_NOTE);

    private final SourceTable table;
    private final ProblemCollector problems;
    private final CellText cells;
    private final Map<String, Integer> columns = new HashMap<>();

    /**
     * Looks at the header, and reports what is wrong with it.
     *
     * @param table the records
     * @param mostColumns how many columns a table may have
     * @param problems hears every problem
     */
    public ReconciliationTable(SourceTable table, int mostColumns, ProblemCollector problems) {
        this.table = table;
        this.problems = problems;
        this.cells = new CellText(table);
        if (table.headers().size() > mostColumns) {
            problems.addFileProblem(Problem.of(
                    ProblemCode.COLUMN_TOO_MANY,
                    table.placeOfHeader(mostColumns, null),
                    table.headers().get(mostColumns),
                    Map.of("limit", Integer.toString(mostColumns), "what", "columns")));
        } else if (!table.headers().isEmpty()) {
            layOut();
        }
    }

    private void layOut() {
        for (int column = 0; column < table.headers().size(); column++) {
            String header = ColumnSet.fold(table.headers().get(column));
            String name = header.equals(OLDER_RECORD_ID) ? Columns.RECORD_ID : header;
            if (KNOWN.contains(name) && columns.putIfAbsent(name, column) != null) {
                String written = table.headers().get(column);
                Place place = table.placeOfHeader(column, written.strip());
                problems.addFileProblem(Problem.of(ProblemCode.COLUMN_DUPLICATE, place, written, Map.of()));
            }
        }
        if (!columns.containsKey(SYSTEM_ID)) {
            require(Columns.RECORD_ID);
        }
        require(BILLING_ID);
    }

    private void require(String name) {
        if (!columns.containsKey(name)) {
            problems.addFileProblem(
                    Problem.of(ProblemCode.COLUMN_MISSING, Place.column(name), null, Map.of("column", name)));
        }
    }

    /** What a row says; null where one of its cells is in error, which is then reported. */
    public @Nullable ReconciliationRow read(SourceRow row) {
        String named =
                filled(row, SYSTEM_ID) || !columns.containsKey(Columns.RECORD_ID) ? SYSTEM_ID : Columns.RECORD_ID;
        long before = problems.total();
        String id = text(row, named, Column.MAX_ID, true);
        String billingId = text(row, BILLING_ID, Column.MAX_ID, true);
        String note =
                columns.containsKey(BILLING_NOTE) ? text(row, BILLING_NOTE, ReportedRecord.MAX_TEXT, false) : null;
        boolean whole = problems.total() == before;
        return whole && id != null && billingId != null
                ? new ReconciliationRow(row.number(), row.position(), column(named), id, billingId, note)
                : null;
    }

    private int column(String name) {
        return columns.getOrDefault(name, -1);
    }

    private boolean filled(SourceRow row, String name) {
        return columns.containsKey(name) && !row.isBlank(column(name));
    }

    /** The text of a cell; null where it is blank or in error. */
    private @Nullable String text(SourceRow row, String name, int max, boolean identifier) {
        int column = column(name);
        CellKind kind = row.kind(column);
        if (kind == CellKind.ERROR) {
            Map<String, String> formula = Map.of("value", "a formula without a computed value");
            return error(row, name, ProblemCode.VALUE_IN_ERROR, row.length(column) == 0 ? formula : Map.of());
        }
        if (kind == CellKind.STRUCTURE) {
            return error(row, name, ProblemCode.VALUE_NOT_ALLOWED, Map.of("expected", "a single value"));
        }
        String text =
                row.isBlank(column) ? "" : cells.text(row, column, identifier ? Keeping.IDENTIFIER : Keeping.EXACT);
        int forbidden = TextRules.firstForbidden(text);
        if (TextRules.isBlank(text)) {
            return identifier ? error(row, name, ProblemCode.VALUE_REQUIRED, Map.of("column", name)) : null;
        }
        if (text.length() > max) {
            return error(row, name, ProblemCode.VALUE_TOO_LONG, Map.of("limit", Integer.toString(max)));
        }
        if (forbidden >= 0) {
            return error(row, name, ProblemCode.VALUE_HAS_CONTROL_CHARACTER, CellReader.character(text, forbidden));
        }
        return text;
    }

    private @Nullable String error(SourceRow row, String name, ProblemCode code, Map<String, String> arguments) {
        int column = column(name);
        Place place = table.locator().locate(row.number(), row.position(), column, name);
        String value = row.isBlank(column) ? null : row.text(column);
        problems.add(ProblemCollector.RECORDS, row.position(), column, code, place, value, arguments);
        return null;
    }

    /** Reports a row that names a record which it cannot close, at the name. */
    public void refuse(ReconciliationRow row, ProblemCode code, Map<String, String> arguments) {
        refuse(row.number(), row.position(), row.idColumn(), row.id(), code, arguments);
    }

    void refuse(long number, long position, int column, String id, ProblemCode code, Map<String, String> arguments) {
        String name = column == column(SYSTEM_ID) ? SYSTEM_ID : Columns.RECORD_ID;
        Place place = table.locator().locate(number, position, column, name);
        problems.add(ProblemCollector.RECORDS, position, column, code, place, id, arguments);
    }

    /** Reports a row whose record is closed with another billing id, at the billing id. */
    public void refuseBillingId(ReconciliationRow row) {
        int column = column(BILLING_ID);
        Place place = table.locator().locate(row.number(), row.position(), column, BILLING_ID);
        problems.add(
                ProblemCollector.RECORDS,
                row.position(),
                column,
                ProblemCode.RECONCILIATION_OTHER_BILLING_ID,
                place,
                row.billingId(),
                Map.of("record", row.id()));
    }
}
