package org.usageflow.databases;

import javax.sql.DataSource;

/**
 * An empty database of its own.
 *
 * @param kind which
 * @param url for the driver, user and password included; also for another process
 * @param dataSource of new connections, not pooled, with auto-commit on
 */
public record TestDatabase(Kind kind, String url, DataSource dataSource) {

    /** Which database. */
    public enum Kind {
        H2,
        POSTGRESQL,
        MARIADB
    }
}
