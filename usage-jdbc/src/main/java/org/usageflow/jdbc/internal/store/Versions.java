package org.usageflow.jdbc.internal.store;

import org.usageflow.model.Version;

/** The versions of aggregates. */
final class Versions {

    private Versions() {}

    /**
     * The version that a changed aggregate came from.
     *
     * @throws IllegalArgumentException if it is at its first version
     */
    static Version former(String subject, Version changed) {
        if (changed.equals(Version.FIRST)) {
            throw new IllegalArgumentException(subject + " was not changed: it is at its first version");
        }
        return new Version(changed.number() - 1);
    }
}
