package org.usageflow.model;

import java.util.regex.Pattern;

/**
 * The id of a reconciliation file, made by the library: {@code RCF-YYYY-MM-NNNN-NNNN-NNN}.
 *
 * <p>Source: rules §1.
 *
 * @param value the id's text
 */
public record ReconciliationFileId(String value) implements Comparable<ReconciliationFileId> {

    private static final Pattern SHAPE = Pattern.compile("RCF-\\d{4}-\\d{2}-\\d{4}-\\d{4}-\\d{3}");

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the text has another shape
     */
    public ReconciliationFileId {
        value = Identifiers.shaped(value, SHAPE, "ReconciliationFileId", "RCF-YYYY-MM-NNNN-NNNN-NNN");
    }

    /** Compares by the text's code units. */
    @Override
    public int compareTo(ReconciliationFileId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
