package org.usageflow.error;

import java.io.IOException;

/** An upload, or a temporary file made from it, could not be read or written: a failure of the machine, not of the content. */
public final class SourceException extends UsageflowException {

    private static final long serialVersionUID = 1L;

    public SourceException(String message, IOException cause) {
        super(message, cause);
    }
}
