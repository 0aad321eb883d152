package org.usageflow.core;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.usageflow.error.RefusedException;
import org.usageflow.lifecycle.PartFileStatus;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.EventAction;
import org.usageflow.model.HubId;
import org.usageflow.model.PartContent;
import org.usageflow.model.PartFile;
import org.usageflow.model.PartFileId;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.store.HubCounts;
import org.usageflow.spi.store.ReadScope;
import org.usageflow.spi.store.StoreSession;

/**
 * Makes part files, completes them, and marks them outdated.
 *
 * <p>Source: rules §4.3.
 */
final class Parts {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private static final ReadScope EVERYTHING = ReadScope.of(Desk.LIBRARY, Map.of());

    private final Keeping keeping;
    private final Desk desk;
    private final Wiring wiring;
    private final UsageFormat format;

    Parts(Wiring wiring, Keeping keeping, Desk desk) {
        this.keeping = keeping;
        this.desk = desk;
        this.wiring = wiring;
        this.format = wiring.formats().get(0);
    }

    /** The hub that bills a record; null where its subscription has none. */
    static @Nullable HubId hubOf(UsageRecord record) {
        return record.subscription() == null ? null : record.subscription().hub();
    }

    /**
     * A draft that is to be completed.
     *
     * @param part itself
     * @param tenure of who completes it
     */
    record Open(PartFile part, Leases.Tenure tenure) {}

    /** Takes a draft for completing it, whoever was at it before; within the transaction that made it one. */
    Open begin(Desk.Unit unit, PartFile draft) {
        Leases.Tenure tenure = keeping.leases().tenure(draft.id().value());
        tenure.seize(unit.session());
        return new Open(draft, tenure);
    }

    /** Makes the parts of a file that was just accepted, one a hub; a preview and an estimate have none. */
    List<Open> make(Desk.Unit unit, UsageFile accepted) {
        if (!accepted.details().counts()) {
            return List.of();
        }
        var made = new ArrayList<Open>();
        List<HubCounts> hubs = unit.session().records().hubs(accepted.id());
        if (hubs.size() > PartFileId.MOST) {
            throw new RefusedException(
                    "TOO_MANY_HUBS",
                    accepted.id() + " has records of " + hubs.size() + " hubs, and there are at most " + PartFileId.MOST
                            + " parts");
        }
        int number = 1;
        for (HubCounts each : hubs) {
            var id = PartFileId.of(accepted.id(), number++);
            var part =
                    PartFile.made(id, each.hub(), each.counts(), keeping.clock().instant());
            unit.session().parts().insert(part);
            tell(unit, accepted, EventAction.MAKE_PART, Desk.LIBRARY, part);
            made.add(begin(unit, part));
        }
        return made;
    }

    /** Completes the parts of a file that was just accepted. The acceptance stands whatever comes of it. */
    void completeAll(List<Open> made) {
        for (int i = 0; i < made.size(); i++) {
            Open open = made.get(i);
            List<Open> left = made.subList(i, made.size());
            try {
                complete(open, () -> left.forEach(each -> each.tenure().beat()));
            } catch (RuntimeException e) {
                LOG.warn("part {} stays a draft", open.part().id(), e);
            }
        }
    }

    /** Completes a draft whose process was lost: its lease has run out, or there is none. Gives whether it did. */
    boolean recover(PartFileId id) {
        Open taken = desk.<@Nullable Open>unit(unit -> {
            PartFile part = found(unit.session(), id, Desk.LIBRARY);
            Leases.Tenure tenure = keeping.leases().tenure(id.value());
            boolean lost = part.status() == PartFileStatus.DRAFT && tenure.take(unit.session());
            return lost ? new Open(part, tenure) : null;
        });
        return taken != null && complete(taken).status() != PartFileStatus.DRAFT;
    }

    /**
     * Writes the content of a draft once, so that it is known that it can be written, and what it is. What goes wrong is kept with the part.
     *
     * @return the part as it is then: ready or failed; or as another caller left it who was quicker
     */
    PartFile complete(Open open) {
        return complete(open, open.tenure()::beat);
    }

    private PartFile complete(Open open, Runnable alive) {
        PartFile draft = open.part();
        PartContent content = null;
        String error = null;
        try {
            content = written(draft, alive);
        } catch (IOException | RuntimeException e) {
            LOG.warn("part {} cannot be written", draft.id(), e);
            error = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        }
        PartContent made = content;
        String why = error;
        return Insisting.on(() -> desk.unit(unit -> {
            open.tenure().release(unit.session());
            return settle(unit, draft, made, why);
        }));
    }

    private PartContent written(PartFile part, Runnable alive) throws IOException {
        UsageFile file = desk.read(session -> desk.found(session, part.file(), Desk.LIBRARY));
        var target = new HashingStream();
        new PartWriter(wiring, desk, alive).write(file, part, format, target);
        return new PartContent(format.id().value(), target.sha256(), target.bytes());
    }

    private PartFile settle(Desk.Unit unit, PartFile draft, @Nullable PartContent content, @Nullable String error) {
        UsageFile file = desk.found(unit.session(), draft.file(), Desk.LIBRARY);
        PartFile now = found(unit.session(), draft.id(), Desk.LIBRARY);
        // A record that was changed meanwhile marked it, which is one version; who completes it and makes it again
        // takes more
        boolean same = now.status() == PartFileStatus.DRAFT
                && now.version().number() - draft.version().number() <= 1;
        if (!same) {
            return now;
        }
        PartFile next = content != null ? now.completed(content) : now.failed(String.valueOf(error));
        unit.session().parts().update(next);
        tell(unit, file, content != null ? EventAction.COMPLETE_PART : EventAction.FAIL_PART, Desk.LIBRARY, next);
        return next;
    }

    /** Marks those parts of a file outdated that have changed records. */
    static void overtake(Desk.Unit unit, UsageFileId file, Predicate<PartFile> changed) {
        for (PartFile part : unit.session().parts().list(file, EVERYTHING)) {
            if (!part.outdated() && changed.test(part)) {
                unit.session().parts().update(part.overtaken());
            }
        }
    }

    /** The parts of a file that have open records now, by what the records say. */
    static Predicate<PartFile> open(StoreSession session, UsageFileId file) {
        Set<@Nullable HubId> hubs = new HashSet<>();
        for (HubCounts each : session.records().hubs(file)) {
            if (each.counts().of(RecordStatus.ACCEPTED) > 0) {
                hubs.add(each.hub());
            }
        }
        return part -> hubs.contains(part.hub());
    }

    /**
     * A part as the actor sees it.
     *
     * @throws org.usageflow.error.NotFoundException if it does not exist or the actor does not see it, which cannot be told apart
     */
    PartFile found(StoreSession session, PartFileId id, Actor actor) {
        return Desk.orMissing(session.parts().find(id, desk.scope(actor)), "part file", id.value());
    }

    static void tell(Desk.Unit unit, UsageFile file, EventAction action, Actor by, PartFile part) {
        unit.tell(file, file, action, by, part.id().value(), null);
    }
}
