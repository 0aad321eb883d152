package org.usageflow.testkit.format;

import java.util.regex.Pattern;

/**
 * The apostrophe that keeps text from being run as a formula, where a format writes one.
 *
 * <p>Source: rules §9.
 */
public final class FormulaGuard {

    private static final Pattern NEEDED = Pattern.compile("^'*[=+\\-@\\t\\r]");
    private static final Pattern GIVEN = Pattern.compile("^'+[=+\\-@\\t\\r]");

    private FormulaGuard() {}

    /** The text with one apostrophe in front, where it needs one. */
    public static String given(String text) {
        return NEEDED.matcher(text).lookingAt() ? "'" + text : text;
    }

    /** The text without the apostrophe that {@link #given} put in front; any other text as it is. */
    public static String taken(String text) {
        return GIVEN.matcher(text).lookingAt() ? text.substring(1) : text;
    }
}
