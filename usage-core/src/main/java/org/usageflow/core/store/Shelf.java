package org.usageflow.core.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.StaleVersionException;
import org.usageflow.model.AccountId;
import org.usageflow.model.ProductId;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.store.Lease;

/**
 * What is committed. All of it changes under one lock, held for a moment: what is published was made before.
 *
 * <p>Thread-safe. Of the two locks the one of unique things comes first, and is held as long as a transaction that inserts files, claims ids or takes leases.
 */
final class Shelf {

    /** Within which external ids are unique, and one of them. */
    record ExternalId(AccountId vendor, ProductId product, String value) {

        static @Nullable ExternalId of(UsageFile file) {
            String value = file.details().externalId();
            return value == null ? null : new ExternalId(file.vendor(), file.product(), value);
        }
    }

    final ReentrantLock uniqueness = new ReentrantLock();
    final LiveKeys liveKeys = new LiveKeys();

    private final ReentrantReadWriteLock publication = new ReentrantReadWriteLock();
    private final NavigableMap<UsageFileId, FileState> files = new TreeMap<>();
    private final Map<ExternalId, UsageFileId> externalIds = new HashMap<>();
    private final Map<Claim.Scope, List<UsageFileId>> scopes = new HashMap<>();
    private final NavigableSet<String> undelivered = new TreeSet<>();
    private final Map<String, Lease> leases = new HashMap<>();

    /** Reads without anything being published meanwhile. */
    <T extends @Nullable Object> T reading(Supplier<T> question) {
        publication.readLock().lock();
        try {
            return question.get();
        } finally {
            publication.readLock().unlock();
        }
    }

    @Nullable
    FileState find(UsageFileId id) {
        return reading(() -> files.get(id));
    }

    @Nullable
    UsageFileId findByExternalId(ExternalId id) {
        return reading(() -> externalIds.get(id));
    }

    /** All files, by id. */
    List<FileState> all() {
        return reading(() -> List.copyOf(files.values()));
    }

    /** The files of a product and contract. */
    List<FileState> in(Claim.Scope scope) {
        return reading(() -> {
            var found = new ArrayList<FileState>();
            for (UsageFileId id : scopes.getOrDefault(scope, List.of())) {
                FileState state = files.get(id);
                if (state != null) {
                    found.add(state);
                }
            }
            return found;
        });
    }

    @Nullable
    Lease lease(String subject) {
        return reading(() -> leases.get(subject));
    }

    /** Prolongs a lease, if its holder has it. */
    boolean prolong(Lease lease) {
        publication.writeLock().lock();
        try {
            Lease kept = leases.get(lease.subject());
            boolean held = kept != null && kept.holder().equals(lease.holder());
            if (held) {
                leases.put(lease.subject(), lease);
            }
            return held;
        } finally {
            publication.writeLock().unlock();
        }
    }

    /** Files with events that were not delivered, by id, behind one, at most so many. */
    List<UsageFileId> undelivered(String afterId, int limit) {
        return reading(() -> undelivered.tailSet(afterId, false).stream()
                .limit(limit)
                .map(UsageFileId::new)
                .toList());
    }

    /**
     * Makes what a transaction did seen by all, or nothing of it.
     *
     * @throws StaleVersionException if another transaction changed one of the files first
     */
    void publish(Collection<Draft> drafts, ClaimsAtWork claims, LeasesAtWork taken) {
        publication.writeLock().lock();
        try {
            for (Draft draft : drafts) {
                draft.check(files.get(draft.id()));
            }
            for (Draft draft : drafts) {
                publish(draft.merged(files.get(draft.id())));
            }
            claims.publish();
            taken.publish(leases);
        } finally {
            publication.writeLock().unlock();
        }
    }

    private void publish(FileState state) {
        UsageFile file = state.file();
        if (files.put(file.id(), state) == null) {
            scopes.computeIfAbsent(Claim.Scope.of(file), any -> new ArrayList<>())
                    .add(file.id());
            ExternalId externalId = ExternalId.of(file);
            if (externalId != null) {
                externalIds.put(externalId, file.id());
            }
        }
        if (state.hasUndelivered()) {
            undelivered.add(file.id().value());
        } else {
            undelivered.remove(file.id().value());
        }
    }
}
