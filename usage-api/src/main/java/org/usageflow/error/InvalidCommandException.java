package org.usageflow.error;

/** A command lacks something, or contradicts itself; calling it again unchanged cannot work. */
public final class InvalidCommandException extends UsageflowException {

    private static final long serialVersionUID = 1L;

    public InvalidCommandException(String message) {
        super(message, null);
    }
}
