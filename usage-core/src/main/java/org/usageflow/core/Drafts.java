package org.usageflow.core;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.command.AppendRecords;
import org.usageflow.command.CreateFile;
import org.usageflow.command.EditFile;
import org.usageflow.command.ValidateUpload;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.error.ExternalIdConflictException;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.PrerequisitesException;
import org.usageflow.error.RefusedException;
import org.usageflow.error.WiringException;
import org.usageflow.lifecycle.Capacity;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.RefusalReason;
import org.usageflow.lifecycle.UsageFileAction;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.Contract;
import org.usageflow.model.EventAction;
import org.usageflow.model.FileDetails;
import org.usageflow.model.FileKind;
import org.usageflow.model.Party;
import org.usageflow.model.Product;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsagePeriod;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.Version;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.store.FileStore.Insertion;

/**
 * Drafts: creating, editing, appending.
 *
 * <p>Source: rules §2, §4.1, §4.5, §10.
 */
final class Drafts {

    private static final int MOST_TRIES = 1_000;

    private final Wiring wiring;
    private final Keeping keeping;
    private final Desk desk;

    Drafts(Wiring wiring, Keeping keeping, Desk desk) {
        this.wiring = wiring;
        this.keeping = keeping;
        this.desk = desk;
    }

    UsageFile create(CreateFile command, Actor actor) {
        if (actor.role() != Party.VENDOR) {
            throw new ActionRefusedException(
                    "the usage file",
                    null,
                    UsageFileAction.CREATE.name(),
                    RefusalReason.NOT_ALLOWED_TO_ACTOR,
                    Set.of());
        }
        Product product = ownProduct(command, actor);
        Contract contract = ownContract(command, actor);
        String externalId = command.externalId();
        Optional<UsageFile> former = externalId == null
                ? Optional.empty()
                : desk.read(session -> session.files().findByExternalId(actor.account(), product.id(), externalId));
        if (former.isPresent()) {
            return sameRequest(former.get(), command);
        }
        FileDetails details = details(command, product, contract);
        return insert(command, details, actor);
    }

    private Product ownProduct(CreateFile command, Actor actor) {
        Product product = ReportContext.product(wiring, command.product());
        if (!product.vendor().equals(actor.account())) {
            throw new NotFoundException("there is no product " + command.product());
        }
        if (wiring.catalog().findMarketplace(command.marketplace()).isEmpty()) {
            throw new NotFoundException("there is no marketplace " + command.marketplace());
        }
        return product;
    }

    private Contract ownContract(CreateFile command, Actor actor) {
        return wiring.catalog()
                .findContract(command.contract())
                .filter(each -> each.vendor().equals(actor.account()))
                .orElseThrow(() -> new NotFoundException("there is no contract " + command.contract()));
    }

    private FileDetails details(CreateFile command, Product product, Contract contract) {
        var report = new ValidateUpload(
                command.product(), command.contract(), command.marketplace(), command.period(), command.currency());
        ReportContext context = ReportContext.of(wiring, report);
        List<Problem> lacking = new ArrayList<>(context.prerequisites());
        boolean estimate = command.kind() == FileKind.ESTIMATE;
        if (estimate && !product.capabilities().predictiveEstimates()) {
            lacking.add(Problem.of(
                    ProblemCode.PREREQUISITE_CAPABILITY,
                    Place.FILE,
                    null,
                    Map.of("product", product.id().value(), "usage", "predictive estimates")));
        }
        if (!lacking.isEmpty()) {
            throw new PrerequisitesException(lacking);
        }
        if (estimate) {
            refuseLateEstimate(command.period());
        }
        return new FileDetails(
                command.name(),
                command.description(),
                command.note(),
                command.externalId(),
                command.product(),
                command.contract(),
                command.marketplace(),
                contract.vendor(),
                contract.buyer(),
                context.schema().code(),
                command.period(),
                context.currency(),
                command.environment(),
                command.kind());
    }

    private void refuseLateEstimate(UsagePeriod period) {
        Instant end = period.endExclusive();
        if (!keeping.clock().instant().isBefore(end)) {
            throw new RefusedException(
                    "ESTIMATE_PERIOD_OVER", "an estimate is of a period that is still open; this one ended at " + end);
        }
    }

    private UsageFile insert(CreateFile command, FileDetails details, Actor actor) {
        Instant now = keeping.clock().instant();
        YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            UsageFile draft = UsageFile.draft(keeping.ids().nextFile(month), details, now);
            Insertion insertion = desk.unit(unit -> {
                Insertion done = unit.session().files().insert(draft);
                if (done == Insertion.DONE) {
                    unit.tell(null, draft, EventAction.CREATE, actor, null, null);
                }
                return done;
            });
            if (insertion == Insertion.DONE) {
                return draft;
            }
            if (insertion == Insertion.EXTERNAL_ID_TAKEN) {
                String externalId = Objects.requireNonNull(details.externalId(), "an id that is taken");
                UsageFile former = desk.read(session -> session.files()
                        .findByExternalId(details.vendor(), details.product(), externalId)
                        .orElseThrow());
                return sameRequest(former, command);
            }
        }
        throw new WiringException("the source of ids gave " + MOST_TRIES + " ids that are taken");
    }

    /** The first result of a request that is made again; the one that differs is a conflict. */
    private static UsageFile sameRequest(UsageFile former, CreateFile command) {
        FileDetails first = former.original();
        var differing = new ArrayList<String>();
        differ(differing, "name", first.name(), command.name());
        differ(differing, "description", first.description(), command.description());
        differ(differing, "note", first.note(), command.note());
        differ(differing, "contract", first.contract(), command.contract());
        differ(differing, "marketplace", first.marketplace(), command.marketplace());
        differ(differing, "period", first.period(), command.period());
        differ(differing, "environment", first.environment(), command.environment());
        differ(differing, "kind", first.kind(), command.kind());
        // Without a currency the marketplace's is meant, which is what the first request came to. A schema without
        // amounts does not look at it.
        if (command.currency() != null && first.currency() != null) {
            differ(differing, "currency", first.currency(), command.currency());
        }
        if (!differing.isEmpty()) {
            throw new ExternalIdConflictException(
                    Objects.requireNonNull(first.externalId(), "an id that is taken"), former.id(), differing);
        }
        return former;
    }

    private static void differ(List<String> differing, String field, @Nullable Object first, @Nullable Object second) {
        if (!Objects.equals(first, second)) {
            differing.add(field);
        }
    }

    UsageFile edit(EditFile command, Actor actor) {
        return desk.unit(unit -> {
            UsageFile file = draft(unit, command.file(), command.version(), actor, "EDIT");
            var report = new ValidateUpload(
                    file.product(),
                    file.contract(),
                    file.details().marketplace(),
                    command.period(),
                    command.currency());
            FileDetails former = file.details();
            if (former.kind() == FileKind.ESTIMATE) {
                refuseLateEstimate(command.period());
            }
            var details = new FileDetails(
                    command.name(),
                    command.description(),
                    command.note(),
                    former.externalId(),
                    former.product(),
                    former.contract(),
                    former.marketplace(),
                    former.vendor(),
                    former.buyer(),
                    former.schema(),
                    command.period(),
                    ReportContext.of(wiring, report).currency(),
                    former.environment(),
                    former.kind());
            UsageFile changed = file.change().details(details).build();
            return unit.keep(file, changed, EventAction.EDIT, actor, null);
        });
    }

    UsageFile append(AppendRecords command, Actor actor) {
        return desk.unit(unit -> {
            UsageFile file = draft(unit, command.file(), command.version(), actor, "APPEND");
            long position = file.counts().of(RecordStatus.UPLOADED);
            int number = file.lastRecordNumber();
            var records = new ArrayList<UsageRecord>(command.records().size());
            for (ReportedRecord reported : command.records()) {
                records.add(new UsageRecord(
                        UsageRecordId.of(file.id(), ++number),
                        position++,
                        null,
                        reported.key(),
                        reported,
                        null,
                        null,
                        RecordStatus.UPLOADED,
                        null,
                        null,
                        Version.FIRST));
            }
            unit.session().records().append(file.id(), records);
            UsageFile changed = file.change()
                    .counts(file.counts().moved(records.size(), null, RecordStatus.UPLOADED))
                    .lastRecordNumber(number)
                    .build();
            return unit.keep(file, changed, EventAction.APPEND, actor, null);
        });
    }

    /** A draft of the actor's own. */
    private static UsageFile draft(
            Desk.Unit unit, UsageFileId id, @Nullable Version expected, Actor actor, String action) {
        Standing standing = unit.standing(id, actor, expected);
        if (standing.file().status() != UsageFileStatus.DRAFT) {
            throw standing.refused(action, RefusalReason.NOT_IN_STATUS);
        }
        if (!standing.is(Capacity.VENDOR)) {
            throw standing.refused(action, RefusalReason.NOT_ALLOWED_TO_ACTOR);
        }
        return standing.file();
    }
}
