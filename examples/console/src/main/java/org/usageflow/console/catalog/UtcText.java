package org.usageflow.console.catalog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.usageflow.model.UsagePeriod;

/** Reads times and periods as the catalog and the command line write them: in UTC alone. */
public final class UtcText {

    private UtcText() {}

    /**
     * Reads {@code 2020-02-01}, which is midnight, or {@code 2020-02-01T12:00:00Z}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Instant instant(String text) {
        try {
            if (text.indexOf('T') < 0) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getOffset().equals(ZoneOffset.UTC)) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(notATime(text), e);
        }
        throw new IllegalArgumentException(notATime(text));
    }

    private static String notATime(String text) {
        return "'" + text + "' is not a time in UTC: 2020-02-01 or 2020-02-01T12:00:00Z is expected";
    }

    /**
     * Reads a date.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a date: 2020-02-01 is expected", e);
        }
    }

    /**
     * Reads {@code START/END}; the end is exclusive.
     *
     * @throws IllegalArgumentException if it is none, or does not end after its start
     */
    public static UsagePeriod period(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a period: START/END is expected, such as 2020-02-01/2020-03-01");
        }
        return new UsagePeriod(instant(text.substring(0, slash)), instant(text.substring(slash + 1)));
    }
}
