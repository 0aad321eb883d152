package org.usageflow.core;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.command.ClosePart;
import org.usageflow.command.RegeneratePart;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.error.InvalidCommandException;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.lifecycle.Capacity;
import org.usageflow.lifecycle.Firing;
import org.usageflow.lifecycle.Lifecycles;
import org.usageflow.lifecycle.PartFileAction;
import org.usageflow.lifecycle.PartFileStatus;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.Closing;
import org.usageflow.model.EventAction;
import org.usageflow.model.PartFile;
import org.usageflow.model.PartFileId;
import org.usageflow.model.Party;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.Version;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.store.HubCounts;
import org.usageflow.spi.store.StoreSession;

/**
 * Part files: the accepted records of a usage file, one part for each hub that bills some of them.
 *
 * <p>Parts are made by the library when an actual file of production is accepted. They are the buyer's: for every other actor but SYSTEM they do not exist, and every method that takes a part throws
 * {@link NotFoundException}, after the same work as for one that there is not.
 *
 * <p>Thread-safe. Each call is a transaction of its own but for {@link #complete}, {@link #regenerate} and {@link #write}, which take several.
 *
 * <p>Source: rules §4.3, §5.
 */
public final class PartService {

    private final Wiring wiring;
    private final Keeping keeping;
    private final Desk desk;
    private final Parts parts;
    private final CommandCheck check;

    PartService(Wiring wiring, Keeping keeping, Desk desk) {
        this.wiring = wiring;
        this.keeping = keeping;
        this.desk = desk;
        this.parts = new Parts(wiring, keeping, desk);
        this.check = new CommandCheck(keeping.validator());
    }

    /**
     * The parts of a file by id; empty before it is accepted, for a preview or an estimate, and for an actor who sees the file and not its parts.
     *
     * @throws NotFoundException if there is no such file, or the actor does not see it
     */
    public List<PartFile> list(UsageFileId file, Actor actor) {
        return desk.read(session -> {
            desk.found(session, file, actor);
            return session.parts().list(file, desk.scope(actor));
        });
    }

    /** A part. */
    public PartFile part(PartFileId id, Actor actor) {
        return desk.read(session -> parts.found(session, id, actor));
    }

    /** What the actor may do with the part now, for a portal's buttons. */
    public Set<PartFileAction> allowedActions(PartFileId id, Actor actor) {
        return Lifecycles.part().allowedActions(part(id, actor).status(), capacity(actor));
    }

    /**
     * Writes the records of a part as they are now, whatever its status: the columns of an upload, and those that a processed file adds but {@code errors}; in a format that holds several tables {@code general} too. With
     * billing ids filled in it is a reconciliation file. Memory is that of a page of records.
     *
     * @param format one that is wired
     * @param target stays open
     * @throws NotFoundException if there is no such part, or the actor does not see it
     * @throws InvalidCommandException if the format is not wired
     * @throws IOException if the target cannot be written
     */
    public void write(PartFileId id, FormatId format, OutputStream target, Actor actor) throws IOException {
        Objects.requireNonNull(target, "target");
        UsageFormat wired = wiring.formats().stream()
                .filter(each -> each.id().equals(format))
                .findFirst()
                .orElseThrow(() -> new InvalidCommandException("no format is wired that writes " + format));
        PartFile part = part(id, actor);
        UsageFile file = desk.read(session -> desk.found(session, part.file(), actor));
        new PartWriter(wiring, desk, () -> {}).write(file, part, wired, target);
    }

    /**
     * Completes a part that was left a draft, because the process that made it was lost, whether or not its lease has run out; {@link RecoveryService#recover} finds those whose has. By the system alone.
     *
     * @return the part, ready or failed
     * @throws NotFoundException if there is no such part, or the actor does not see it
     * @throws ActionRefusedException if it is no draft, or the actor is not the system
     */
    public PartFile complete(PartFileId id, Actor actor) {
        return parts.complete(desk.unit(unit -> {
            PartFile draft = parts.found(unit.session(), id, actor);
            fire(draft, PartFileAction.COMPLETE, actor);
            return parts.begin(unit, draft);
        }));
    }

    /** Makes a part again; see {@link #regenerate(RegeneratePart, Actor)}. */
    public PartFile regenerate(PartFileId id, Actor actor) {
        return regenerate(RegeneratePart.of(id), actor);
    }

    /**
     * Makes a part that is ready or failed again from its records as they are now: its counts are those of now, and it is not outdated any more.
     *
     * @return the part, ready or failed
     * @throws InvalidCommandException with every constraint that the command violates
     * @throws NotFoundException if there is no such part, or the actor does not see it
     * @throws ActionRefusedException if it is a draft or closed
     * @throws StaleVersionException if the command names another version than the part's
     */
    public PartFile regenerate(RegeneratePart command, Actor actor) {
        check.checked(command);
        return parts.complete(Insisting.on(() -> desk.unit(unit -> regenerate(unit, command, actor))));
    }

    private Parts.Open regenerate(Desk.Unit unit, RegeneratePart command, Actor actor) {
        StoreSession session = unit.session();
        PartFile part = part(session, command.part(), command.version(), actor);
        fire(part, PartFileAction.REGENERATE, actor);
        UsageFile file = desk.found(session, part.file(), actor);
        PartFile draft = part.regenerated(counts(session, part));
        session.parts().update(draft);
        Parts.tell(unit, file, EventAction.REGENERATE_PART, actor, draft);
        return parts.begin(unit, draft);
    }

    private static RecordCounts counts(StoreSession session, PartFile part) {
        return session.records().hubs(part.file()).stream()
                .filter(each -> Objects.equals(each.hub(), part.hub()))
                .map(HubCounts::counts)
                .findFirst()
                .orElse(RecordCounts.NONE);
    }

    /** Closes a part; see {@link #close(ClosePart, Actor)}. */
    public PartFile close(PartFileId id, String billingId, Actor actor) {
        return close(ClosePart.of(id, billingId), actor);
    }

    /**
     * Closes a part that is ready, and with it the open records of its hub; the file with its last one. Records that were closed before keep the billing id that they have.
     *
     * @throws InvalidCommandException with every constraint that the command violates
     * @throws NotFoundException if there is no such part, or the actor does not see it
     * @throws ActionRefusedException if it is not ready, or the actor is not the buyer
     * @throws StaleVersionException if the command names another version than the part's
     */
    public PartFile close(ClosePart command, Actor actor) {
        check.checked(command);
        return Insisting.on(() -> desk.unit(unit -> close(unit, command, actor)));
    }

    private PartFile close(Desk.Unit unit, ClosePart command, Actor actor) {
        StoreSession session = unit.session();
        UsageFile file = Desk.orMissing(
                session.files().find(command.part().file(), desk.scope(actor)),
                "part file",
                command.part().value());
        PartFile part = part(session, command.part(), command.version(), actor);
        fire(part, PartFileAction.CLOSE, actor);
        var closing =
                new Closing(command.billingId(), command.note(), keeping.clock().instant(), actor);
        long closed = session.records().closeHub(file.id(), part.hub(), closing);
        ClosedRecords.keepFile(unit, file, closed, actor);
        // Which records are its own is settled when the file is accepted, and all of them are closed now
        PartFile changed =
                part.closed(closing, RecordCounts.NONE.moved(part.counts().total(), null, RecordStatus.CLOSED));
        session.parts().update(changed);
        UsageFile now = desk.found(session, file.id(), actor);
        Parts.tell(unit, now, EventAction.CLOSE_PART, actor, changed);
        return changed;
    }

    private PartFile part(StoreSession session, PartFileId id, @Nullable Version expected, Actor actor) {
        PartFile part = parts.found(session, id, actor);
        if (expected != null && !expected.equals(part.version())) {
            throw new Insisting.SeenVersionException(new StaleVersionException(id.value(), expected, part.version()));
        }
        return part;
    }

    /** Who sees a part is its buyer, or the system. */
    private static Capacity capacity(Actor actor) {
        return actor.role() == Party.SYSTEM ? Capacity.SYSTEM : Capacity.BUYER;
    }

    private static void fire(PartFile part, PartFileAction action, Actor actor) {
        Firing<PartFileStatus, PartFileAction> firing = Lifecycles.part().fire(part.status(), action, capacity(actor));
        firing.fold(Firing.Moved::to, refused -> {
            throw new ActionRefusedException(part.id().value(), refused);
        });
    }
}
