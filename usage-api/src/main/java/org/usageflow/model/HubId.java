package org.usageflow.model;

/**
 * A billing system of a buyer, e.g. {@code HB-0001-0001}.
 *
 * <p>1 to 255 characters, not blank, without control characters; normalised to NFC, otherwise kept as given.
 *
 * <p>Source: rules §1.
 *
 * @param value the id's text
 */
public record HubId(String value) implements Comparable<HubId> {

    public HubId {
        value = Identifiers.checked(value, "HubId");
    }

    /** Compares by the text's code units. */
    @Override
    public int compareTo(HubId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
