package org.usageflow.model;

/**
 * A person or service acting for an account.
 *
 * <p>1 to 255 characters, not blank, without control characters; normalised to NFC, otherwise kept as given.
 *
 * <p>Source: rules §5.
 *
 * @param value the id's text
 */
public record UserId(String value) implements Comparable<UserId> {

    public UserId {
        value = Identifiers.checked(value, "UserId");
    }

    /** Compares by the text's code units. */
    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
