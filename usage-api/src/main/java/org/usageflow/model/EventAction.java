package org.usageflow.model;

import java.util.Locale;

/**
 * What happened to a usage file, as its history and events say it: the actions of its life cycle, and what changes a file or its records without moving the file.
 *
 * <p>Source: rules §4.1, §8.
 */
public enum EventAction {
    CREATE,
    /** The draft's details were changed. */
    EDIT,
    /** Records were appended to the draft. */
    APPEND,
    UPLOAD,
    PROCESS,
    FAIL,
    PASS,
    ABORT,
    SUBMIT,
    REJECT,
    ACCEPT,
    CLOSE,
    DELETE,
    /** One or more records were closed, and the file stays open. */
    CLOSE_RECORDS,
    /** The billing id or note of a closed record was corrected by the party that closed it. */
    CORRECT_BILLING,
    /** A suspended record was recycled into a record of another file, and is retired. */
    RECYCLE,
    /** Another file counts instead of this estimate. */
    SUPERSEDE;

    /** The lower-case word of the API and the console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
