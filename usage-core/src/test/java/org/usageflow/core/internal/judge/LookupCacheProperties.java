package org.usageflow.core.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LookupCacheProperties {

    @Property(tries = 200)
    void answers_of_a_batch_are_there_whatever_was_asked_before(
            @ForAll @Size(max = 20) List<@Size(max = 30) List<@IntRange(max = 200) Integer>> batches) {
        var calls = new ArrayList<Set<Integer>>();
        var asked = new HashSet<Integer>();
        var cache = new LookupCache<Integer, String>(keys -> {
            calls.add(keys);
            return keys.stream()
                    .filter(LookupCacheProperties::hasAnswer)
                    .collect(Collectors.toMap(Function.identity(), Object::toString));
        });

        for (List<Integer> batch : batches) {
            batch.forEach(cache::want);
            cache.fetch();
            asked.addAll(batch);

            assertThat(batch)
                    .allSatisfy(key -> assertThat(cache.find(key)).isEqualTo(hasAnswer(key) ? key.toString() : null));
        }
        assertThat(calls.stream().mapToInt(Set::size).sum()).isEqualTo(asked.size());
    }

    private static boolean hasAnswer(int key) {
        return key % 2 == 0;
    }
}
