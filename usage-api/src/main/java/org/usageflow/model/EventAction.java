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
    /** One or more records were closed; where the last one was among them, CLOSE follows. */
    CLOSE_RECORDS,
    /** The billing id or note of a closed record was corrected by the party that closed it. */
    CORRECT_BILLING,
    /** A suspended record was recycled into a record of another file, and is retired. */
    RECYCLE,
    /** Another file counts instead of this estimate. */
    SUPERSEDE,
    /** The bytes of the uploads were erased. */
    ERASE_CONTENT,
    /** Personal data of a record was erased, and the bytes of the uploads, which held it too. */
    ERASE_PERSONAL_DATA,
    /** A part file was made. The note of this and all that follow is the id of the part or reconciliation file, if there is one. */
    MAKE_PART,
    COMPLETE_PART,
    /** The content of a part file could not be written. */
    FAIL_PART,
    REGENERATE_PART,
    /** A part file was closed, and with it the open records of its hub, if there were any: these are told by CLOSE_RECORDS. */
    CLOSE_PART,
    /** A reconciliation file was stored. */
    UPLOAD_RECONCILIATION,
    PROCESS_RECONCILIATION,
    /** A reconciliation file was gone through; the records that it closed are told by CLOSE_RECORDS. */
    COMPLETE_RECONCILIATION,
    /** A reconciliation file could not be read, or its processing was given up. */
    FAIL_RECONCILIATION,
    /** The bytes of reconciliation files were erased; told of all of them, without a note. */
    ERASE_RECONCILIATIONS;

    /** Whether this is about part files and reconciliation files, which are the buyer's own (rules §5). */
    public boolean isBuyersOwn() {
        return compareTo(MAKE_PART) >= 0;
    }

    /** The lower-case word of the API and the console. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
