package org.usageflow.console;

/** What the process ends with. There are no others. */
final class ExitCodes {

    /** Done and, where something was judged, valid. */
    static final int DONE = 0;
    /** Judged invalid, refused, or not found. */
    static final int REFUSED = 1;
    /** Wrong use of the command line, unreadable arguments or catalog, or a failure. */
    static final int WRONG_USE = 2;

    private ExitCodes() {}
}
