package org.usageflow.model;

/**
 * An item of a product by its global id, e.g. {@code PRD-113-628-780-0001}.
 *
 * <p>1 to 255 characters, not blank, without control characters; normalised to NFC, otherwise kept as given.
 *
 * <p>Source: rules §1.
 *
 * @param value the id's text
 */
public record ItemId(String value) implements Comparable<ItemId> {

    public ItemId {
        value = Identifiers.checked(value, "ItemId");
    }

    /** Compares by the text's code units. */
    @Override
    public int compareTo(ItemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
