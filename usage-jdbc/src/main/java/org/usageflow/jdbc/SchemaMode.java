package org.usageflow.jdbc;

/** What is done about the schema when a store is opened. */
public enum SchemaMode {
    /** Nothing: the first statement tells whether it is there. */
    NONE,
    /** It is looked at, and anything but the schema of this version is refused with words on how to migrate. */
    VALIDATE,
    /** What is missing is done, by one process at a time. */
    MIGRATE
}
