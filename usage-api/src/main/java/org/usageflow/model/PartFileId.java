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

    /** Most parts of a file. */
    public static final int MOST = 999;

    private static final Pattern SHAPE = Pattern.compile("UFC-\\d{4}-\\d{2}-\\d{4}-\\d{4}-\\d{3}");

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the text has another shape
     */
    public PartFileId {
        value = Identifiers.shaped(value, SHAPE, "PartFileId", "UFC-YYYY-MM-NNNN-NNNN-NNN");
    }

    /**
     * Makes the id of the n-th part of a file.
     *
     * @param file whose digits it takes
     * @param number 1 to {@value #MOST}
     * @throws IllegalArgumentException outside that range
     */
    public static PartFileId of(UsageFileId file, int number) {
        return new PartFileId("UFC" + file.value().substring(2) + "-" + Identifiers.running(number, MOST, "parts"));
    }

    /** The file whose part this is. */
    public UsageFileId file() {
        return new UsageFileId("UF" + value.substring(3, 21));
    }

    /** Its running number in the file, from 1; 0 for an id that no file has. */
    public int number() {
        return Integer.parseInt(value.substring(22));
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
