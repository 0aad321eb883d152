package org.usageflow.jdbc.internal.store;

import org.usageflow.databases.TestDatabase.Kind;

/** Records of all kinds, on H2. */
class RecordOnH2Properties extends RecordRoundTrips {

    RecordOnH2Properties() {
        super(Kind.H2);
    }
}
