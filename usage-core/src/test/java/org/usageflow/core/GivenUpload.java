package org.usageflow.core;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.DateSystem;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.TableName;

/** An upload as a test gives it: tables of rows, pushed as a workbook's are. The header is row 1. */
final class GivenUpload {

    private final Map<TableName, Table> tables = new EnumMap<>(TableName.class);
    private DateSystem dates = DateSystem.EXCEL_1900;
    private boolean apostrophes;
    private @Nullable ProblemCode fault;
    private @Nullable IOException failure;

    private record Table(List<String> headers, int count, IntFunction<GivenRow> rows) {}

    static GivenUpload empty() {
        return new GivenUpload();
    }

    /** Records under the headers that the rows name. */
    static GivenUpload records(GivenRow... rows) {
        return empty().table(TableName.RECORDS, rows);
    }

    /** Records made one by one, under the headers that the first one names. */
    static GivenUpload records(int count, IntFunction<GivenRow> rows) {
        GivenUpload upload = empty();
        upload.tables.put(
                TableName.RECORDS, new Table(List.copyOf(rows.apply(0).cells().keySet()), count, rows));
        return upload;
    }

    /** Adds a table under the headers that its rows name. */
    GivenUpload table(TableName name, GivenRow... rows) {
        Set<String> headers = new LinkedHashSet<>();
        for (GivenRow row : rows) {
            headers.addAll(row.cells().keySet());
        }
        return table(name, List.copyOf(headers), rows);
    }

    /** Adds a table under these headers. */
    GivenUpload table(TableName name, List<String> headers, GivenRow... rows) {
        tables.put(name, new Table(headers, rows.length, index -> rows[index]));
        return this;
    }

    /** Adds categories. */
    GivenUpload categories(String... ids) {
        return table(
                TableName.CATEGORIES,
                List.of("category_id"),
                List.of(ids).stream()
                        .map(id -> GivenRow.empty().with("category_id", id))
                        .toArray(GivenRow[]::new));
    }

    /** Adds an attribute in the tab general. */
    GivenUpload general(GivenRow... rows) {
        return table(TableName.GENERAL, List.of("Attribute_ID", "attribute_value"), rows);
    }

    /** Counts dates from 1904. */
    GivenUpload in1904() {
        dates = DateSystem.EXCEL_1904;
        return this;
    }

    /** Has apostrophes before formulas, as CSV has. */
    GivenUpload withApostrophes() {
        apostrophes = true;
        return this;
    }

    /** Ends with a fault of shape. */
    GivenUpload thenFault(ProblemCode code) {
        fault = code;
        return this;
    }

    /** Ends because the machine fails. */
    GivenUpload thenFailure(IOException exception) {
        failure = exception;
        return this;
    }

    void push(Set<TableName> wanted, RowSink sink) throws IOException {
        long bytes = 0;
        for (Map.Entry<TableName, Table> each : tables.entrySet()) {
            if (wanted.contains(each.getKey()) && !push(each.getKey(), each.getValue(), sink)) {
                return;
            }
            bytes += 1_000;
            sink.progress(bytes);
        }
        if (failure != null) {
            throw failure;
        }
        if (fault != null) {
            sink.fault(fault, Place.FILE, "content", Map.of("reason", "the test wants it"));
        }
    }

    private boolean push(TableName name, Table table, RowSink sink) {
        boolean more = sink.table(SourceTable.of(
                name,
                table.headers(),
                1,
                (number, position, column, canonical) -> place(name, number, column, canonical),
                dates,
                apostrophes));
        if (!more) {
            return true;
        }
        Map<String, Integer> columns = new HashMap<>();
        IntStream.range(0, table.headers().size())
                .forEach(column -> columns.putIfAbsent(table.headers().get(column), column));
        var row = new SourceRow();
        for (int i = 0; i < table.count(); i++) {
            table.rows().apply(i).fill(row.begin(i + 2L, i), columns);
            if (!row.isBlank() && !sink.row(row)) {
                return false;
            }
            if (i % 1_500 == 1_499) {
                sink.progress(i / 100);
            }
        }
        return true;
    }

    private static Place place(TableName name, long number, int column, @Nullable String canonical) {
        String cell = column < 0 ? null : (char) ('A' + column) + Long.toString(number);
        return new Place(name.code(), number, canonical, cell, null);
    }
}
