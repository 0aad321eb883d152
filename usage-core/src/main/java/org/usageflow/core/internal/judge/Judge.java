package org.usageflow.core.internal.judge;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.ColumnSet;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;

/**
 * Judges one upload, as a reader pushes it: tables and headers, rows in batches, then rows together.
 *
 * <p>A fault of shape ends it, and what was found before does not count. Memory is that of a batch. Used once, by one thread.
 *
 * <p>Source: rules §6.1.
 */
public final class Judge implements RowSink, Closeable {

    /** Most categories that a file may define. */
    public static final int MAX_CATEGORIES = 100_000;

    private static final int BATCH_ROWS = 1_000;
    private static final int BATCH_CHARS = 512 << 10;
    private static final int SORT_MEMORY = 2 << 20;

    private final JudgeContext context;
    private final ProblemCollector problems;
    private final Listener listener;
    private final Totals totals = new Totals();

    private @Nullable SideTable side;
    private @Nullable Set<String> categories;
    private @Nullable Rows rows;
    private boolean faulty;
    private long read;
    private long bytesRead;

    /**
     * Makes a judge.
     *
     * @param context what is judged against
     * @param problems takes what is found; may hold problems of before
     * @param listener hears of rows and progress
     */
    public Judge(JudgeContext context, ProblemCollector problems, Listener listener) {
        this.context = context;
        this.problems = problems;
        this.listener = listener;
    }

    /** Hears what comes of the rows. */
    public interface Listener {

        /** Whether rows are wanted at all. */
        boolean wantsRecords();

        /** A row, as far as rows are judged one by one: its problems are reported already, but for those that show once the file is read. The row is a view, valid during the call. */
        void onRow(JudgedRow row);

        /** A row is in error after all, now that the file is read: called once for a row that was not in error when it came. */
        void onLateError(long position);

        /** A batch is done. */
        void onProgress(long rowsRead, long bytesRead);
    }

    /** Everything of a records table. */
    private final class Rows implements Closeable {
        final Layout layout;
        final CellReader cells;
        final ReferenceResolver resolver;
        final RowRules rules;
        final LateChecks late;
        final RowState[] batch = new RowState[BATCH_ROWS];
        final JudgedRow judged;
        int count;
        int chars;

        Rows(Layout layout) {
            this.layout = layout;
            var reporter = new RowReporter(layout, problems);
            cells = new CellReader(layout, reporter);
            resolver = new ReferenceResolver(context, layout, reporter);
            rules = new RowRules(context, layout, reporter);
            late = new LateChecks(context, layout, reporter, totals, listener::onLateError, SORT_MEMORY);
            judged = new JudgedRow(layout);
            Set<String> defined = categories;
            if (defined != null) {
                rules.categories(defined);
            }
        }

        void add(SourceRow source) {
            RowState row = batch[count];
            if (row == null) {
                row = new RowState(layout);
                batch[count] = row;
            }
            row.begin(source);
            count++;
            chars += source.size();
            cells.read(source, row);
            row.id = row.textAt(layout.recordId);
            resolver.note(row);
            if (count == BATCH_ROWS || chars >= BATCH_CHARS) {
                flush();
            }
        }

        void flush() {
            resolver.resolve(batch, count);
            for (int i = 0; i < count; i++) {
                RowState row = batch[i];
                rules.check(row);
                late.add(row);
                if (listener.wantsRecords()) {
                    listener.onRow(judged.of(row));
                }
            }
            count = 0;
            chars = 0;
            listener.onProgress(read, bytesRead);
        }

        @Override
        public void close() throws IOException {
            late.close();
        }
    }

    @Override
    public boolean table(SourceTable table) {
        side = null;
        return switch (table.name()) {
            case GENERAL -> {
                side = GeneralTable.of(table, context, problems);
                yield side != null;
            }
            case CATEGORIES -> beginCategories(table);
            case RECORDS -> beginRecords(table);
        };
    }

    private boolean beginCategories(SourceTable table) {
        if (table.headers().isEmpty()) {
            return false;
        }
        var defined = new HashSet<String>();
        categories = defined;
        side = CategoriesTable.of(table, problems, defined);
        if (side == null) {
            faulty = true;
        }
        return side != null;
    }

    private boolean beginRecords(SourceTable table) {
        int columns = context.limits().columns();
        Layout layout = new HeaderCheck(table, context.columns(), columns, problems).check();
        if (layout == null || faulty) {
            faulty = true;
            return false;
        }
        rows = new Rows(layout);
        return true;
    }

    @Override
    public boolean row(SourceRow row) {
        SideTable aside = side;
        if (aside != null) {
            aside.row(row);
            return !isOverfull();
        }
        Rows records = rows;
        if (records == null) {
            throw new IllegalStateException("a row came before its table");
        }
        read++;
        records.add(row);
        return true;
    }

    private boolean isOverfull() {
        Set<String> defined = categories;
        boolean overfull = defined != null && defined.size() > MAX_CATEGORIES;
        if (overfull) {
            fault(
                    ProblemCode.FILE_TOO_LARGE,
                    Place.FILE,
                    null,
                    Map.of("what", "number of categories", "limit", String.format(Locale.ROOT, "%,d", MAX_CATEGORIES)));
        }
        return overfull;
    }

    @Override
    public void fault(ProblemCode code, Place place, @Nullable String value, Map<String, String> arguments) {
        problems.clear();
        problems.add(ProblemCollector.FILE, 0, -1, code, place, value, arguments);
        faulty = true;
    }

    @Override
    public void progress(long bytes) {
        bytesRead = bytes;
    }

    /** Judges what is left once the reader is done. */
    public void finish() {
        Rows records = rows;
        if (faulty) {
            read = 0;
            totals.clear();
            return;
        }
        if (records != null) {
            records.flush();
            records.late.finish();
        }
        if (read == 0) {
            problems.add(ProblemCollector.FILE, 0, -1, ProblemCode.FILE_NO_RECORDS, Place.FILE, null, Map.of());
        }
    }

    /** Whether the shape is at fault, so that no row counts. */
    public boolean isFaulty() {
        return faulty;
    }

    /** Rows read, blank ones aside; none after a fault of shape. */
    public long rowsRead() {
        return read;
    }

    /** Rows in error. */
    public long rowsInvalid() {
        Rows records = rows;
        return faulty || records == null ? 0 : records.late.invalidRows();
    }

    /** Sums over the valid rows. */
    public Totals totals() {
        return totals;
    }

    /** Removes temporary files. */
    @Override
    public void close() throws IOException {
        Rows records = rows;
        if (records != null) {
            records.close();
        }
    }

    /** A table beside the records. */
    interface SideTable {
        void row(SourceRow row);
    }

    /** The column of a side table that a header names; -1 for none. */
    static int columnOf(SourceTable table, String name) {
        List<String> headers = table.headers();
        for (int column = 0; column < headers.size(); column++) {
            if (ColumnSet.fold(headers.get(column)).equals(name)) {
                return column;
            }
        }
        return -1;
    }
}
