package org.usageflow.console.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be opened or used; the message says why. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
