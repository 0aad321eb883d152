package org.usageflow.jdbc.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.usageflow.jdbc.internal.sql.Sql;
import org.usageflow.spi.store.Lease;
import org.usageflow.spi.store.LeaseStore;

/** The leases of a transaction. */
public final class JdbcLeases implements LeaseStore {

    private static final List<String> COLUMNS = List.of("subject", "holder", "valid_until");

    private final JdbcSession session;

    JdbcLeases(JdbcSession session) {
        this.session = session;
    }

    @Override
    public boolean take(Lease lease, Instant now) {
        Sql sql = session.sql();
        while (!session.dialect().insertAbsent(sql, "lease", COLUMNS, lease.subject(), lease.holder(), lease.until())) {
            int taken = sql.update(
                    "update {lease} set holder = ?, valid_until = ? where subject = ? and (holder = ? or valid_until <= ?)",
                    lease.holder(),
                    lease.until(),
                    lease.subject(),
                    lease.holder(),
                    now);
            if (taken > 0) {
                return true;
            }
            // Else it was given back between the two
            if (find(lease.subject()).isPresent()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Optional<Lease> find(String subject) {
        return session.sql()
                .first(
                        "select holder, valid_until from {lease} where subject = ?",
                        row -> new Lease(subject, row.text(), row.time()),
                        subject);
    }

    @Override
    public void release(String subject, String holder) {
        session.sql().update("delete from {lease} where subject = ? and holder = ?", subject, holder);
    }

    /** Prolongs a lease that its holder has. */
    public static boolean prolong(Sql sql, Lease lease) {
        return sql.update(
                        "update {lease} set valid_until = ? where subject = ? and holder = ?",
                        lease.until(),
                        lease.subject(),
                        lease.holder())
                > 0;
    }
}
