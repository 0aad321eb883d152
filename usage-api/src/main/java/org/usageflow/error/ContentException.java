package org.usageflow.error;

/** The bytes of an upload are not there any more, or are not those that were kept. */
public final class ContentException extends UsageflowException {

    private static final long serialVersionUID = 1L;

    public ContentException(String message) {
        super(message, null);
    }
}
