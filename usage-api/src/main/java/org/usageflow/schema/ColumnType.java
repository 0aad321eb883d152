package org.usageflow.schema;

/** How the cells of a column are read. Source: rules §3.3. */
public enum ColumnType {
    /** Free text, kept as written. */
    TEXT,
    /** An id: text normalised to NFC; a numeric cell is read as its exact integer text. */
    IDENTIFIER,
    /** One of a list of words, case and surrounding blanks aside. */
    CHOICE,
    /** A decimal number. */
    DECIMAL,
    /** A whole number from 0 to 999. */
    WHOLE,
    /** A time in UTC. */
    TIME;

    /** Whether cells hold text, so that formula guards apply; false for numbers and times. */
    public boolean isText() {
        return this == TEXT || this == IDENTIFIER || this == CHOICE;
    }
}
