package org.usageflow.error;

import org.jspecify.annotations.Nullable;

/** A call failed. The subtypes say how; none is thrown for what is wrong with data. */
public abstract class UsageflowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected UsageflowException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
