package org.usageflow.core.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usageflow.spi.store.Lease;

/** The leases that a transaction takes and gives back, over those that are committed. Not thread-safe; it is its session's own. */
final class LeasesAtWork {

    private final Map<String, Lease> taken = new HashMap<>();
    private final Map<String, String> released = new HashMap<>();

    /** A lease as the transaction sees it. */
    Optional<Lease> find(String subject, @Nullable Lease committed) {
        Lease own = taken.get(subject);
        if (own != null) {
            return Optional.of(own);
        }
        boolean gone = committed == null || committed.holder().equals(released.get(subject));
        return gone ? Optional.empty() : Optional.ofNullable(committed);
    }

    void take(Lease lease) {
        taken.put(lease.subject(), lease);
    }

    void release(String subject, String holder) {
        taken.remove(subject);
        released.put(subject, holder);
    }

    boolean isEmpty() {
        return taken.isEmpty() && released.isEmpty();
    }

    /** Puts all of it into what is committed. What another one holds by now is not released. */
    void publish(Map<String, Lease> committed) {
        released.forEach((subject, holder) -> committed.computeIfPresent(
                subject, (any, lease) -> lease.holder().equals(holder) ? null : lease));
        committed.putAll(taken);
    }
}
