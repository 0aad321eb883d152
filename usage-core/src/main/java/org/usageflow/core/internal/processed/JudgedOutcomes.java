package org.usageflow.core.internal.processed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.judge.JudgedRow;
import org.usageflow.core.internal.spill.Bytes;
import org.usageflow.core.internal.spill.ExternalSorter;
import org.usageflow.core.internal.spill.RowSet;
import org.usageflow.core.internal.spill.SpillException;
import org.usageflow.core.internal.spill.Spool;
import org.usageflow.problem.ProblemMessages;
import org.usageflow.schema.KeyPart;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;

/**
 * Outcomes that are noted while an upload is judged, without any store: on disk, but for a bit for each row. Note everything, read it, close. Not thread-safe.
 */
public final class JudgedOutcomes implements Outcomes, Closeable {

    private static final int MEMORY = ExternalSorter.DEFAULT_MEMORY;

    private final @Nullable Path temporary;
    private final ProblemMessages words;
    private final Set<KeyPart> groupKey;
    private final Spool rows;
    private ExternalSorter findings;
    private RowSet late = new RowSet();
    private final Bytes bytes = new Bytes();
    private boolean suspends;
    private int width;

    /**
     * Makes empty outcomes.
     *
     * @param temporary the directory for temporary files; null for the system's
     * @param words puts problems into words
     * @param groupKey by what the schema groups rows; see {@code FileRule.key()}
     */
    public JudgedOutcomes(@Nullable Path temporary, ProblemMessages words, Set<KeyPart> groupKey) {
        this.temporary = temporary;
        this.words = words;
        this.groupKey = Set.copyOf(groupKey);
        this.rows = new Spool(temporary);
        this.findings = new ExternalSorter(temporary, MEMORY);
    }

    /** Notes a row. */
    public void row(JudgedRow row) {
        OutcomeBytes.write(RowOutcome.of(row, groupKey), bytes.clear());
        rows.add(bytes);
    }

    /** Notes that a row is in error after all. */
    public void lateError(long position) {
        late.add(position);
    }

    /** Notes a problem. */
    public void problem(PlacedProblem placed) {
        if (placed.key().rank() == ProblemKey.RECORDS) {
            width = Math.max(width, placed.key().column() + 1);
        }
        Finding.of(placed, words).write(bytes.clear());
        findings.add(bytes);
    }

    /** Forgets what was noted, because the shape is at fault. */
    public void clear() {
        try {
            rows.clear();
            findings.close();
        } catch (IOException e) {
            throw new SpillException(e);
        }
        findings = new ExternalSorter(temporary, MEMORY);
        late = new RowSet();
        width = 0;
    }

    /** Rows in error are suspended: the file goes on without them. */
    public void suspend() {
        suspends = true;
    }

    @Override
    public Iterator<RowOutcome> rows() {
        return new Read<>() {
            @Override
            @Nullable
            RowOutcome read() {
                return rows.next(bytes) ? settled(OutcomeBytes.read(bytes)) : null;
            }
        };
    }

    private RowOutcome settled(RowOutcome noted) {
        boolean error = noted.status().equals(RowOutcome.INVALID) || late.contains(noted.position());
        return error ? noted.inError(suspends ? RowOutcome.SUSPENDED : RowOutcome.INVALID) : noted;
    }

    @Override
    public Iterator<Finding> findings() {
        ExternalSorter.Cursor cursor = findings.cursor();
        return new Read<>() {
            @Override
            @Nullable
            Finding read() {
                return cursor.next() ? Finding.read(cursor.entry()) : null;
            }
        };
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public void close() throws IOException {
        try {
            rows.close();
        } finally {
            findings.close();
        }
    }

    private abstract static class Read<T> implements Iterator<T> {
        private @Nullable T next;

        /** The next; null at the end. */
        abstract @Nullable T read();

        @Override
        public boolean hasNext() {
            if (next == null) {
                next = read();
            }
            return next != null;
        }

        @Override
        public T next() {
            T given = hasNext() ? next : null;
            if (given == null) {
                throw new NoSuchElementException();
            }
            next = null;
            return given;
        }
    }
}
