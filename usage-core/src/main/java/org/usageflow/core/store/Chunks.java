package org.usageflow.core.store;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A list that never changes: a change makes another list, which shares all chunks that stay as they are.
 *
 * <p>All chunks but the last are full, so that an ordinal tells its chunk. Immutable, thread-safe.
 */
final class Chunks<E> {

    static final int SIZE = 1 << 10;

    private static final int SHIFT = 10;
    private static final int MASK = SIZE - 1;
    private static final Chunks<?> EMPTY = new Chunks<>(new Object[0][], 0);

    private final Object[][] chunks;
    private final int size;

    private Chunks(Object[][] chunks, int size) {
        this.chunks = chunks;
        this.size = size;
    }

    @SuppressWarnings("unchecked") // it has no elements
    static <E> Chunks<E> empty() {
        return (Chunks<E>) EMPTY;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    @SuppressWarnings("unchecked") // nothing but elements is ever put in
    E get(int ordinal) {
        return (E) chunks[ordinal >> SHIFT][ordinal & MASK];
    }

    /** These elements, and more behind them. Copies the last chunk and the table of chunks. */
    Chunks<E> plus(List<? extends E> more) {
        if (more.isEmpty()) {
            return this;
        }
        int total = Math.addExact(size, more.size());
        Object[][] grown = Arrays.copyOf(chunks, (total + MASK) >> SHIFT);
        int ordinal = size;
        for (E each : more) {
            int chunk = ordinal >> SHIFT;
            if (ordinal == size || (ordinal & MASK) == 0) {
                int length = Math.min(SIZE, total - (chunk << SHIFT));
                grown[chunk] = (ordinal & MASK) == 0 ? new Object[length] : Arrays.copyOf(chunks[chunk], length);
            }
            grown[chunk][ordinal & MASK] = each;
            ordinal++;
        }
        return new Chunks<>(grown, total);
    }

    /** These elements with others at some places. Copies the chunks that they are in, and the table of chunks. */
    Chunks<E> with(Map<Integer, E> byOrdinal) {
        if (byOrdinal.isEmpty()) {
            return this;
        }
        Object[][] changed = chunks.clone();
        byOrdinal.forEach((ordinal, element) -> {
            int chunk = ordinal >> SHIFT;
            if (changed[chunk] == chunks[chunk]) {
                changed[chunk] = chunks[chunk].clone();
            }
            changed[chunk][ordinal & MASK] = element;
        });
        return new Chunks<>(changed, size);
    }

    /** What comes of each element. Copies the chunks in which one changes, and nothing where none does. */
    Chunks<E> map(UnaryOperator<E> change) {
        Object[][] changed = chunks;
        for (int chunk = 0; chunk < chunks.length; chunk++) {
            Object[] mapped = map(chunks[chunk], change);
            if (mapped != chunks[chunk]) {
                changed = changed == chunks ? chunks.clone() : changed;
                changed[chunk] = mapped;
            }
        }
        return changed == chunks ? this : new Chunks<>(changed, size);
    }

    @SuppressWarnings("unchecked") // nothing but elements is ever put in
    private Object[] map(Object[] chunk, UnaryOperator<E> change) {
        Object[] changed = chunk;
        for (int i = 0; i < chunk.length; i++) {
            E mapped = change.apply((E) chunk[i]);
            if (mapped != chunk[i]) {
                changed = changed == chunk ? chunk.clone() : changed;
                changed[i] = mapped;
            }
        }
        return changed;
    }

    @SuppressWarnings("unchecked") // nothing but elements is ever put in
    void forEach(Consumer<? super E> action) {
        for (Object[] chunk : chunks) {
            for (Object each : chunk) {
                action.accept((E) each);
            }
        }
    }

    /** Copies all elements, in order, to an array of their number. */
    E[] toArray(E[] target) {
        int ordinal = 0;
        for (Object[] chunk : chunks) {
            System.arraycopy(chunk, 0, target, ordinal, chunk.length);
            ordinal += chunk.length;
        }
        return target;
    }
}
