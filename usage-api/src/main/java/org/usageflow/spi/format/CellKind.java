package org.usageflow.spi.format;

/** What a cell is, as the file says; its text is kept beside it, exact. */
public enum CellKind {
    /** Nothing there. */
    BLANK,
    /** Text, as written. */
    TEXT,
    /** A number whose digits are exactly those of the text: JSON's numbers, and numbers to be written. */
    NUMBER,
    /** A numeric cell of a spreadsheet: the text of its value, which passed through binary floating point. */
    SPREADSHEET_NUMBER,
    /** A numeric cell of a spreadsheet with a date format: the text of its serial number, or ISO 8601 text where the cell is of the date type. */
    SPREADSHEET_DATE,
    /** {@code TRUE} or {@code FALSE}; in lower case from JSON. */
    BOOLEAN,
    /** An error value such as {@code #N/A}, or a formula without a value, whose text is then empty. */
    ERROR,
    /** Something that is no single value, such as an object or array of JSON; its text is a short excerpt. */
    STRUCTURE
}
