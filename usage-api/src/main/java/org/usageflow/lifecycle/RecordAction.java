package org.usageflow.lifecycle;

/**
 * What can happen to a usage record. Records move with their file, but for closing and recycling.
 *
 * <p>Source: rules §4.2.
 */
public enum RecordAction {
    UPLOAD,
    PASS,
    FAIL,
    SUSPEND,
    SUBMIT,
    ACCEPT,
    REJECT,
    CLOSE,
    /** The file is uploaded again: the old record is retired, and the new one has a new id. */
    REUPLOAD,
    /** A suspended row goes, corrected, into a later file, once. */
    RECYCLE
}
