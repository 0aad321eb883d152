package org.usageflow.core.internal.judge;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.decode.DecimalReader;
import org.usageflow.core.internal.decode.TextCache;
import org.usageflow.core.internal.decode.TimeReader;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;

/**
 * The text, number or time that a cell comes to, whatever kind of cell it is. Not thread-safe.
 *
 * <p>Source: rules §3.3, §9.
 */
public final class CellText {

    /** How a text is kept. */
    public enum Keeping {
        /** As written. */
        EXACT,
        /** In NFC. */
        IDENTIFIER,
        /** In NFC, and as the same string as lately: for ids that repeat. */
        REPEATING_IDENTIFIER
    }

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final long DAY = 86_400;

    private final SourceTable table;
    private final DecimalReader decimals = new DecimalReader();
    private final TimeReader times = new TimeReader();
    private final TextCache texts = new TextCache();

    /** Reads the cells of a table. */
    public CellText(SourceTable table) {
        this.table = table;
    }

    /** The text of a cell that is not blank. */
    public String text(SourceRow row, int column, Keeping keeping) {
        return switch (row.kind(column)) {
            case NUMBER, SPREADSHEET_NUMBER -> {
                BigDecimal number = number(row, column);
                yield number == null ? row.text(column) : number.toPlainString();
            }
            case SPREADSHEET_DATE -> dateText(row, column);
            default -> plain(row, column, keeping);
        };
    }

    private String plain(SourceRow row, int column, Keeping keeping) {
        char[] characters = row.characters();
        int from = row.start(column);
        int length = row.length(column);
        if (table.apostrophes() && isGuarded(characters, from, length)) {
            from++;
            length--;
        }
        return switch (keeping) {
            case EXACT -> new String(characters, from, length);
            case IDENTIFIER -> TextCache.normalised(characters, from, length);
            case REPEATING_IDENTIFIER -> texts.identifier(characters, from, length);
        };
    }

    /** Whether an apostrophe was put before text that a spreadsheet would run. */
    static boolean isGuarded(char[] text, int from, int length) {
        int at = from;
        int end = from + length;
        while (at < end && text[at] == '\'') {
            at++;
        }
        return at > from && at < end && "=+-@\t\r".indexOf(text[at]) >= 0;
    }

    private String dateText(SourceRow row, int column) {
        Instant time = times.readCell(row.characters(), row.start(column), row.length(column), table.dates());
        if (time == null) {
            return row.text(column);
        }
        DateTimeFormatter form = time.getEpochSecond() % DAY == 0 ? DATE : TIME;
        return form.format(time.atOffset(ZoneOffset.UTC));
    }

    /** The number of a cell; null where it is none. A date is none: a spreadsheet that took 1-2 for a date must not bill 43,832 units. */
    @Nullable
    BigDecimal number(SourceRow row, int column) {
        CellKind kind = row.kind(column);
        if (kind == CellKind.SPREADSHEET_DATE || kind == CellKind.BOOLEAN) {
            return null;
        }
        boolean spreadsheet = kind == CellKind.SPREADSHEET_NUMBER;
        return decimals.read(row.characters(), row.start(column), row.length(column), spreadsheet);
    }

    /** Whether the cell is a spreadsheet's number and lost digits when it was read just now. */
    boolean wasDamaged(SourceRow row, int column) {
        return row.kind(column) == CellKind.SPREADSHEET_NUMBER && decimals.wasDamaged();
    }

    /** The time of a cell; null where it is none in UTC. */
    @Nullable
    Instant time(SourceRow row, int column) {
        char[] characters = row.characters();
        int from = row.start(column);
        int length = row.length(column);
        return switch (row.kind(column)) {
            case TEXT -> times.read(characters, from, length);
            case SPREADSHEET_DATE -> times.readCell(characters, from, length, table.dates());
            default -> null;
        };
    }

    /** Whether the text read as a time just now is one, but not in UTC. */
    boolean hadOtherOffset(SourceRow row, int column) {
        CellKind kind = row.kind(column);
        return (kind == CellKind.TEXT || kind == CellKind.SPREADSHEET_DATE) && times.hadOtherOffset();
    }
}
