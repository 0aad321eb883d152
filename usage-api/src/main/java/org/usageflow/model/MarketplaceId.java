package org.usageflow.model;

/**
 * A marketplace, e.g. {@code MP-69876}.
 *
 * <p>1 to 255 characters, not blank, without control characters; normalised to NFC, otherwise kept as given.
 *
 * <p>Source: rules §1.
 *
 * @param value the id's text
 */
public record MarketplaceId(String value) implements Comparable<MarketplaceId> {

    public MarketplaceId {
        value = Identifiers.checked(value, "MarketplaceId");
    }

    /** Compares by the text's code units. */
    @Override
    public int compareTo(MarketplaceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
