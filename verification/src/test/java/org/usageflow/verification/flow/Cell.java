package org.usageflow.verification.flow;

import java.util.Locale;

/**
 * A cell as a file has it, before any of this library's code.
 *
 * @param kind how it is written; a format that does not know the kind writes text
 * @param text its exact text; a date's serial number
 */
record Cell(Kind kind, String text) {

    static final Cell BLANK = new Cell(Kind.BLANK, "");

    enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        /** A numeric cell with a date format; workbooks alone. */
        DATE,
        TRUTH,
        /** An error value; workbooks alone. */
        ERROR,
        /** A formula without a value; workbooks alone. */
        FORMULA,
        /** An object or array; JSON alone. */
        STRUCTURE
    }

    static Cell text(String text) {
        return text.isEmpty() ? BLANK : new Cell(Kind.TEXT, text);
    }

    static Cell number(String digits) {
        return new Cell(Kind.NUMBER, digits);
    }

    boolean isBlank() {
        return kind == Kind.BLANK;
    }

    /** The raw value that a problem of this cell names; a truth value is spelt as its format does. */
    String raw(Carrier carrier) {
        if (kind == Kind.TRUTH) {
            return carrier.isJson() ? text.toLowerCase(Locale.ROOT) : text;
        }
        return kind == Kind.BLANK || kind == Kind.FORMULA ? null : text;
    }
}
