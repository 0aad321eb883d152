package org.usageflow.error;

import java.util.Objects;
import org.usageflow.model.Version;

/**
 * What a command wanted to change was changed meanwhile. Look again, and decide anew.
 *
 * <p>Source: rules §10.
 */
public final class StaleVersionException extends UsageflowException {

    private static final long serialVersionUID = 1L;

    private final String subject;
    private final long expected;
    private final long actual;

    /**
     * Keeps both versions.
     *
     * @param subject the id of the file or record
     * @param expected the version that the command went by
     * @param actual the version that is kept
     */
    public StaleVersionException(String subject, Version expected, Version actual) {
        super(
                subject + " is at version " + actual.number() + ", not at " + expected.number()
                        + ": it was changed meanwhile",
                null);
        this.subject = Objects.requireNonNull(subject, "subject");
        this.expected = expected.number();
        this.actual = actual.number();
    }

    /** The id of the file or record. */
    public String subject() {
        return subject;
    }

    /** The version that the command went by. */
    public Version expected() {
        return new Version(expected);
    }

    /** The version that is kept. */
    public Version actual() {
        return new Version(actual);
    }
}
