package org.usageflow.schema;

/** What a schema wants of a column. */
public enum ColumnUse {
    /** The column must be there, and have a value in each row. */
    REQUIRED,
    /** The column must be there; a rule of the schema says which rows need a value. */
    EXPECTED,
    /** The column may be there, and may have values. */
    OPTIONAL,
    /** The column may be there, but its cells must be blank. */
    BLANK,
    /** The column may be there and is not looked at: what the processed file adds. */
    IGNORED
}
