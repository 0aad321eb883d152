package org.usageflow.model;

/**
 * A product offered on a marketplace under a contract, e.g. {@code LST-1}.
 *
 * <p>1 to 255 characters, not blank, without control characters; normalised to NFC, otherwise kept as given.
 *
 * <p>Source: rules §1.
 *
 * @param value the id's text
 */
public record ListingId(String value) implements Comparable<ListingId> {

    public ListingId {
        value = Identifiers.checked(value, "ListingId");
    }

    /** Compares by the text's code units. */
    @Override
    public int compareTo(ListingId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
