package org.usageflow.core;

import java.util.List;
import java.util.function.Predicate;
import org.usageflow.command.AcceptFile;
import org.usageflow.command.CloseFile;
import org.usageflow.command.DeleteFile;
import org.usageflow.command.RejectFile;
import org.usageflow.command.SubmitFile;
import org.usageflow.error.StaleVersionException;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileAction;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.Closing;
import org.usageflow.model.Environment;
import org.usageflow.model.EventAction;
import org.usageflow.model.FileKind;
import org.usageflow.model.PartFile;
import org.usageflow.model.UsageFile;
import org.usageflow.query.FileQuery;

/**
 * What the parties decide on a whole file: submitting, accepting, rejecting, deleting, closing. Its records move with it.
 *
 * <p>Source: rules §4.1 (rows 8 to 13), §4.2, §4.5.
 */
final class Decisions {

    private final Keeping keeping;
    private final Desk desk;
    private final Acceptance acceptance;
    private final Parts parts;

    Decisions(Wiring wiring, Keeping keeping, Desk desk) {
        this.keeping = keeping;
        this.desk = desk;
        this.acceptance = new Acceptance(keeping, desk);
        this.parts = new Parts(wiring, keeping, desk);
    }

    UsageFile submit(SubmitFile command, Actor actor) {
        return desk.unit(unit -> {
            Standing standing = unit.standing(command.file(), actor, command.version());
            UsageFileStatus to = standing.fire(UsageFileAction.SUBMIT);
            UsageFile.Change change = moved(unit, standing.file(), to, RecordStatus.VALIDATED, RecordStatus.PENDING);
            return unit.keep(standing.file(), change.build(), EventAction.SUBMIT, actor, null);
        });
    }

    UsageFile reject(RejectFile command, Actor actor) {
        return desk.unit(unit -> {
            Standing standing = unit.standing(command.file(), actor, command.version());
            UsageFile file = standing.file();
            UsageFileStatus to = standing.fire(UsageFileAction.REJECT);
            unit.session().records().releaseKeys(file.id());
            UsageFile.Change change = moved(unit, file, to, RecordStatus.PENDING, RecordStatus.REJECTED)
                    .notes(file.notes().withRejection(command.note()));
            return unit.keep(file, change.build(), EventAction.REJECT, actor, command.note());
        });
    }

    UsageFile delete(DeleteFile command, Actor actor) {
        return desk.unit(unit -> {
            Standing standing = unit.standing(command.file(), actor, command.version());
            UsageFileStatus to = standing.fire(UsageFileAction.DELETE);
            unit.session().records().releaseKeys(command.file());
            UsageFile changed = standing.file().change().status(to).build();
            return unit.keep(standing.file(), changed, EventAction.DELETE, actor, null);
        });
    }

    /** Accepts, and completes the parts that were made. */
    UsageFile accept(AcceptFile command, Actor actor) {
        Accepted accepted = insistOnAccepting(command, actor);
        parts.completeAll(accepted.made());
        return accepted.file();
    }

    /** A file that was accepted, and its parts that are not completed yet. */
    private record Accepted(UsageFile file, List<Parts.Open> made) {}

    /** Accepts; and again where another file that the acceptance touches was changed meanwhile. */
    private Accepted insistOnAccepting(AcceptFile command, Actor actor) {
        while (true) {
            try {
                return desk.unit(unit -> accept(unit, command, actor));
            } catch (StaleVersionException e) {
                if (e.subject().equals(command.file().value())) {
                    throw e;
                }
            }
        }
    }

    private Accepted accept(Desk.Unit unit, AcceptFile command, Actor actor) {
        Standing standing = unit.standing(command.file(), actor, command.version());
        UsageFile file = standing.file();
        UsageFileStatus to = standing.fire(UsageFileAction.ACCEPT);
        acceptance.registerItems(unit.session(), file);
        acceptance.recycle(unit, file, actor);
        UsageFile.Change change = moved(unit, file, to, RecordStatus.PENDING, RecordStatus.ACCEPTED)
                .notes(file.notes().withAcceptance(command.note()));
        UsageFile accepted = unit.keep(file, change.build(), EventAction.ACCEPT, actor, command.note());
        List<Parts.Open> made = parts.make(unit, accepted);
        boolean real = accepted.details().environment() == Environment.PRODUCTION;
        return new Accepted(real ? supersede(unit, accepted) : accepted, made);
    }

    /**
     * Of the estimates of one product, contract and period the last accepted one counts, until an actual file is accepted; an estimate that comes after that counts for nothing. Gives the
     * accepted file as it is then.
     */
    private UsageFile supersede(Desk.Unit unit, UsageFile accepted) {
        UsageFile[] now = {accepted};
        if (accepted.details().kind() == FileKind.ESTIMATE) {
            FileQuery actual =
                    sameReport(accepted, FileKind.ACTUAL).in(UsageFileStatus.ACCEPTED, UsageFileStatus.CLOSED);
            desk.forEachFile(unit.session(), actual, each -> {
                if (each.details().counts() && now[0].supersededBy() == null) {
                    now[0] = supersede(unit, accepted, each);
                }
            });
        }
        FileQuery estimates = sameReport(accepted, FileKind.ESTIMATE).in(UsageFileStatus.ACCEPTED);
        desk.forEachFile(unit.session(), estimates, each -> {
            boolean former = !each.id().equals(accepted.id())
                    && each.supersededBy() == null
                    && each.details().environment() == Environment.PRODUCTION;
            if (former) {
                supersede(unit, each, accepted);
            }
        });
        return now[0];
    }

    private static FileQuery sameReport(UsageFile file, FileKind kind) {
        return FileQuery.ALL
                .ofProduct(file.product())
                .ofContract(file.contract())
                .ofKind(kind)
                .ofPeriod(file.period());
    }

    private static UsageFile supersede(Desk.Unit unit, UsageFile estimate, UsageFile by) {
        UsageFile changed = estimate.change().supersededBy(by.id()).build();
        return unit.keep(
                estimate, changed, EventAction.SUPERSEDE, Desk.LIBRARY, by.id().value());
    }

    UsageFile close(CloseFile command, Actor actor) {
        return desk.unit(unit -> {
            Standing standing = unit.standing(command.file(), actor, command.version());
            UsageFile file = standing.file();
            UsageFileStatus to = standing.fire(UsageFileAction.CLOSE);
            var closing = new Closing(
                    command.billingId(), command.note(), keeping.clock().instant(), actor);
            Predicate<PartFile> open = Parts.open(unit.session(), file.id());
            long closed = unit.session().records().close(file.id(), closing);
            Parts.overtake(unit, file.id(), open);
            UsageFile changed = file.change()
                    .status(to)
                    .counts(file.counts().moved(closed, RecordStatus.ACCEPTED, RecordStatus.CLOSED))
                    .build();
            return unit.keep(file, changed, EventAction.CLOSE, actor, command.note());
        });
    }

    private static UsageFile.Change moved(
            Desk.Unit unit, UsageFile file, UsageFileStatus to, RecordStatus from, RecordStatus next) {
        long moved = unit.session().records().move(file.id(), from, next);
        return file.change().status(to).counts(file.counts().moved(moved, from, next));
    }
}
