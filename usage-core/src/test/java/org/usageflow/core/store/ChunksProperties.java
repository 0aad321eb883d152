package org.usageflow.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ChunksProperties {

    @Provide
    Arbitrary<List<Integer>> batches() {
        Arbitrary<Integer> edges = Arbitraries.of(0, 1, Chunks.SIZE - 1, Chunks.SIZE, Chunks.SIZE + 1, 3 * Chunks.SIZE);
        return Arbitraries.oneOf(edges, Arbitraries.integers().between(0, 2_500))
                .list()
                .ofMaxSize(6);
    }

    private static List<Integer> elements(Chunks<Integer> chunks) {
        var elements = new ArrayList<Integer>();
        chunks.forEach(elements::add);
        return elements;
    }

    private static List<Integer> counted(int from, int number) {
        var batch = new ArrayList<Integer>();
        for (int i = 0; i < number; i++) {
            batch.add(from + i);
        }
        return batch;
    }

    private static Chunks<Integer> filled(List<Integer> batches) {
        Chunks<Integer> chunks = Chunks.empty();
        for (int batch : batches) {
            chunks = chunks.plus(counted(chunks.size(), batch));
        }
        return chunks;
    }

    @Property(tries = 200)
    void what_is_appended_in_batches_is_kept_in_order(@ForAll("batches") List<Integer> batches) {
        Chunks<Integer> chunks = filled(batches);

        int size = batches.stream().mapToInt(each -> each).sum();
        assertThat(elements(chunks)).isEqualTo(counted(0, size));
        assertThat(chunks.size()).isEqualTo(size);
        assertThat(chunks.isEmpty()).isEqualTo(size == 0);
        assertThat(List.of(chunks.toArray(new Integer[size]))).isEqualTo(counted(0, size));
        for (int i = 0; i < size; i++) {
            assertThat(chunks.get(i)).isEqualTo(i);
        }
    }

    @Property(tries = 200)
    void change_leaves_the_former_list_as_it_was(
            @ForAll("batches") List<Integer> batches, @ForAll List<@IntRange(max = 20_000) Integer> places) {
        Chunks<Integer> former = filled(batches);
        var changes = new HashMap<Integer, Integer>();
        places.stream().filter(place -> place < former.size()).forEach(place -> changes.put(place, -place - 1));

        Chunks<Integer> more = former.plus(List.of(-7));
        Chunks<Integer> changed = former.with(changes);
        Chunks<Integer> mapped = former.map(each -> changes.containsKey(each) ? Integer.valueOf(-each - 1) : each);

        var expected = counted(0, former.size());
        assertThat(elements(former)).isEqualTo(expected);
        changes.forEach(expected::set);
        assertThat(elements(changed)).isEqualTo(expected);
        assertThat(elements(mapped)).isEqualTo(expected);
        assertThat(more.get(former.size())).isEqualTo(-7);
        if (changes.isEmpty()) {
            assertThat(changed).isSameAs(former);
            assertThat(mapped).isSameAs(former);
        }
    }
}
