package org.usageflow.error;

/** The library was put together wrongly; the message names every fault. */
public final class WiringException extends UsageflowException {

    private static final long serialVersionUID = 1L;

    public WiringException(String message) {
        super(message, null);
    }
}
