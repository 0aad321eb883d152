package org.usageflow.core;

import java.util.function.Supplier;
import org.usageflow.error.StaleVersionException;

/** Does work again that only the version of its usage file kept from being done. */
final class Insisting {

    private static final int MOST_TRIES = 1_000;

    private Insisting() {}

    /** The version that a command names is not the one that is kept: trying again cannot help. */
    static final class SeenVersionException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final StaleVersionException stale;

        SeenVersionException(StaleVersionException stale) {
            super(stale);
            this.stale = stale;
        }

        StaleVersionException stale() {
            return stale;
        }
    }

    /**
     * Does the work, which is a transaction of its own.
     *
     * @throws StaleVersionException if the work says that it was asked for on a stale version, or another one is quicker each time
     */
    static <T> T on(Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (SeenVersionException e) {
                throw e.stale();
            } catch (StaleVersionException e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }
}
