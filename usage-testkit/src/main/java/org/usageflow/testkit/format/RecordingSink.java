package org.usageflow.testkit.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.TableName;

/**
 * A sink that keeps all that a reader pushes, copied, and notes where the reader breaks the order of calls that {@link RowSink} asks for.
 *
 * <p>Memory is that of the file. Not thread-safe.
 */
public final class RecordingSink implements RowSink {

    private final long wantedRows;
    private final List<RecordedTable> tables = new ArrayList<>();
    private final List<RecordedFault> faults = new ArrayList<>();
    private final List<Long> progress = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final Thread thread = Thread.currentThread();
    private long rows;
    private boolean stopped;

    /**
     * A table as it was pushed.
     *
     * @param source the header and how to speak of the cells
     * @param rows in the order in which they came
     */
    public record RecordedTable(SourceTable source, List<RecordedRow> rows) {

        /** Which table. */
        public TableName name() {
            return source.name();
        }

        /**
         * The index of the column with that header, as written.
         *
         * @throws IllegalArgumentException if there is none
         */
        public int column(String header) {
            int index = source.headers().indexOf(header);
            if (index < 0) {
                throw new IllegalArgumentException("no column '" + header + "' in " + source.headers());
            }
            return index;
        }

        /** A row's cell under a header; a blank one where the source has no such column. */
        public RecordedCell cell(int row, String header) {
            int index = source.headers().indexOf(header);
            return index < 0 ? RecordedCell.BLANK : rows.get(row).cell(index);
        }

        /** The text that the cell stands for: as it is, but for the apostrophe that guards a formula (rules §9). */
        public String meaning(int row, String header) {
            String text = cell(row, header).text();
            return source.apostrophes() ? FormulaGuard.taken(text) : text;
        }
    }

    /**
     * A row, copied.
     *
     * @param number see {@link SourceRow#number()}
     * @param position see {@link SourceRow#position()}
     * @param cells by column
     */
    public record RecordedRow(long number, long position, List<RecordedCell> cells) {

        /** The cell of a column; a blank one beyond the row's width. */
        public RecordedCell cell(int column) {
            return column < cells.size() ? cells.get(column) : RecordedCell.BLANK;
        }

        static RecordedRow copyOf(SourceRow row) {
            var cells = new ArrayList<RecordedCell>();
            for (int column = 0; column < row.width(); column++) {
                cells.add(new RecordedCell(row.kind(column), row.text(column)));
            }
            return new RecordedRow(row.number(), row.position(), List.copyOf(cells));
        }
    }

    /**
     * A cell, copied.
     *
     * @param kind what it is
     * @param text exact; empty for a blank cell
     */
    public record RecordedCell(CellKind kind, String text) {

        /** Nothing there. */
        public static final RecordedCell BLANK = new RecordedCell(CellKind.BLANK, "");
    }

    /**
     * A fault, as {@link RowSink#fault} was told.
     *
     * @param code what
     * @param place where
     * @param value the offending text; null for none
     * @param arguments for the message
     */
    public record RecordedFault(
            ProblemCode code, Place place, @Nullable String value, Map<String, String> arguments) {}

    private RecordingSink(long wantedRows) {
        this.wantedRows = wantedRows;
    }

    /** A sink that wants every table and row. */
    public static RecordingSink all() {
        return new RecordingSink(Long.MAX_VALUE);
    }

    /** A sink that stops the reader at its n-th row; with 0 it wants no rows of any table. */
    public static RecordingSink stoppingAfter(long rows) {
        return new RecordingSink(rows);
    }

    @Override
    public boolean table(SourceTable table) {
        noteCall("table " + table.name());
        if (!tables.isEmpty() && tables.get(tables.size() - 1).name().compareTo(table.name()) >= 0) {
            violations.add("table " + table.name() + " after table "
                    + tables.get(tables.size() - 1).name());
        }
        tables.add(new RecordedTable(table, new ArrayList<>()));
        return wantedRows > 0;
    }

    @Override
    public boolean row(SourceRow row) {
        noteCall("row " + row.number());
        if (tables.isEmpty() || wantedRows == 0) {
            violations.add("row " + row.number() + " without a table that is wanted");
            return false;
        }
        if (row.isBlank()) {
            violations.add("row " + row.number() + " is wholly blank");
        }
        tables.get(tables.size() - 1).rows().add(RecordedRow.copyOf(row));
        rows++;
        stopped = rows >= wantedRows;
        return !stopped;
    }

    @Override
    public void fault(ProblemCode code, Place place, @Nullable String value, Map<String, String> arguments) {
        noteCall("fault " + code);
        faults.add(new RecordedFault(code, place, value, Map.copyOf(arguments)));
    }

    @Override
    public void progress(long bytesRead) {
        if (!progress.isEmpty() && progress.get(progress.size() - 1) > bytesRead) {
            violations.add("progress falls to " + bytesRead);
        }
        progress.add(bytesRead);
    }

    private void noteCall(String call) {
        if (!faults.isEmpty()) {
            violations.add(call + " after fault " + faults.get(0).code());
        }
        if (stopped) {
            violations.add(call + " after the sink said stop");
        }
        if (!thread.equals(Thread.currentThread())) {
            violations.add(call + " in another thread");
        }
    }

    /** The tables, in the order in which they came. */
    public List<RecordedTable> tables() {
        return List.copyOf(tables);
    }

    /**
     * The table of that name.
     *
     * @throws IllegalArgumentException if it was not pushed
     */
    public RecordedTable table(TableName name) {
        for (RecordedTable table : tables) {
            if (table.name() == name) {
                return table;
            }
        }
        throw new IllegalArgumentException("no table " + name + " was pushed; faults: " + faults);
    }

    /** The faults; more than one is a violation. */
    public List<RecordedFault> faults() {
        return List.copyOf(faults);
    }

    /** What {@link RowSink#progress} was told, in order. */
    public List<Long> progress() {
        return List.copyOf(progress);
    }

    /** Number of rows of all tables. */
    public long rows() {
        return rows;
    }

    /** Where the reader broke the order of calls, in words; empty for a correct one. A reader that pushes from a thread other than the one that made this sink breaks it too. */
    public List<String> violations() {
        return List.copyOf(violations);
    }
}
