package org.usageflow.model;

/**
 * The vendor's own id of a record (column {@code record_id}).
 *
 * <p>1 to 255 characters, not blank, without control characters; normalised to NFC, otherwise kept as given.
 *
 * <p>Source: rules §3.1.
 *
 * @param value the id's text
 */
public record RecordKey(String value) implements Comparable<RecordKey> {

    public RecordKey {
        value = Identifiers.checked(value, "RecordKey");
    }

    /** Compares by the text's code units. */
    @Override
    public int compareTo(RecordKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
