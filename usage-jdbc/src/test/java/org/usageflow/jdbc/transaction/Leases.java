package org.usageflow.jdbc.transaction;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.usageflow.jdbc.schema.PlainSql;
import org.usageflow.spi.store.Lease;
import org.usageflow.spi.store.StoreSession;

/** The simplest rows that a store keeps: what a test changes to see what is committed. */
final class Leases {

    private static final Instant NOW = Instant.parse("2021-08-02T09:00:00Z");

    private Leases() {}

    /** A lease with a holder. */
    static Lease of(String subject, String holder) {
        return new Lease(subject, holder, NOW);
    }

    /** Takes leases for a holder, who has them then. */
    static void take(StoreSession session, String holder, String... subjects) {
        for (String subject : subjects) {
            if (!session.leases().take(of(subject, holder), NOW)) {
                throw new AssertionError(subject + " is not free");
            }
        }
    }

    /** What was committed: {@code subject=holder}, in order. */
    static List<String> committed(DataSource source) {
        return PlainSql.texts(source, "select concat(subject, '=', holder) from usage_lease order by subject");
    }
}
