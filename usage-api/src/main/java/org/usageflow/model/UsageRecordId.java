package org.usageflow.model;

import java.util.regex.Pattern;

/**
 * The id of a usage record, made by the library: the file's digits and an eight-digit running number that is never used twice in the file, {@code UR-YYYY-MM-NNNN-NNNN-NNNN-NNNN}.
 *
 * <p>Source: rules §1.
 *
 * @param value the id's text
 */
public record UsageRecordId(String value) implements Comparable<UsageRecordId> {

    private static final Pattern SHAPE = Pattern.compile("UR-\\d{4}-\\d{2}-\\d{4}-\\d{4}-\\d{4}-\\d{4}");

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the text has another shape
     */
    public UsageRecordId {
        value = Identifiers.shaped(value, SHAPE, "UsageRecordId", "UR-YYYY-MM-NNNN-NNNN-NNNN-NNNN");
    }

    /** Whether the text has the shape of such an id; used to tell it from the vendor's own {@link RecordKey}. */
    public static boolean isShaped(String text) {
        return SHAPE.matcher(text).matches();
    }

    /**
     * Makes the id of the n-th record that a file ever had.
     *
     * @param file whose digits it takes
     * @param number 1 to 99,999,999
     * @throws IllegalArgumentException outside that range
     */
    public static UsageRecordId of(UsageFileId file, int number) {
        if (number < 1 || number > 99_999_999) {
            throw new IllegalArgumentException("a file has at most 99,999,999 records, re-uploads included: " + number);
        }
        String digits = Integer.toString(100_000_000 + number);
        return new UsageRecordId(
                "UR" + file.value().substring(2) + "-" + digits.substring(1, 5) + "-" + digits.substring(5));
    }

    /** The file whose record this is. */
    public UsageFileId file() {
        return new UsageFileId("UF" + value.substring(2, 20));
    }

    /** Its running number in the file, from 1; 0 for an id that no file has. */
    public int number() {
        return Integer.parseInt(value.substring(21, 25)) * 10_000 + Integer.parseInt(value.substring(26));
    }

    /** Compares by the text's code units. */
    @Override
    public int compareTo(UsageRecordId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
