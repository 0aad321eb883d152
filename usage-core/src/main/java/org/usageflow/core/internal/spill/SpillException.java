package org.usageflow.core.internal.spill;

import java.io.IOException;

/** A temporary file could not be written or read. Kept apart from {@code UncheckedIOException}, which a host's own code may throw. */
public final class SpillException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final IOException failure;

    /** Wraps a failure. */
    public SpillException(IOException failure) {
        super(failure);
        this.failure = failure;
    }

    /** What failed. */
    public IOException failure() {
        return failure;
    }
}
