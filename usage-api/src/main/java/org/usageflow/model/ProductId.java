package org.usageflow.model;

/**
 * A product, e.g. {@code PRD-113-628-780}.
 *
 * <p>1 to 255 characters, not blank, without control characters; normalised to NFC, otherwise kept as given.
 *
 * <p>Source: rules §1.
 *
 * @param value the id's text
 */
public record ProductId(String value) implements Comparable<ProductId> {

    public ProductId {
        value = Identifiers.checked(value, "ProductId");
    }

    /** Compares by the text's code units. */
    @Override
    public int compareTo(ProductId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
