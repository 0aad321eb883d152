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

    /** Most reconciliation files of a usage file. */
    public static final int MOST = 999;

    private static final Pattern SHAPE = Pattern.compile("RCF-\\d{4}-\\d{2}-\\d{4}-\\d{4}-\\d{3}");

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the text has another shape
     */
    public ReconciliationFileId {
        value = Identifiers.shaped(value, SHAPE, "ReconciliationFileId", "RCF-YYYY-MM-NNNN-NNNN-NNN");
    }

    /**
     * Makes the id of the n-th reconciliation file of a usage file.
     *
     * @param file whose digits it takes
     * @param number 1 to {@value #MOST}
     * @throws IllegalArgumentException outside that range
     */
    public static ReconciliationFileId of(UsageFileId file, int number) {
        return new ReconciliationFileId(
                "RCF" + file.value().substring(2) + "-" + Identifiers.running(number, MOST, "reconciliation files"));
    }

    /** The usage file that is reconciled. */
    public UsageFileId file() {
        return new UsageFileId("UF" + value.substring(3, 21));
    }

    /** Its running number in the file, from 1; 0 for an id that no file has. */
    public int number() {
        return Integer.parseInt(value.substring(22));
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
