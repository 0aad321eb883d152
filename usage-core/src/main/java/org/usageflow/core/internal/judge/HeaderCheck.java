package org.usageflow.core.internal.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.TextRules;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.Column;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.ColumnUse;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.SourceTable;

/**
 * Judges the header of the records: finds every fault in it, or lays the columns out.
 *
 * <p>Source: rules §3.1, §6.1.
 */
final class HeaderCheck {

    private final SourceTable table;
    private final ColumnSet known;
    private final int maxColumns;
    private final ProblemCollector problems;
    private final Map<String, Integer> sources = new HashMap<>();
    private final List<String> parameters = new ArrayList<>();
    private boolean faulty;
    private boolean tooManyParameters;

    HeaderCheck(SourceTable table, ColumnSet known, int maxColumns, ProblemCollector problems) {
        this.table = table;
        this.known = known;
        this.maxColumns = maxColumns;
        this.problems = problems;
    }

    /** The layout; null where the header has a fault, which is then reported. */
    @Nullable
    Layout check() {
        if (table.headers().size() > maxColumns) {
            report(
                    ProblemCode.COLUMN_TOO_MANY,
                    maxColumns,
                    Map.of("limit", Integer.toString(maxColumns), "what", "columns"));
            return null;
        }
        for (int column = 0; column < table.headers().size(); column++) {
            check(column, ColumnSet.fold(table.headers().get(column)));
        }
        for (Column column : known.columns()) {
            boolean wanted = column.use() == ColumnUse.REQUIRED || column.use() == ColumnUse.EXPECTED;
            if (wanted && !sources.containsKey(column.name())) {
                missing(problems, column.name());
                faulty = true;
            }
        }
        leaveOutAdded();
        return faulty ? null : new Layout(table, known, parameters, sources);
    }

    /** A subscription's id that a processed file added is not the vendor's. */
    private void leaveOutAdded() {
        Integer column = sources.get(Columns.ASSET_RECON_ID);
        boolean optional = known.find(Columns.ASSET_RECON_ID)
                .filter(each -> each.use() == ColumnUse.OPTIONAL)
                .isPresent();
        if (column != null && optional && AddedColumn.standsAsAdded(table.headers(), column)) {
            sources.remove(Columns.ASSET_RECON_ID);
        }
    }

    /** A column that must be there is not. */
    static void missing(ProblemCollector problems, String column) {
        problems.add(
                ProblemCollector.HEADER,
                -1,
                -1,
                ProblemCode.COLUMN_MISSING,
                Place.column(column),
                null,
                Map.of("column", column));
    }

    private void check(int column, String header) {
        if (header.isEmpty() || header.startsWith(Columns.PRIVATE_PREFIX)) {
            return;
        }
        boolean parameter = header.startsWith(Columns.PARAMETER_PREFIX);
        Optional<Column> standard = known.findByHeader(header);
        if (parameter ? !isParameterName(header) : standard.isEmpty()) {
            report(ProblemCode.COLUMN_UNKNOWN, column, Map.of());
            return;
        }
        String name = parameter ? header : standard.orElseThrow().name();
        if (sources.putIfAbsent(name, column) != null) {
            report(ProblemCode.COLUMN_DUPLICATE, column, Map.of());
        } else if (parameter) {
            addParameter(column, name);
        }
    }

    private static boolean isParameterName(String header) {
        return header.length() > Columns.PARAMETER_PREFIX.length()
                && header.length() <= Column.MAX_ID
                && TextRules.firstForbidden(header) < 0
                && header.equals(
                        Columns.PARAMETER_PREFIX + ColumnSet.fold(header.substring(Columns.PARAMETER_PREFIX.length())));
    }

    private void addParameter(int column, String name) {
        parameters.add(name);
        if (parameters.size() > ReportedRecord.MAX_PARAMETERS && !tooManyParameters) {
            tooManyParameters = true;
            report(
                    ProblemCode.COLUMN_TOO_MANY,
                    column,
                    Map.of("limit", Integer.toString(ReportedRecord.MAX_PARAMETERS), "what", "v. columns"));
        }
    }

    private void report(ProblemCode code, int column, Map<String, String> arguments) {
        String header = table.headers().get(column);
        Place place = table.placeOfHeader(column, header.strip());
        problems.add(ProblemCollector.HEADER, 0, column, code, place, header, arguments);
        faulty = true;
    }
}
