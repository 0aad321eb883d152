package org.usageflow.model;

import java.util.regex.Pattern;

/**
 * The id of a part file, made by the library: the file's digits and a three-digit part number, {@code UFC-YYYY-MM-NNNN-NNNN-NNN}.
 *
 * <p>Source: rules §1.
 *
 * @param value the id's text
 */
public record PartFileId(String value) implements Comparable<PartFileId> {

    private static final Pattern SHAPE = Pattern.compile("UFC-\\d{4}-\\d{2}-\\d{4}-\\d{4}-\\d{3}");

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the text has another shape
     */
    public PartFileId {
        value = Identifiers.shaped(value, SHAPE, "PartFileId", "UFC-YYYY-MM-NNNN-NNNN-NNN");
    }

    /** Compares by the text's code units. */
    @Override
    public int compareTo(PartFileId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
