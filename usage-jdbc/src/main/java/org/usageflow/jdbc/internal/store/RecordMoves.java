package org.usageflow.jdbc.internal.store;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.Closing;
import org.usageflow.model.HubId;
import org.usageflow.model.UsageFileId;

/** Moves the records of one file from status to status, retired ones aside, each one version on. */
final class RecordMoves {

    private static final String IN_FORCE = "and r.successor_file is null";
    private static final String UNREAD =
            "select 1 from {record} r where r.vendor = ? and r.file_no = ? and r.successor_file is null and r.item_by is null and ";
    private static final String CLOSED = String.join(" = ?, ", ClosingColumns.NAMES) + " = ?";
    private static final String NOT_CLOSED = String.join(" = null, ", ClosingColumns.NAMES) + " = null";

    private final JdbcSession session;
    private final UsageFileId file;
    private final String vendor;
    private final long number;

    RecordMoves(JdbcSession session, UsageFileId file) {
        this.session = session;
        this.file = file;
        this.vendor = session.vendor(file);
        this.number = FileNumbers.of(file);
    }

    long move(RecordStatus from, RecordStatus to) {
        if (from == RecordStatus.CLOSED || to == RecordStatus.CLOSED) {
            throw new IllegalArgumentException("closing is no move, and nothing closed moves");
        }
        if (isInError(from) && !isInError(to)) {
            refuse(session.sql().exists(UNREAD + "r.status = ?", vendor, number, from.name()), to);
        }
        return new RecordRanges(session, vendor, number)
                .change(
                        Clause.of("update {record} r set status = ?, version = r.version + 1", to.name()),
                        Clause.of(IN_FORCE + " and r.status = ?", from.name()));
    }

    private static boolean isInError(RecordStatus status) {
        return status == RecordStatus.INVALID || status == RecordStatus.SUSPENDED;
    }

    private void refuse(boolean unread, RecordStatus to) {
        if (unread) {
            throw new IllegalArgumentException("a record of " + file + " lacks what was reported, and cannot be " + to);
        }
    }

    void moveAt(Set<Long> positions, RecordStatus to) {
        if (to == RecordStatus.CLOSED) {
            throw new IllegalArgumentException("closing is no move");
        }
        if (!isInError(to)) {
            for (List<Long> some : RecordLists.of(positions, session.dialect().listed())) {
                Clause unread = Clause.of(UNREAD, vendor, number).add(RecordLists.in("r.position", "?", some));
                refuse(session.sql().exists(unread.text(), unread.parameters()), to);
            }
        }
        new RecordChanges(session)
                .changeAt(
                        vendor,
                        number,
                        Clause.of("update {record} set status = ?, version = version + 1, " + NOT_CLOSED, to.name()),
                        positions,
                        "and successor_file is null");
    }

    /** Closes the accepted ones. */
    long close(Closing closing) {
        return close(closing, Clause.of(IN_FORCE + " and r.status = 'ACCEPTED'"));
    }

    /** Closes the accepted ones that a hub bills, null for those without. */
    long close(@Nullable HubId hub, Closing closing) {
        return close(
                closing,
                Clause.of(IN_FORCE + " and r.status = 'ACCEPTED'")
                        .add("and")
                        .add(new RecordRefer(session, file).billedBy(hub)));
    }

    private long close(Closing closing, Clause which) {
        Clause begin = Clause.of(
                "update {record} r set status = 'CLOSED', version = r.version + 1, " + CLOSED,
                ClosingColumns.values(closing).toArray());
        return new RecordRanges(session, vendor, number).change(begin, which);
    }
}
