package org.usageflow.core;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usageflow.command.CloseRecord;
import org.usageflow.core.CloseResult.Outcome;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.lifecycle.Capacity;
import org.usageflow.lifecycle.Lifecycles;
import org.usageflow.lifecycle.RecordAction;
import org.usageflow.lifecycle.RefusalReason;
import org.usageflow.model.Actor;
import org.usageflow.model.Closing;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.spi.store.ReadScope;

/** Records of one file on their way to be closed in a transaction. Used once. */
final class ClosingBatch {

    private final Actor actor;
    private final Instant now;
    private final ClosedRecords done;
    private final Map<UsageRecordId, UsageRecord> found = new HashMap<>();
    private final @Nullable Standing standing;
    private @Nullable UsageRecord last;

    /**
     * Looks the records up.
     *
     * @param ids at most a batch of them, of one file, which is looked at first: its version tells whether another transaction changed them since
     */
    ClosingBatch(Desk desk, Desk.Unit unit, List<UsageRecordId> ids, Actor actor, Instant now) {
        this.actor = actor;
        this.now = now;
        this.done = new ClosedRecords(unit, actor);
        ReadScope reader = desk.scope(actor);
        this.standing = unit.session()
                .files()
                .find(ids.get(0).file(), reader)
                .map(file -> Standing.of(file, actor))
                .orElse(null);
        unit.session().records().findAll(ids, reader).forEach(each -> found.put(each.id(), each));
    }

    /**
     * Closes a record, or corrects how it was closed.
     *
     * @throws ActionRefusedException if it is not accepted, the actor may not close it, or another party closed it
     */
    Outcome close(CloseRecord command) {
        UsageRecord record = found(command.record());
        last = record;
        Standing file = Objects.requireNonNull(standing, "the file of a record that is seen");
        if (command.version() != null && !command.version().equals(record.version())) {
            throw new Insisting.SeenVersionException(
                    new StaleVersionException(record.id().value(), command.version(), record.version()));
        }
        refuseUnlessBuyer(file, record);
        Closing former = record.closing();
        var closing = new Closing(command.billingId(), command.note(), now, actor);
        if (former == null) {
            done.close(record.withClosing(closing));
            return Outcome.CLOSED;
        }
        if (!former.by().account().equals(actor.account())) {
            throw refused(file, record, RefusalReason.CLOSED_BY_ANOTHER);
        }
        if (former.billingId().equals(closing.billingId()) && Objects.equals(former.note(), closing.note())) {
            return Outcome.UNCHANGED;
        }
        done.correct(record.withClosing(closing));
        return Outcome.CORRECTED;
    }

    private UsageRecord found(UsageRecordId id) {
        UsageRecord changed = done.find(id);
        return changed != null
                ? changed
                : Desk.orMissing(Optional.ofNullable(found.get(id)), "usage record", id.value());
    }

    private static void refuseUnlessBuyer(Standing file, UsageRecord record) {
        boolean buyer = file.is(Capacity.BUYER);
        RefusalReason unbilled = file.notBilled();
        boolean closable =
                Lifecycles.record().find(record.status(), RecordAction.CLOSE).isPresent();
        if (record.isRetired() || !closable && record.closing() == null) {
            throw refused(file, record, RefusalReason.NOT_IN_STATUS);
        }
        if (!buyer) {
            throw refused(file, record, RefusalReason.NOT_ALLOWED_TO_ACTOR);
        }
        if (unbilled != null) {
            throw refused(file, record, unbilled);
        }
    }

    private static ActionRefusedException refused(Standing file, UsageRecord record, RefusalReason reason) {
        return new ActionRefusedException(
                record.id().value(), file.file().status(), "CLOSE_RECORD", reason, file.allowed());
    }

    /** Keeps what was done to the one record; gives it as it is now. */
    UsageRecord finishOne() {
        UsageRecord record = Objects.requireNonNull(last, "one record was closed");
        finish();
        UsageRecord changed = done.find(record.id());
        return changed == null ? record : changed;
    }

    /** Keeps what was done, and closes the file with its last record. */
    void finish() {
        if (standing != null) {
            done.keep(standing.file());
        }
    }
}
