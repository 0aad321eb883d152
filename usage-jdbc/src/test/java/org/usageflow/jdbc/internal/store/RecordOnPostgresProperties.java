package org.usageflow.jdbc.internal.store;

import org.usageflow.databases.TestDatabase.Kind;

/** Records of all kinds, on PostgreSQL. */
class RecordOnPostgresProperties extends RecordRoundTrips {

    RecordOnPostgresProperties() {
        super(Kind.POSTGRESQL);
    }
}
