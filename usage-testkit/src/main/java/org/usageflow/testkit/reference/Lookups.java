package org.usageflow.testkit.reference;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.SubscriptionSearch;

/**
 * What {@link InMemoryReferenceData} was asked, for tests that assert on the number of look-ups. Thread-safe.
 */
public final class Lookups {

    /** A question. */
    public enum Kind {
        PRODUCT,
        CONTRACT,
        MARKETPLACE,
        LISTINGS,
        /** Items by their ids. */
        FIND_ITEMS,
        /** The first items of a product. */
        ITEMS,
        FIND_SUBSCRIPTIONS
    }

    private final Map<Kind, AtomicLong> calls = new EnumMap<>(Kind.class);
    private final List<Set<ItemSearch>> items = new CopyOnWriteArrayList<>();
    private final List<Set<SubscriptionSearch>> subscriptions = new CopyOnWriteArrayList<>();

    Lookups() {
        for (Kind kind : Kind.values()) {
            calls.put(kind, new AtomicLong());
        }
    }

    void count(Kind kind) {
        counter(kind).incrementAndGet();
    }

    void countItems(Set<ItemSearch> searches) {
        count(Kind.FIND_ITEMS);
        items.add(Set.copyOf(searches));
    }

    void countSubscriptions(Set<SubscriptionSearch> searches) {
        count(Kind.FIND_SUBSCRIPTIONS);
        subscriptions.add(Set.copyOf(searches));
    }

    private AtomicLong counter(Kind kind) {
        return java.util.Objects.requireNonNull(calls.get(kind));
    }

    /** How often it was asked. */
    public long calls(Kind kind) {
        return counter(kind).get();
    }

    /** The items asked for, by call. */
    public List<Set<ItemSearch>> items() {
        return List.copyOf(items);
    }

    /** The subscriptions asked for, by call. */
    public List<Set<SubscriptionSearch>> subscriptions() {
        return List.copyOf(subscriptions);
    }

    /** Forgets what was asked. */
    public void forget() {
        calls.values().forEach(counter -> counter.set(0));
        items.clear();
        subscriptions.clear();
    }
}
