package org.usageflow.core.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LookupCacheTest {

    private final List<Set<Integer>> calls = new ArrayList<>();
    private final LookupCache<Integer, String> cache = new LookupCache<>(this::answer);

    /** Odd numbers have no answer. */
    private Map<Integer, String> answer(Set<Integer> keys) {
        calls.add(keys);
        var found = new HashMap<Integer, String>();
        keys.stream().filter(key -> key % 2 == 0).forEach(key -> found.put(key, "answer " + key));
        return found;
    }

    @Test
    void keys_of_a_batch_are_asked_in_one_call() {
        cache.want(2);
        cache.want(3);
        cache.want(2);
        cache.want(null);

        cache.fetch();

        assertThat(calls).containsExactly(Set.of(2, 3));
        assertThat(cache.find(2)).isEqualTo("answer 2");
        assertThat(cache.find(3)).isNull();
        assertThat(cache.find(4)).isNull();
    }

    @Test
    void answer_is_not_asked_for_again_found_or_not() {
        cache.want(2);
        cache.want(3);
        cache.fetch();

        cache.want(3);
        cache.want(2);
        cache.fetch();

        assertThat(calls).hasSize(1);
    }

    @Test
    void nothing_is_asked_where_nothing_is_wanted() {
        cache.fetch();

        assertThat(calls).isEmpty();
    }

    @Test
    void oldest_answer_is_forgotten_beyond_ten_thousand() {
        for (int i = 0; i < 10_000; i++) {
            cache.want(i);
        }
        cache.fetch();
        cache.want(0);
        cache.want(10_000);
        cache.fetch();

        cache.want(0);
        cache.want(1);
        cache.fetch();

        assertThat(calls.get(1)).containsExactly(10_000);
        assertThat(calls.get(2)).as("0 was wanted lately, 1 was not").containsExactly(1);
    }
}
