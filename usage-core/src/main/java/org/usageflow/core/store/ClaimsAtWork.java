package org.usageflow.core.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;

/** What a transaction claims and gives back, until it ends. Not thread-safe; it is its session's own. */
final class ClaimsAtWork {

    private final LiveKeys live;
    private final List<Claim> pending = new ArrayList<>();
    private final Set<Claim> released = Collections.newSetFromMap(new IdentityHashMap<>());

    ClaimsAtWork(LiveKeys live) {
        this.live = live;
    }

    boolean isEmpty() {
        return pending.isEmpty() && released.isEmpty();
    }

    /** Whether the claim holds its ids, as this transaction sees it. */
    boolean sees(Claim claim) {
        return switch (claim.stage) {
            case PENDING -> pending.contains(claim);
            case HELD -> !released.contains(claim);
            case RELEASED -> false;
        };
    }

    boolean isLive(Claim.Scope scope, RecordKey key) {
        return LiveKeys.holder(live.in(scope).get(key), this) != null;
    }

    /** Claims the ids of a file's validated records; the caller holds the lock of unique things. */
    void claim(UsageFile file, RecordTable records, Consumer<UsageRecord> taken) {
        var claim = new Claim(file.id(), Claim.Scope.of(file));
        Map<RecordKey, Object> keys = live.in(claim.scope);
        pending.add(claim);
        for (int i = 0; i < records.size(); i++) {
            UsageRecord record = records.get(i);
            if (record.status() != RecordStatus.VALIDATED || record.isRetired() || record.key() == null) {
                continue;
            }
            Claim holder = LiveKeys.holder(keys.get(record.key()), this);
            if (holder == null) {
                live.put(claim, record.key());
            } else if (!holder.file.equals(file.id())) {
                taken.accept(record);
            }
        }
    }

    /** Gives back all ids that a file holds. To others they are held until this is published. */
    void release(UsageFileId file) {
        pending.removeIf(claim -> {
            boolean own = claim.file.equals(file);
            if (own) {
                live.undo(claim);
            }
            return own;
        });
        released.addAll(live.heldBy(file));
    }

    /** Shows it to all. */
    void publish() {
        live.publish(pending, released);
    }

    /** Clears away what no one sees any more; after {@link #publish}. */
    void tidy() {
        live.tidy(pending, released);
    }

    /** Takes it all back. */
    void undo() {
        pending.forEach(live::undo);
    }
}
