package org.usageflow.lifecycle;

/**
 * What can be done to a part file.
 *
 * <p>Source: rules §4.3.
 */
public enum PartFileAction {
    MAKE,
    COMPLETE,
    FAIL,
    CLOSE,
    REGENERATE
}
