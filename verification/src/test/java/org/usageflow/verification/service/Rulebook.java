package org.usageflow.verification.service;

import static org.usageflow.lifecycle.UsageFileStatus.ACCEPTED;
import static org.usageflow.lifecycle.UsageFileStatus.CLOSED;
import static org.usageflow.lifecycle.UsageFileStatus.DELETED;
import static org.usageflow.lifecycle.UsageFileStatus.DRAFT;
import static org.usageflow.lifecycle.UsageFileStatus.INVALID;
import static org.usageflow.lifecycle.UsageFileStatus.PENDING;
import static org.usageflow.lifecycle.UsageFileStatus.PROCESSING;
import static org.usageflow.lifecycle.UsageFileStatus.READY;
import static org.usageflow.lifecycle.UsageFileStatus.REJECTED;
import static org.usageflow.lifecycle.UsageFileStatus.UPLOADING;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.usageflow.lifecycle.UsageFileAction;
import org.usageflow.lifecycle.UsageFileStatus;

/** Rules §4.1 and §5 once more, written down from the rules and not from the library's table. */
final class Rulebook {

    /** As what somebody stands to a file. */
    enum Side {
        VENDOR,
        BUYER,
        SYSTEM
    }

    private record Row(Set<UsageFileStatus> from, UsageFileAction action, Set<Side> by) {}

    private static final List<Row> ROWS = List.of(
            new Row(EnumSet.of(DRAFT, INVALID, READY, REJECTED), UsageFileAction.UPLOAD, Set.of(Side.VENDOR)),
            new Row(EnumSet.of(UPLOADING), UsageFileAction.PROCESS, Set.of(Side.SYSTEM)),
            new Row(EnumSet.of(PROCESSING), UsageFileAction.FAIL, Set.of(Side.SYSTEM)),
            new Row(EnumSet.of(PROCESSING), UsageFileAction.PASS, Set.of(Side.SYSTEM)),
            new Row(EnumSet.of(READY), UsageFileAction.SUBMIT, Set.of(Side.VENDOR)),
            new Row(EnumSet.of(PENDING), UsageFileAction.REJECT, Set.of(Side.BUYER)),
            new Row(EnumSet.of(PENDING), UsageFileAction.ACCEPT, Set.of(Side.BUYER)),
            new Row(EnumSet.of(ACCEPTED), UsageFileAction.CLOSE, Set.of(Side.BUYER, Side.SYSTEM)),
            new Row(EnumSet.of(DRAFT, INVALID, READY, REJECTED), UsageFileAction.DELETE, Set.of(Side.VENDOR)),
            new Row(EnumSet.of(UPLOADING, PROCESSING), UsageFileAction.ABORT, Set.of(Side.SYSTEM)));

    /** Where the buyer sees a file of production. */
    static final Set<UsageFileStatus> BUYER_SEES = EnumSet.of(PENDING, REJECTED, ACCEPTED, CLOSED);

    /** Where resellers down the chain see records of it. */
    static final Set<UsageFileStatus> CHAIN_SEES = EnumSet.of(ACCEPTED, CLOSED);

    /** Where records can be looked up by anybody. */
    static final Set<UsageFileStatus> HAS_RECORDS = EnumSet.of(INVALID, READY, PENDING, REJECTED, ACCEPTED, CLOSED);

    static final Set<UsageFileStatus> TERMINAL = EnumSet.of(CLOSED, DELETED);

    private Rulebook() {}

    static boolean hasRow(UsageFileStatus from, UsageFileAction action) {
        return ROWS.stream().anyMatch(row -> row.from().contains(from) && row.action() == action);
    }

    static boolean allows(UsageFileStatus from, UsageFileAction action, Set<Side> sides) {
        return ROWS.stream()
                .anyMatch(row -> row.from().contains(from)
                        && row.action() == action
                        && row.by().stream().anyMatch(sides::contains));
    }

    static Set<UsageFileAction> allowed(UsageFileStatus from, Set<Side> sides) {
        Set<UsageFileAction> allowed = EnumSet.noneOf(UsageFileAction.class);
        for (Row row : ROWS) {
            if (allows(from, row.action(), sides)) {
                allowed.add(row.action());
            }
        }
        return allowed;
    }
}
