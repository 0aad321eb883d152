package org.usageflow.testkit.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.DateSystem;
import org.usageflow.spi.format.Locator;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadLimits;

/** Reads {@link LineFormat}, all of it in memory. */
final class LineReader {

    private final boolean severalTables;
    private final Defect defect;
    private final ReadOptions options;
    private final UploadLimits limits;
    private final RowSink sink;

    LineReader(boolean severalTables, Defect defect, ReadOptions options, RowSink sink) {
        this.severalTables = severalTables;
        this.defect = defect;
        this.options = options;
        this.limits = options.limits();
        this.sink = sink;
    }

    void read(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        if (!lines.get(0).startsWith(LineFormat.MAGIC)) {
            fault();
            return;
        }
        Map<TableName, List<String>> tables = tables(lines);
        if (severalTables && options.tables().contains(TableName.RECORDS) && !tables.containsKey(TableName.RECORDS)) {
            sink.fault(ProblemCode.SHEET_MISSING, Place.FILE, null, Map.of("sheet", "records"));
            return;
        }
        for (var table : tables.entrySet()) {
            if (!push(table.getKey(), table.getValue())) {
                return;
            }
        }
    }

    private void fault() {
        if (defect == Defect.THROWS_ON_DAMAGE) {
            throw new IllegalArgumentException("not a line");
        }
        sink.fault(ProblemCode.FILE_UNREADABLE, Place.FILE, null, Map.of("reason", "not a line"));
        if (defect == Defect.GOES_ON_AFTER_FAULT) {
            sink.fault(ProblemCode.FILE_UNREADABLE, Place.FILE, null, Map.of("reason", "still not"));
        }
    }

    private Map<TableName, List<String>> tables(List<String> lines) {
        Map<TableName, List<String>> tables =
                defect == Defect.PUSHES_TABLES_IN_FILE_ORDER ? new LinkedHashMap<>() : new EnumMap<>(TableName.class);
        List<String> open = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("T")) {
                open = new ArrayList<>();
                TableName name = name(LineFormat.unescape(line.substring(1)));
                if (name != null && options.tables().contains(name)) {
                    tables.put(name, open);
                }
            } else if (!line.isEmpty()) {
                open.add(line);
            }
        }
        return tables;
    }

    private TableName name(String tab) {
        return severalTables ? TableName.ofTab(tab).orElse(null) : options.onlyTable();
    }

    private boolean push(TableName name, List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).startsWith("H")) {
            fault();
            return false;
        }
        List<String> headers = LineFormat.cells(lines.get(0).substring(1)).stream()
                .map(LineFormat::unescape)
                .toList();
        if (defect != Defect.GIVES_ALL_COLUMNS) {
            headers = headers.subList(0, Math.min(headers.size(), limits.columns() + 1));
        }
        boolean wanted = sink.table(SourceTable.of(name, headers, 1, locator(name), DateSystem.EXCEL_1900, false));
        return !wanted || pushRows(lines.subList(1, lines.size()));
    }

    private Locator locator(TableName name) {
        return (number, position, column, canonical) -> new Place(
                severalTables ? name.code() : null,
                number,
                defect == Defect.FORGETS_COLUMN_IN_PLACES ? null : canonical,
                severalTables && column >= 0 ? "C" + column : null,
                null);
    }

    private boolean pushRows(List<String> lines) {
        var row = new SourceRow();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("R")) {
                fault();
                return false;
            }
            fill(row, i, LineFormat.cells(lines.get(i).substring(1)));
            if (row.size() > limits.rowChars()) {
                LineFormat.tooLarge(sink, "characters of a row", limits.rowChars());
                return false;
            }
            if (row.isBlank()) {
                if (defect == Defect.ENDS_AT_BLANK_ROW) {
                    return true;
                }
            } else if (!isDropped(row) && !sink.row(row) && defect != Defect.NEVER_STOPS) {
                return false;
            }
        }
        return true;
    }

    private boolean isDropped(SourceRow row) {
        return defect == Defect.DROPS_COMMENTS && row.text(0).startsWith("#");
    }

    private void fill(SourceRow row, int index, List<String> cells) {
        row.begin(index + 2L, defect == Defect.POSITIONS_START_AT_ONE ? index + 1L : index);
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (!cell.isEmpty()) {
                set(row, column, LineFormat.kind(cell.charAt(0)), LineFormat.unescape(cell.substring(1)));
            }
        }
    }

    private void set(SourceRow row, int column, CellKind kind, String text) {
        if (kind == CellKind.BLANK) {
            return;
        }
        String kept = text.length() > limits.cellChars() && defect != Defect.IGNORES_LIMIT_OF_CELLS
                ? text.substring(0, limits.cellChars())
                : text;
        kept = defect == Defect.TRIMS_TEXT ? kept.strip() : kept;
        if (kind == CellKind.NUMBER && defect == Defect.LOSES_DIGITS) {
            kept = new java.math.BigDecimal(kept)
                    .round(java.math.MathContext.DECIMAL64)
                    .toString();
        }
        boolean guessed = defect == Defect.GUESSES_NUMBERS && kept.matches("\\d+");
        row.cell(column, guessed ? CellKind.NUMBER : kind, kept);
    }
}
