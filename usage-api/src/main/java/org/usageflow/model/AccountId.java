package org.usageflow.model;

/**
 * The account of a vendor, distributor, reseller or customer, as the host's platform numbers it, e.g. {@code VA-674-253}.
 *
 * <p>1 to 255 characters, not blank, without control characters; normalised to NFC, otherwise kept as given.
 *
 * <p>Source: rules §1.
 *
 * @param value the id's text
 */
public record AccountId(String value) implements Comparable<AccountId> {

    public AccountId {
        value = Identifiers.checked(value, "AccountId");
    }

    /** Compares by the text's code units. */
    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
