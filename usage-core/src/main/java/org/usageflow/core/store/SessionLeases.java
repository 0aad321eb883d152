package org.usageflow.core.store;

import java.time.Instant;
import java.util.Optional;
import org.usageflow.spi.store.Lease;
import org.usageflow.spi.store.LeaseStore;

/** The leases as a transaction sees and changes them. */
final class SessionLeases implements LeaseStore {

    private final Session session;

    SessionLeases(Session session) {
        this.session = session;
    }

    @Override
    public boolean take(Lease lease, Instant now) {
        session.lockUniqueness();
        Optional<Lease> held = find(lease.subject())
                .filter(each -> each.until().isAfter(now) && !each.holder().equals(lease.holder()));
        if (held.isPresent()) {
            return false;
        }
        session.leasesAtWork().take(lease);
        return true;
    }

    @Override
    public Optional<Lease> find(String subject) {
        return session.leasesAtWork().find(subject, session.shelf().lease(subject));
    }

    @Override
    public void release(String subject, String holder) {
        if (find(subject).filter(each -> each.holder().equals(holder)).isPresent()) {
            session.leasesAtWork().release(subject, holder);
        }
    }
}
