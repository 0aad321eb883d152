package org.usageflow.core.internal.decode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.TextRules;
import org.usageflow.spi.format.DateSystem;

/**
 * Reads times in UTC from text and from a spreadsheet's serial numbers.
 *
 * <p>Text is {@code YYYY-MM-DD}, {@code YYYY-MM-DD h:mm:ss} with one or two digits of the hour and up to nine of a fraction, or ISO 8601 with {@code T} and an offset of zero. A date alone is midnight. Years 1970 to 2199.
 *
 * <p>Reusable, not thread-safe. Source: rules §3.3.
 */
public final class TimeReader {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;
    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
    private static final long DAY = 86_400;
    /** Days from 1899-12-30, where a spreadsheet's count would be 0 without its leap year of 1900, to 1970-01-01. */
    private static final long EPOCH_1900 = 25_569;

    private static final long EPOCH_1904 = 24_107;
    private static final long LAST_SECOND = 7_258_118_399L;

    private final DecimalReader decimals = new DecimalReader();
    private char[] text = new char[0];
    private int at;
    private int end;
    private boolean otherOffset;

    /** Makes a reader. */
    public TimeReader() {}

    /**
     * Reads a time from text.
     *
     * @return the time; null where the characters are none in UTC, see {@link #hadOtherOffset()}
     */
    public @Nullable Instant read(char[] source, int from, int length) {
        return read(source, from, length, false);
    }

    /** Whether what was read last is a time, but not in UTC. */
    public boolean hadOtherOffset() {
        return otherOffset;
    }

    /**
     * Reads a date-formatted cell: its serial number, rounded to the nearest second, or the ISO text of a cell of the date type, which needs no offset.
     *
     * @return the time; null where there is none, or it lies outside the years that are read
     */
    public @Nullable Instant readCell(char[] source, int from, int length, DateSystem system) {
        otherOffset = false;
        BigDecimal serial = decimals.read(source, from, length, false);
        if (serial == null) {
            return read(source, from, length, true);
        }
        long epoch = system == DateSystem.EXCEL_1900 ? EPOCH_1900 : EPOCH_1904;
        BigDecimal second = serial.subtract(BigDecimal.valueOf(epoch))
                .multiply(SECONDS_PER_DAY)
                .setScale(0, RoundingMode.HALF_UP);
        boolean inRange = second.signum() >= 0 && second.compareTo(BigDecimal.valueOf(LAST_SECOND)) <= 0;
        return inRange ? Instant.ofEpochSecond(second.longValueExact()) : null;
    }

    private @Nullable Instant read(char[] source, int from, int length, boolean offsetOptional) {
        text = source;
        at = from;
        end = from + length;
        otherOffset = false;
        while (at < end && TextRules.isWhiteSpace(text[at])) {
            at++;
        }
        while (end > at && TextRules.isWhiteSpace(text[end - 1])) {
            end--;
        }
        long day = readDate();
        if (day < 0) {
            return null;
        }
        return at == end ? Instant.ofEpochSecond(day * DAY) : readTime(day, offsetOptional);
    }

    private long readDate() {
        int year = digits(4, 4);
        if (!skip('-')) {
            return -1;
        }
        int month = digits(2, 2);
        if (!skip('-')) {
            return -1;
        }
        int dayOfMonth = digits(2, 2);
        boolean valid = year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= 12
                && dayOfMonth >= 1
                && dayOfMonth <= daysOf(year, month);
        return valid ? epochDay(year, month, dayOfMonth) : -1;
    }

    private @Nullable Instant readTime(long day, boolean offsetOptional) {
        boolean iso = skip('T') || skip('t');
        if (!iso && !skip(' ')) {
            return null;
        }
        int hour = digits(1, 2);
        if (!skip(':')) {
            return null;
        }
        int minute = digits(2, 2);
        int second = 0;
        if (!iso || (at < end && text[at] == ':')) {
            if (!skip(':')) {
                return null;
            }
            second = digits(2, 2);
        }
        int nanos = readFraction();
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || nanos < 0) {
            return null;
        }
        return readOffset(!iso || offsetOptional)
                ? Instant.ofEpochSecond(day * DAY + hour * 3600L + minute * 60L + second, nanos)
                : null;
    }

    private int readFraction() {
        if (!skip('.')) {
            return 0;
        }
        int from = at;
        int fraction = digits(1, 9);
        for (int i = at - from; i < 9 && fraction > 0; i++) {
            fraction *= 10;
        }
        return fraction;
    }

    /** Reads the offset to the end of the text, and says whether it is zero, or absent where it may be. */
    private boolean readOffset(boolean optional) {
        if (at == end) {
            return optional;
        }
        if (skip('Z') || skip('z')) {
            return at == end;
        }
        skip(' ');
        if (!skip('+') && !skip('-')) {
            return false;
        }
        int hours = digits(2, 2);
        boolean colon = skip(':');
        int minutes = at == end && !colon ? 0 : digits(2, 2);
        if (hours < 0 || minutes < 0 || at != end) {
            return false;
        }
        otherOffset = hours != 0 || minutes != 0;
        return !otherOffset;
    }

    private boolean skip(char c) {
        if (at < end && text[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    private int digits(int least, int most) {
        int value = 0;
        int count = 0;
        while (count < most && at < end && text[at] >= '0' && text[at] <= '9') {
            value = value * 10 + (text[at] - '0');
            at++;
            count++;
        }
        return count < least ? -1 : value;
    }

    private static int daysOf(int year, int month) {
        return switch (month) {
            case 2 -> isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /** Days since 1970-01-01, counted in years that begin in March, so that the leap day comes last. */
    private static long epochDay(int year, int month, int dayOfMonth) {
        int shifted = month > 2 ? year : year - 1;
        long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + dayOfMonth - 1;
        return shifted * 365L + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468;
    }
}
