package org.usageflow.error;

/** What the command names does not exist, or this actor may not see it; the two cannot be told apart. */
public final class NotFoundException extends UsageflowException {

    private static final long serialVersionUID = 1L;

    public NotFoundException(String message) {
        super(message, null);
    }
}
