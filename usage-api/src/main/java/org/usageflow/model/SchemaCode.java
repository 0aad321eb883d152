package org.usageflow.model;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The code of a reporting schema: {@code QT}, {@code PR}, {@code CR}, {@code TR}, or a host's own.
 *
 * <p>Kept in upper case; the dialect of the original platform writes it in lower case.
 *
 * @param value 1 to 16 letters, digits, {@code _} or {@code -}
 */
public record SchemaCode(String value) implements Comparable<SchemaCode> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9_-]{1,16}");

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the text has another shape
     */
    public SchemaCode {
        value = Identifiers.shaped(
                Objects.requireNonNull(value, "value").strip().toUpperCase(Locale.ROOT),
                SHAPE,
                "SchemaCode",
                "of 1 to 16 letters, digits, _ or -");
    }

    @Override
    public int compareTo(SchemaCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
