package org.usageflow.json.dialect;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times in UTC: read as files have them (rules §3.3), written with {@code +00:00}. */
final class Times {

    private static final long LAST_SECOND = 7_258_118_399L;
    private static final String YEARS = "is not of the years 1970 to 2199";

    private static final Pattern SHAPE = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)"
            + "(?:([Tt ])(\\d\\d?):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,9}))?)?"
            + " ?([Zz]|[+-]\\d\\d(?::?\\d\\d)?)?)?");
    private static final Pattern NO_OFFSET = Pattern.compile("[Zz]|[+-]00(?::?00)?");

    private Times() {}

    /** What is wrong with a text that is to be a time. */
    static final class NoTimeException extends Exception {
        private static final long serialVersionUID = 1L;

        NoTimeException(String reason) {
            super(reason);
        }
    }

    static Instant parse(String text) throws NoTimeException {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new NoTimeException("is no time");
        }
        String offset = matcher.group(9);
        boolean iso = matcher.group(4) != null && !" ".equals(matcher.group(4));
        if (offset != null && !NO_OFFSET.matcher(offset).matches()) {
            throw new NoTimeException("is a time of another offset than UTC");
        } else if (offset == null && iso) {
            throw new NoTimeException("is a time without Z or +00:00");
        }
        try {
            Instant time = time(matcher).toInstant(ZoneOffset.UTC);
            if (isInRange(time)) {
                return time;
            }
        } catch (DateTimeException e) {
            // A 30 February is as little a time as a word is
            throw new NoTimeException("is no time");
        }
        throw new NoTimeException(YEARS);
    }

    private static LocalDateTime time(Matcher matcher) {
        return LocalDateTime.of(
                number(matcher.group(1)),
                number(matcher.group(2)),
                number(matcher.group(3)),
                number(matcher.group(5)),
                number(matcher.group(6)),
                number(matcher.group(7)),
                nanos(matcher.group(8)));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    private static boolean isInRange(Instant time) {
        return time.getEpochSecond() >= 0 && time.getEpochSecond() <= LAST_SECOND;
    }

    /**
     * Lets the time pass if it can be read back.
     *
     * @throws IllegalArgumentException otherwise
     */
    static void check(@Nullable Instant time, String what) {
        if (time != null && !isInRange(time)) {
            throw new IllegalArgumentException(what + " " + YEARS + ": " + time);
        }
    }

    static String format(Instant time) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)) + "+00:00";
    }
}
