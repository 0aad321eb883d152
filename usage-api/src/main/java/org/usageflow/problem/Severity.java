package org.usageflow.problem;

import java.util.Locale;

/** How much a problem weighs. */
public enum Severity {
    /** The row, or the file, is invalid. */
    ERROR,
    /** Somebody should look; nothing is refused. */
    WARNING;

    /** The lower-case word of reports. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
