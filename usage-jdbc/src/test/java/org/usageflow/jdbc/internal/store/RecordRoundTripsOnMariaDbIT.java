package org.usageflow.jdbc.internal.store;

import org.usageflow.databases.TestDatabase.Kind;

/** Records of all kinds, on MariaDB. */
class RecordRoundTripsOnMariaDbIT extends RecordRoundTrips {

    RecordRoundTripsOnMariaDbIT() {
        super(Kind.MARIADB);
    }
}
