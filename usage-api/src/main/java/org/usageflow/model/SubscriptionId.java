package org.usageflow.model;

/**
 * A subscription (called <em>asset</em> in files), e.g. {@code AS-3919-2310-2857}.
 *
 * <p>1 to 255 characters, not blank, without control characters; normalised to NFC, otherwise kept as given.
 *
 * <p>Source: rules §1.
 *
 * @param value the id's text
 */
public record SubscriptionId(String value) implements Comparable<SubscriptionId> {

    public SubscriptionId {
        value = Identifiers.checked(value, "SubscriptionId");
    }

    /** Compares by the text's code units. */
    @Override
    public int compareTo(SubscriptionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
