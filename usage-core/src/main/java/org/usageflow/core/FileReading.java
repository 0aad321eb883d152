package org.usageflow.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.Actor;
import org.usageflow.model.Party;
import org.usageflow.model.RowCounts;
import org.usageflow.model.Upload;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageTotals;
import org.usageflow.model.Version;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.query.FileQuery;
import org.usageflow.query.Page;
import org.usageflow.query.PageKey;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;
import org.usageflow.spi.store.ReadScope;
import org.usageflow.spi.store.StoreSession;

/**
 * What actors may read of files.
 *
 * <p>Source: rules §5, §8 (portals).
 */
final class FileReading {

    private static final int BATCH = 1_000;

    private final Wiring wiring;
    private final Desk desk;

    FileReading(Wiring wiring, Desk desk) {
        this.wiring = wiring;
        this.desk = desk;
    }

    Page<UsageFile> list(FileQuery query, Actor actor) {
        Objects.requireNonNull(query, "query");
        ReadScope reader = desk.scope(actor);
        return desk.read(session -> {
            // One more than asked for tells whether there is a next page.
            int more = query.limit() == Integer.MAX_VALUE ? query.limit() : query.limit() + 1;
            List<UsageFile> found = session.files().list(query.limit(more), reader);
            Long total = query.counted() ? session.files().count(query, reader) : null;
            return Pages.of(found, query.limit(), query.sort()::keyOf, total);
        });
    }

    List<UsageEvent> history(UsageFileId id, Actor actor) {
        return desk.read(session -> {
            UsageFile file = desk.found(session, id, actor);
            var seen = new ArrayList<UsageEvent>();
            List<UsageEvent> events = session.history().list(id, 0, BATCH);
            while (!events.isEmpty()) {
                for (UsageEvent event : events) {
                    UsageEvent shown = shown(event, file, actor, seen.size() + 1);
                    if (shown != null) {
                        seen.add(shown);
                    }
                }
                events =
                        session.history().list(id, events.get(events.size() - 1).number(), BATCH);
            }
            return List.copyOf(seen);
        });
    }

    /** The event as the actor sees it, numbered by what it sees; null where it does not. */
    private @Nullable UsageEvent shown(UsageEvent event, UsageFile file, Actor actor, long number) {
        if (actor.role() == Party.SYSTEM) {
            return event;
        }
        if (actor.role() == Party.VENDOR) {
            return event.action().isBuyersOwn() ? null : event.numbered(number);
        }
        if (file.buyer().equals(actor.account())) {
            return ReadScope.BUYER_STATUSES.contains(event.to()) ? event.numbered(number) : null;
        }
        boolean moved = event.from() != event.to();
        return moved && ReadScope.CHAIN_STATUSES.contains(event.to()) ? ofChain(event, number) : null;
    }

    /** The event as a reseller down the chain sees it, as it sees the file: without note and version, and by which account, not by whom there. */
    private static UsageEvent ofChain(UsageEvent event, long number) {
        return new UsageEvent(
                event.file(),
                number,
                event.at(),
                event.action(),
                event.from(),
                event.to(),
                new Actor(event.by().role(), event.by().account(), null),
                null,
                null,
                Version.FIRST);
    }

    /** The report of a file's last upload, as it was made, from what is kept. */
    ValidationReport report(UsageFile file) {
        Upload upload = file.upload();
        RowCounts rows = upload == null ? RowCounts.NONE : upload.rows();
        UsageTotals totals = upload == null ? UsageTotals.NONE : upload.totals();
        return desk.read(session -> {
            Map<ProblemCode, Long> counts =
                    upload == null ? Map.of() : session.problems().counts(file.id());
            return new ValidationReport(
                    upload != null && upload.isValid(),
                    rows,
                    totals,
                    upload == null ? null : upload.sha256(),
                    counts.values().stream().mapToLong(Long::longValue).sum(),
                    counts,
                    counts.isEmpty() ? List.of() : first(session, file.id()));
        });
    }

    private List<Problem> first(StoreSession session, UsageFileId id) {
        return session.problems().list(id, null, wiring.problemLimit()).stream()
                .map(PlacedProblem::problem)
                .toList();
    }

    Page<Problem> problems(UsageFileId id, @Nullable PageKey after, int limit, Actor actor) {
        if (limit < 1) {
            throw new IllegalArgumentException("a page has 1 element or more: " + limit);
        }
        ProblemKey from = after == null ? null : ProblemPages.key(after);
        ReadScope reader = desk.scope(actor);
        return desk.read(session -> {
            UsageFile file = desk.found(session, id, actor);
            if (!reader.seesWhole(file)) {
                return new Page<>(List.of(), null, null);
            }
            int more = limit == Integer.MAX_VALUE ? limit : limit + 1;
            Page<PlacedProblem> page =
                    Pages.of(session.problems().list(id, from, more), limit, ProblemPages::keyOf, null);
            return new Page<>(page.items().stream().map(PlacedProblem::problem).toList(), page.next(), null);
        });
    }
}
