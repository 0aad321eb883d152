package org.usageflow.spi.format;

import java.util.Locale;
import java.util.Objects;

/**
 * The name of a file format, e.g. {@code xlsx}; also the ending of its files' names.
 *
 * @param value in lower case
 */
public record FormatId(String value) {

    public static final FormatId XLSX = new FormatId("xlsx");
    public static final FormatId CSV = new FormatId("csv");
    /** A JSON array of objects. */
    public static final FormatId JSON = new FormatId("json");
    /** JSON Lines: an object a line. */
    public static final FormatId JSONL = new FormatId("jsonl");

    public FormatId {
        value = Objects.requireNonNull(value, "value").strip().toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a format has a name");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
