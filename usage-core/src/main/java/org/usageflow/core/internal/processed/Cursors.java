package org.usageflow.core.internal.processed;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through outcomes and problems at the pace of the rows that are written. */
final class Cursors {

    private final Iterator<RowOutcome> rows;
    private final Iterator<Finding> findings;
    private final List<Finding> ofRow = new ArrayList<>();
    private @Nullable RowOutcome row;
    private @Nullable Finding finding;

    Cursors(Outcomes outcomes) {
        this.rows = outcomes.rows();
        this.findings = outcomes.findings();
    }

    /** What came of the row at a position, which is greater than that of the call before; null for nothing. */
    @Nullable
    RowOutcome outcome(long position) {
        RowOutcome next = row;
        while ((next == null || next.position() < position) && rows.hasNext()) {
            next = rows.next();
        }
        row = next;
        return next != null && next.position() == position ? next : null;
    }

    /** The next problem, if its rank is below the given one; else null. */
    @Nullable
    Finding before(int rank) {
        Finding next = peek();
        if (next == null || next.key().rank() >= rank) {
            return null;
        }
        finding = null;
        return next;
    }

    /** The problems of a row, which comes after those that were asked for; a view, valid until the next call. */
    List<Finding> findings(int rank, long position) {
        ofRow.clear();
        Finding next = peek();
        while (next != null && isBefore(next, rank, position)) {
            finding = null;
            next = peek();
        }
        while (next != null && next.key().rank() == rank && next.key().position() == position) {
            ofRow.add(next);
            finding = null;
            next = peek();
        }
        return ofRow;
    }

    private static boolean isBefore(Finding found, int rank, long position) {
        int its = found.key().rank();
        return its < rank || (its == rank && found.key().position() < position);
    }

    private @Nullable Finding peek() {
        if (finding == null && findings.hasNext()) {
            finding = findings.next();
        }
        return finding;
    }
}
