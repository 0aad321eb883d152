package org.usageflow.model;

import java.util.regex.Pattern;

/**
 * The id of a usage file, made by the library: {@code UF-YYYY-MM-NNNN-NNNN}.
 *
 * <p>Source: rules §1.
 *
 * @param value the id's text
 */
public record UsageFileId(String value) implements Comparable<UsageFileId> {

    private static final Pattern SHAPE = Pattern.compile("UF-\\d{4}-\\d{2}-\\d{4}-\\d{4}");

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the text has another shape
     */
    public UsageFileId {
        value = Identifiers.shaped(value, SHAPE, "UsageFileId", "UF-YYYY-MM-NNNN-NNNN");
    }

    /** Compares by the text's code units. */
    @Override
    public int compareTo(UsageFileId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
