package org.usageflow.core;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.usageflow.core.internal.judge.ProblemCollector;
import org.usageflow.core.internal.spill.SpillException;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.RefusedException;
import org.usageflow.error.SourceException;
import org.usageflow.lifecycle.Capacity;
import org.usageflow.lifecycle.Firing;
import org.usageflow.lifecycle.Lifecycles;
import org.usageflow.lifecycle.ReconciliationAction;
import org.usageflow.lifecycle.ReconciliationStatus;
import org.usageflow.lifecycle.RefusalReason;
import org.usageflow.model.Actor;
import org.usageflow.model.EventAction;
import org.usageflow.model.Party;
import org.usageflow.model.ReconciliationCounts;
import org.usageflow.model.ReconciliationFile;
import org.usageflow.model.ReconciliationFileId;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.problem.Problem;
import org.usageflow.query.Page;
import org.usageflow.query.PageKey;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;
import org.usageflow.spi.store.StoreSession;

/**
 * Reconciliation files: billing ids for many records of one usage file, which are closed by them.
 *
 * <p>They are the buyer's: for every other actor but SYSTEM they do not exist, and every method that takes one throws {@link NotFoundException}, after the same work as for one that there is not.
 *
 * <p>Thread-safe. Runs in the caller's thread. A reconciliation file is gone through in transactions of up to 1,000 rows, so that rows that were applied stay applied whatever happens later; applying them again
 * changes nothing.
 *
 * <p>Source: rules §3.7, §4.4, §5.
 */
public final class ReconciliationService {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationService.class);

    private final Wiring wiring;
    private final Keeping keeping;
    private final Desk desk;
    private final Intakes intakes;

    ReconciliationService(Wiring wiring, Keeping keeping, Desk desk, Intakes intakes) {
        this.wiring = wiring;
        this.keeping = keeping;
        this.desk = desk;
        this.intakes = intakes;
    }

    /**
     * Stores the bytes of a reconciliation file, for {@link #process} on any worker. Records that are not accepted yet are a problem of their rows, not of the upload.
     *
     * @param file whose records it closes
     * @param source in any of the formats that are wired; stays open
     * @return the reconciliation file, uploaded
     * @throws NotFoundException if there is no such usage file, or the actor does not see it
     * @throws ActionRefusedException if the actor is not its buyer, or nothing of the file is billed
     * @throws RefusedException if the file has had 999 reconciliation files (TOO_MANY_RECONCILIATIONS)
     * @throws SourceException if the bytes cannot be read or stored
     */
    public ReconciliationFile upload(UsageFileId file, UploadSource source, Actor actor) {
        Objects.requireNonNull(source, "source");
        desk.read(session -> uploadable(session, file, actor));
        try {
            String sha256 = new Judging(wiring).sha256(source);
            long bytes = source.size();
            intakes.put(file, sha256, source);
            return Insisting.on(() -> desk.unit(unit -> upload(unit, file, sha256, bytes, actor)));
        } catch (IOException e) {
            throw new SourceException("the reconciliation file could not be stored: " + e.getMessage(), e);
        }
    }

    private UsageFile uploadable(StoreSession session, UsageFileId id, Actor actor) {
        Standing standing = Standing.of(desk.found(session, id, actor), actor);
        RefusalReason unbilled = standing.notBilled();
        if (!standing.is(Capacity.BUYER)) {
            throw standing.refused("UPLOAD_RECONCILIATION", RefusalReason.NOT_ALLOWED_TO_ACTOR);
        }
        if (unbilled != null) {
            throw standing.refused("UPLOAD_RECONCILIATION", unbilled);
        }
        return standing.file();
    }

    private ReconciliationFile upload(Desk.Unit unit, UsageFileId id, String sha256, long bytes, Actor actor) {
        UsageFile file = uploadable(unit.session(), id, actor);
        int number =
                unit.session().reconciliations().list(id, desk.scope(actor)).size() + 1;
        if (number > ReconciliationFileId.MOST) {
            throw new RefusedException(
                    "TOO_MANY_RECONCILIATIONS",
                    id + " has had " + ReconciliationFileId.MOST + " reconciliation files, and there are no more ids");
        }
        var uploaded = ReconciliationFile.uploaded(
                ReconciliationFileId.of(id, number),
                sha256,
                bytes,
                actor,
                keeping.clock().instant());
        unit.session().reconciliations().insert(uploaded);
        tell(unit, file, EventAction.UPLOAD_RECONCILIATION, actor, uploaded);
        return uploaded;
    }

    /**
     * Goes through what was uploaded, once, and closes records row by row in the name of who uploaded it. By the system alone; the buyer uses {@link #apply}.
     *
     * @return what came of it: processed, also where rows were refused; or failed, with nothing done, where it could not be read as a reconciliation file
     * @throws NotFoundException if there is no such reconciliation file, or the actor does not see it
     * @throws ActionRefusedException if it is not uploaded, or the actor is not the system
     * @throws SourceException if what was stored or a temporary file cannot be read; as with every other failure the file is then failed, and the rows that were applied stay so
     */
    public ReconciliationResult process(ReconciliationFileId id, Actor actor) {
        Leases.Tenure tenure = keeping.leases().tenure(id.value());
        ReconciliationFile begun = Insisting.on(() -> desk.unit(unit -> {
            UsageFile file = usageFile(unit.session(), id, actor);
            ReconciliationFile uploaded = found(unit.session(), id, actor);
            fire(uploaded, ReconciliationAction.PROCESS, actor);
            ReconciliationFile taken = uploaded.begun();
            unit.session().reconciliations().update(taken);
            tell(unit, file, EventAction.PROCESS_RECONCILIATION, actor, taken);
            tenure.seize(unit.session());
            return taken;
        }));
        var work = new Reconciling(wiring, keeping, desk, begun, tenure);
        try {
            boolean readable = work.run();
            ProblemCollector problems = work.problems();
            List<Problem> kept = problems.kept();
            String error = readable ? null : words(kept);
            ReconciliationFile done = settle(begun, tenure, work.counts(), error);
            LOG.debug("reconciled {} by {}: {}", begun.file(), begun.id(), done.counts());
            return new ReconciliationResult(done, problems.total(), problems.counts(), kept);
        } catch (IOException e) {
            giveUp(begun, tenure, work, e);
            throw new SourceException("the reconciliation file could not be read: " + e.getMessage(), e);
        } catch (SpillException e) {
            giveUp(begun, tenure, work, e);
            throw new SourceException("a temporary file failed: " + e.getMessage(), e.failure());
        } catch (RuntimeException | Error e) {
            giveUp(begun, tenure, work, e);
            throw e;
        }
    }

    /** Uploads and processes in one call; see {@link #upload} and {@link #process}. */
    public ReconciliationResult apply(UsageFileId file, UploadSource source, Actor actor) {
        return process(upload(file, source, actor).id(), Desk.LIBRARY);
    }

    /**
     * Settles a reconciliation file whose processing lost its process: it is failed. The rows that were applied stay so; the same bytes can be uploaded again. By the system alone.
     *
     * @param detail why, for the buyer
     * @throws NotFoundException if there is no such reconciliation file, or the actor does not see it
     * @throws ActionRefusedException if it is not processing, or the actor is not the system
     */
    public ReconciliationFile fail(ReconciliationFileId id, String detail, Actor actor) {
        Objects.requireNonNull(detail, "detail");
        return Insisting.on(() -> desk.unit(unit -> {
            UsageFile file = usageFile(unit.session(), id, actor);
            ReconciliationFile now = found(unit.session(), id, actor);
            fire(now, ReconciliationAction.FAIL, actor);
            return settle(unit, file, now, now.counts(), detail);
        }));
    }

    /** A reconciliation file. */
    public ReconciliationFile file(ReconciliationFileId id, Actor actor) {
        return desk.read(session -> found(session, id, actor));
    }

    /**
     * The reconciliation files of a usage file by id; empty for an actor who sees the usage file and not them.
     *
     * @throws NotFoundException if there is no such usage file, or the actor does not see it
     */
    public List<ReconciliationFile> list(UsageFileId file, Actor actor) {
        return desk.read(session -> {
            desk.found(session, file, actor);
            return session.reconciliations().list(file, desk.scope(actor));
        });
    }

    /**
     * A page of the problems of a reconciliation file, by row, then column: every one of them, whatever a result lists.
     *
     * @param after the key of the page before; null for the first
     * @param limit how many at the most, 1 or more
     */
    public Page<Problem> problems(ReconciliationFileId id, @Nullable PageKey after, int limit, Actor actor) {
        if (limit < 1) {
            throw new IllegalArgumentException("a page has 1 element or more: " + limit);
        }
        ProblemKey from = after == null ? null : ProblemPages.key(after);
        return desk.read(session -> {
            found(session, id, actor);
            int more = limit == Integer.MAX_VALUE ? limit : limit + 1;
            List<PlacedProblem> found = session.reconciliations().problems(id, from, more);
            Page<PlacedProblem> page = Pages.of(found, limit, ProblemPages::keyOf, null);
            return new Page<>(page.items().stream().map(PlacedProblem::problem).toList(), page.next(), null);
        });
    }

    private String words(List<Problem> problems) {
        return problems.isEmpty()
                ? "it could not be read"
                : problems.get(0).code() + ": " + wiring.messages().message(problems.get(0));
    }

    /** Settles a reconciliation file whose process was lost: its lease has run out, or there is none. Gives whether it did. */
    boolean recover(ReconciliationFileId id) {
        return Boolean.TRUE.equals(Insisting.on(() -> desk.unit(unit -> {
            UsageFile file = usageFile(unit.session(), id, Desk.LIBRARY);
            ReconciliationFile now = found(unit.session(), id, Desk.LIBRARY);
            boolean lost = now.status() == ReconciliationStatus.PROCESSING
                    && keeping.leases().isFree(unit.session(), id.value());
            if (lost) {
                settle(unit, file, now, now.counts(), "the process that went through it was lost before it was done");
            }
            return lost;
        })));
    }

    private ReconciliationFile settle(
            ReconciliationFile begun, Leases.Tenure tenure, ReconciliationCounts counts, @Nullable String error) {
        return Insisting.on(() -> desk.unit(unit -> {
            tenure.release(unit.session());
            UsageFile file = desk.found(unit.session(), begun.file(), Desk.LIBRARY);
            ReconciliationFile now = found(unit.session(), begun.id(), Desk.LIBRARY);
            // Given up by somebody else meanwhile
            return now.status() == ReconciliationStatus.PROCESSING ? settle(unit, file, now, counts, error) : now;
        }));
    }

    private static ReconciliationFile settle(
            Desk.Unit unit,
            UsageFile file,
            ReconciliationFile now,
            ReconciliationCounts counts,
            @Nullable String error) {
        Leases.clear(unit.session(), now.id().value());
        ReconciliationFile next = error == null ? now.processed(counts) : now.failed(error, counts);
        unit.session().reconciliations().update(next);
        EventAction action = error == null ? EventAction.COMPLETE_RECONCILIATION : EventAction.FAIL_RECONCILIATION;
        tell(unit, file, action, Desk.LIBRARY, next);
        return next;
    }

    /** Settles a file whose processing came to nothing; the failure itself is the caller's to hear of. */
    private void giveUp(ReconciliationFile begun, Leases.Tenure tenure, Reconciling work, Throwable failure) {
        try {
            settle(begun, tenure, work.counts(), "processing failed");
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private UsageFile usageFile(StoreSession session, ReconciliationFileId id, Actor actor) {
        return Desk.orMissing(session.files().find(id.file(), desk.scope(actor)), "reconciliation file", id.value());
    }

    private ReconciliationFile found(StoreSession session, ReconciliationFileId id, Actor actor) {
        return Desk.orMissing(session.reconciliations().find(id, desk.scope(actor)), "reconciliation file", id.value());
    }

    private static void tell(
            Desk.Unit unit, UsageFile file, EventAction action, Actor by, ReconciliationFile reconciliation) {
        unit.tell(file, file, action, by, reconciliation.id().value(), null);
    }

    private static void fire(ReconciliationFile file, ReconciliationAction action, Actor actor) {
        Capacity by = actor.role() == Party.SYSTEM ? Capacity.SYSTEM : Capacity.BUYER;
        Firing<ReconciliationStatus, ReconciliationAction> firing =
                Lifecycles.reconciliation().fire(file.status(), action, by);
        firing.fold(Firing.Moved::to, refused -> {
            throw new ActionRefusedException(file.id().value(), refused);
        });
    }
}
