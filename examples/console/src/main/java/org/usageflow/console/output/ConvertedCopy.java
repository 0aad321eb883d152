package org.usageflow.console.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.DateSystem;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.format.WriteOptions;

/**
 * Writes the records of a file in another format, such that they read the same. Blank rows are left out, and so the rows are numbered anew.
 *
 * <p>Memory is that of a row. Not thread-safe.
 */
public final class ConvertedCopy implements RowSink {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    // Rules §3.3: what a spreadsheet's number keeps
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    private static final int LONGEST_NUMBER = 38;
    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(3_000_000);
    // Rules §9: text that is guarded by one apostrophe in front
    private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private final RowWriter out;
    private final SourceRow copy = new SourceRow();
    private boolean apostrophes;
    private DateSystem dates = DateSystem.EXCEL_1900;
    private long rows;

    private ConvertedCopy(RowWriter out) {
        this.out = out;
    }

    /**
     * Writes the copy.
     *
     * @param from the format of the original
     * @param to the format of the copy
     * @param target stays open
     * @throws IOException if the original cannot be read, or the copy not written
     */
    public static void write(UsageFormat from, UploadSource original, UsageFormat to, OutputStream target)
            throws IOException {
        try (RowWriter out = to.write(target, WriteOptions.DEFAULTS)) {
            from.read(original, ReadOptions.DEFAULTS.withTables(TableName.RECORDS), new ConvertedCopy(out));
            out.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean table(SourceTable table) {
        apostrophes = table.apostrophes();
        dates = table.dates();
        List<OutputColumn> columns =
                table.headers().stream().map(OutputColumn::text).toList();
        try {
            out.table(new OutputTable(TableName.RECORDS.code(), columns));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean row(SourceRow row) {
        copy.begin(rows + 2, rows);
        rows++;
        for (int column = 0; column < row.width(); column++) {
            if (row.kind(column) != CellKind.BLANK) {
                cell(row, column);
            }
        }
        try {
            out.row(copy);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cell(SourceRow row, int column) {
        String text = row.text(column);
        switch (row.kind(column)) {
            case NUMBER -> copy.cell(column, CellKind.NUMBER, text);
            case SPREADSHEET_NUMBER -> number(column, text);
            case SPREADSHEET_DATE -> copy.cell(column, CellKind.TEXT, time(text));
            default ->
                copy.cell(
                        column,
                        CellKind.TEXT,
                        apostrophes && GUARDED.matcher(text).matches() ? text.substring(1) : text);
        }
    }

    private void number(int column, String text) {
        BigDecimal number = parsed(text);
        if (number != null && number.precision() + Math.abs((long) number.scale()) <= LONGEST_NUMBER) {
            copy.cell(column, CellKind.NUMBER, JsonText.plain(number.round(DIGITS)));
        } else {
            copy.cell(column, CellKind.TEXT, text);
        }
    }

    private static @Nullable BigDecimal parsed(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A date as text: of the workbook's serial number, to the nearest second. */
    private String time(String text) {
        BigDecimal days = parsed(text);
        if (days == null || days.signum() < 0 || days.compareTo(LAST_DAY) > 0) {
            return text;
        }
        LocalDateTime begin = dates == DateSystem.EXCEL_1904
                ? LocalDateTime.of(1904, 1, 1, 0, 0)
                : LocalDateTime.of(1899, 12, 30, 0, 0);
        long seconds =
                days.multiply(SECONDS_PER_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return TIME.format(begin.plusSeconds(seconds));
    }

    @Override
    public void fault(ProblemCode code, Place place, @Nullable String value, Map<String, String> arguments) {
        throw new UncheckedIOException(new IOException("the file cannot be read again: " + code));
    }
}
