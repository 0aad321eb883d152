package org.usageflow.error;

import org.jspecify.annotations.Nullable;

/** The store failed: a failure of the machine, not of the command. Nothing of the command was kept. */
public final class StoreException extends UsageflowException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
