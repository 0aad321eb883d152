package org.usageflow.model;

/**
 * A program and distribution contract between a vendor and a buyer, e.g. {@code CRD-90574-88738-44763}.
 *
 * <p>1 to 255 characters, not blank, without control characters; normalised to NFC, otherwise kept as given.
 *
 * <p>Source: rules §1.
 *
 * @param value the id's text
 */
public record ContractId(String value) implements Comparable<ContractId> {

    public ContractId {
        value = Identifiers.checked(value, "ContractId");
    }

    /** Compares by the text's code units. */
    @Override
    public int compareTo(ContractId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
