package org.usageflow.model;

/**
 * A category of usage, defined by the file that refers to it.
 *
 * <p>1 to 255 characters, not blank, without control characters; normalised to NFC, otherwise kept as given.
 *
 * <p>Source: rules §3.2.
 *
 * @param value the id's text
 */
public record CategoryId(String value) implements Comparable<CategoryId> {

    public CategoryId {
        value = Identifiers.checked(value, "CategoryId");
    }

    /** Compares by the text's code units. */
    @Override
    public int compareTo(CategoryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
