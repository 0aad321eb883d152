package org.usageflow.core.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.store.FileStore;
import org.usageflow.spi.store.HistoryStore;
import org.usageflow.spi.store.LeaseStore;
import org.usageflow.spi.store.PartStore;
import org.usageflow.spi.store.ProblemStore;
import org.usageflow.spi.store.ReconciliationStore;
import org.usageflow.spi.store.RecordStore;
import org.usageflow.spi.store.StoreSession;

/** A transaction: what is committed, and over it the files that this one changed. */
final class Session implements StoreSession {

    private final Shelf shelf;
    private final ClaimsAtWork claims;
    private final LeasesAtWork leases = new LeasesAtWork();
    private final Map<UsageFileId, Draft> drafts = new LinkedHashMap<>();
    private final Supplier<@Nullable Session> atWork;

    /**
     * Begins a transaction.
     *
     * @param atWork the session that is at work in the calling thread; null for none
     */
    Session(Shelf shelf, Supplier<@Nullable Session> atWork) {
        this.shelf = shelf;
        this.atWork = atWork;
        this.claims = new ClaimsAtWork(shelf.liveKeys);
    }

    @Override
    public FileStore files() {
        return new SessionFiles(checked());
    }

    @Override
    public RecordStore records() {
        return new SessionRecords(checked());
    }

    @Override
    public ProblemStore problems() {
        return new SessionProblems(checked());
    }

    @Override
    public HistoryStore history() {
        return new SessionHistory(checked());
    }

    @Override
    public PartStore parts() {
        return new SessionParts(checked());
    }

    @Override
    public ReconciliationStore reconciliations() {
        return new SessionReconciliations(checked());
    }

    @Override
    public LeaseStore leases() {
        return new SessionLeases(checked());
    }

    private Session checked() {
        if (!equals(atWork.get())) {
            throw new IllegalStateException(
                    "a session is of use in the thread of its transaction alone, and until that is over");
        }
        return this;
    }

    /** What is committed; refused once the transaction is over. */
    Shelf shelf() {
        return checked().shelf;
    }

    ClaimsAtWork claims() {
        return checked().claims;
    }

    LeasesAtWork leasesAtWork() {
        return checked().leases;
    }

    /** Lets no other transaction insert files, claim ids or take leases until this one ends; waits for one that does. */
    void lockUniqueness() {
        if (!checked().shelf.uniqueness.isHeldByCurrentThread()) {
            shelf.uniqueness.lock();
        }
    }

    /** A file as this transaction sees it; null where it does not exist. */
    @Nullable
    FileState find(UsageFileId id) {
        Draft draft = checked().drafts.get(id);
        return draft != null ? draft.state() : shelf.find(id);
    }

    /**
     * A file that this transaction changes.
     *
     * @throws IllegalArgumentException if it does not exist
     */
    Draft draft(UsageFileId id) {
        return findDraft(id).orElseThrow(() -> new IllegalArgumentException("there is no usage file " + id));
    }

    Optional<Draft> findDraft(UsageFileId id) {
        Draft draft = checked().drafts.get(id);
        if (draft == null) {
            FileState committed = shelf.find(id);
            if (committed == null) {
                return Optional.empty();
            }
            draft = Draft.of(committed);
            drafts.put(id, draft);
        }
        return Optional.of(draft);
    }

    void insert(FileState state) {
        drafts.put(state.file().id(), Draft.inserted(state));
    }

    Collection<Draft> drafts() {
        return checked().drafts.values();
    }

    /** Committed files as this transaction sees them, and those that it inserted. */
    List<FileState> seen(List<FileState> committed) {
        if (checked().drafts.isEmpty()) {
            return committed;
        }
        var seen = new ArrayList<FileState>(committed.size() + drafts.size());
        for (FileState each : committed) {
            if (!drafts.containsKey(each.file().id())) {
                seen.add(each);
            }
        }
        drafts.values().forEach(each -> seen.add(each.state()));
        return seen;
    }

    void commit() {
        if (drafts.isEmpty() && claims.isEmpty() && leases.isEmpty()) {
            return;
        }
        if (!claims.isEmpty()) {
            lockUniqueness();
        }
        shelf.publish(drafts.values(), claims, leases);
        claims.tidy();
    }

    void rollback() {
        claims.undo();
    }

    /** Lets others insert files, claim ids and take leases. */
    void end() {
        if (shelf.uniqueness.isHeldByCurrentThread()) {
            shelf.uniqueness.unlock();
        }
    }
}
