package org.usageflow.core.internal.judge;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers of the host, kept for a while: what is asked for is asked once a batch, in one call, and only where it was not asked lately. Not thread-safe.
 *
 * @param <K> what is asked for
 * @param <V> the answer
 */
final class LookupCache<K, V> {

    private static final int CAPACITY = 10_000;

    private final Function<Set<K>, Map<K, V>> lookup;
    private final LinkedHashMap<K, Answer<V>> answers = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Answer<V>> eldest) {
            return size() > CAPACITY;
        }
    };
    private final Set<K> wanted = new HashSet<>();

    LookupCache(Function<Set<K>, Map<K, V>> lookup) {
        this.lookup = lookup;
    }

    /** A search that found nothing is an answer too. */
    private record Answer<V>(@Nullable V value) {}

    /** Asks for a key in the next call, unless its answer is known. */
    void want(@Nullable K key) {
        if (key != null && answers.get(key) == null) {
            wanted.add(key);
        }
    }

    /** Makes one call for all that is wanted. A batch has fewer keys than the cache holds, so that every answer is there afterwards. */
    void fetch() {
        if (wanted.isEmpty()) {
            return;
        }
        Map<K, V> found = lookup.apply(Set.copyOf(wanted));
        for (K key : wanted) {
            answers.put(key, new Answer<>(found.get(key)));
        }
        wanted.clear();
    }

    /** The answer; null where nothing was found. */
    @Nullable
    V find(K key) {
        Answer<V> answer = answers.get(key);
        return answer == null ? null : answer.value();
    }
}
