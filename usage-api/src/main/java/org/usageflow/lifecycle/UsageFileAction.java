package org.usageflow.lifecycle;

/**
 * What can be done to a usage file.
 *
 * <p>Source: rules §4.1.
 */
public enum UsageFileAction {
    CREATE,
    UPLOAD,
    PROCESS,
    FAIL,
    PASS,
    SUBMIT,
    REJECT,
    ACCEPT,
    CLOSE,
    DELETE,
    ABORT
}
