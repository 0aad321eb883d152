package org.usageflow.core.internal.processed;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.UsageRecord;
import org.usageflow.problem.ProblemMessages;
import org.usageflow.schema.KeyPart;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;

/** Outcomes that are kept in a store, read page by page; a page is all that is held. Not thread-safe. */
public final class StoredOutcomes implements Outcomes {

    private final RecordPages records;
    private final ProblemPages problems;
    private final ProblemMessages words;
    private final Set<KeyPart> groupKey;

    /** Reads a page of a file's records, such as {@code RecordStore.slice}. */
    @FunctionalInterface
    public interface RecordPages {

        /** The records after a position, -1 for the first, in order; empty at the end. */
        List<UsageRecord> after(long position);
    }

    /** Reads a page of a file's problems, such as {@code ProblemStore.list}. */
    @FunctionalInterface
    public interface ProblemPages {

        /** The problems after a key, null for the first, in order; empty at the end. */
        List<PlacedProblem> after(@Nullable ProblemKey key);
    }

    /**
     * Makes the outcomes.
     *
     * @param records pages of about 1,000
     * @param problems pages of about 1,000
     * @param words puts problems into words
     * @param groupKey by what the schema groups rows, so that a group's quantity counts once; see {@code FileRule.key()}
     */
    public StoredOutcomes(RecordPages records, ProblemPages problems, ProblemMessages words, Set<KeyPart> groupKey) {
        this.records = records;
        this.problems = problems;
        this.words = words;
        this.groupKey = Set.copyOf(groupKey);
    }

    @Override
    public Iterator<RowOutcome> rows() {
        return new Pages<UsageRecord, RowOutcome>(
                last -> records.after(last == null ? -1 : last.position()), each -> RowOutcome.of(each, groupKey));
    }

    @Override
    public Iterator<Finding> findings() {
        return new Pages<PlacedProblem, Finding>(
                last -> problems.after(last == null ? null : last.key()), each -> Finding.of(each, words));
    }

    /** {@inheritDoc} Reads all problems. */
    @Override
    public int width() {
        int width = 0;
        List<PlacedProblem> page = problems.after(null);
        while (!page.isEmpty()) {
            for (PlacedProblem each : page) {
                if (each.key().rank() == ProblemKey.RECORDS) {
                    width = Math.max(width, each.key().column() + 1);
                }
            }
            page = problems.after(page.get(page.size() - 1).key());
        }
        return width;
    }

    private static final class Pages<S, T> implements Iterator<T> {
        private final Function<@Nullable S, List<S>> source;
        private final Function<S, T> map;
        private List<S> page = List.of();
        private int at;
        private @Nullable S last;
        private boolean done;

        Pages(Function<@Nullable S, List<S>> source, Function<S, T> map) {
            this.source = source;
            this.map = map;
        }

        @Override
        public boolean hasNext() {
            if (at == page.size() && !done) {
                page = source.apply(last);
                at = 0;
                done = page.isEmpty();
            }
            return at < page.size();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            S next = page.get(at++);
            last = next;
            return map.apply(next);
        }
    }
}
