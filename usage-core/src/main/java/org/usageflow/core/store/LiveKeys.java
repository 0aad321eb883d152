package org.usageflow.core.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageFileId;

/**
 * Which of the vendors' ids are live, and which claim holds each.
 *
 * <p>A pending claim stands in the map beside the held ones, so that committing a million ids is one step: the claim's stage. Read by all threads; written by the one that holds the store's lock of unique
 * things.
 */
final class LiveKeys {

    /** What stands at an id that one transaction gives back and claims again: others go by the former claim until it commits. */
    private record Handover(Claim next, Claim former) {}

    // The values are claims and handovers: an entry of its own class for each id would double the memory.
    private final Map<Claim.Scope, Map<RecordKey, Object>> scopes = new ConcurrentHashMap<>();
    private final Map<UsageFileId, List<Claim>> held = new ConcurrentHashMap<>();

    /** The ids of a product and contract; those of pending claims among them. */
    Map<RecordKey, Object> in(Claim.Scope scope) {
        return scopes.computeIfAbsent(scope, any -> new ConcurrentHashMap<>());
    }

    /** The claims that a file holds for all to see. */
    List<Claim> heldBy(UsageFileId file) {
        return held.getOrDefault(file, List.of());
    }

    /** The claim that holds an id, as a transaction sees it; null where none does. */
    static @Nullable Claim holder(@Nullable Object entry, ClaimsAtWork viewer) {
        if (entry instanceof Handover handover) {
            Claim next = holder(handover.next(), viewer);
            return next != null ? next : holder(handover.former(), viewer);
        }
        return entry instanceof Claim claim && viewer.sees(claim) ? claim : null;
    }

    /** Puts an id into a pending claim, in the place of what the transaction itself gives back. */
    void put(Claim pending, RecordKey key) {
        Map<RecordKey, Object> keys = in(pending.scope);
        Claim former = former(keys.get(key));
        keys.put(key, former == null ? pending : new Handover(pending, former));
        pending.handedOver |= former != null;
        pending.keys.add(key);
    }

    private static @Nullable Claim former(@Nullable Object entry) {
        Claim former = entry instanceof Handover handover ? handover.former() : (Claim) entry;
        return former != null && former.stage == Claim.Stage.HELD ? former : null;
    }

    /** Takes the ids of a pending claim out again. */
    void undo(Claim pending) {
        Map<RecordKey, Object> keys = in(pending.scope);
        for (RecordKey key : pending.keys) {
            Object entry = keys.get(key);
            if (entry == pending) {
                keys.remove(key);
            } else if (entry instanceof Handover handover && handover.next() == pending) {
                keys.put(key, handover.former());
            }
        }
        pending.keys.clear();
    }

    /** Makes claims held and others released, for all to see; takes time by claim, not by id. */
    void publish(List<Claim> pending, Iterable<Claim> released) {
        for (Claim claim : released) {
            claim.stage = Claim.Stage.RELEASED;
            held.computeIfPresent(claim.file, (file, claims) -> without(claims, claim));
        }
        for (Claim claim : pending) {
            claim.stage = Claim.Stage.HELD;
            held.merge(claim.file, List.of(claim), LiveKeys::joined);
        }
    }

    private static @Nullable List<Claim> without(List<Claim> claims, Claim released) {
        List<Claim> left = claims.stream().filter(each -> each != released).toList();
        return left.isEmpty() ? null : left;
    }

    private static List<Claim> joined(List<Claim> some, List<Claim> more) {
        var joined = new ArrayList<>(some);
        joined.addAll(more);
        return List.copyOf(joined);
    }

    /** Clears away what no one sees any more since the claims were published. */
    void tidy(List<Claim> nowHeld, Iterable<Claim> released) {
        for (Claim claim : nowHeld) {
            if (claim.handedOver) {
                Map<RecordKey, Object> keys = in(claim.scope);
                claim.keys.forEach(key -> keys.put(key, claim));
            }
        }
        for (Claim claim : released) {
            Map<RecordKey, Object> keys = in(claim.scope);
            claim.keys.forEach(key -> keys.remove(key, claim));
        }
    }
}
