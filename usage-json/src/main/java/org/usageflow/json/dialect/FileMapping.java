package org.usageflow.json.dialect;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.usageflow.command.CreateFile;
import org.usageflow.json.dialect.FileDocument.Event;
import org.usageflow.json.dialect.FileDocument.Period;
import org.usageflow.json.dialect.FileDocument.Stats;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.AccountId;
import org.usageflow.model.Actor;
import org.usageflow.model.ContractId;
import org.usageflow.model.Environment;
import org.usageflow.model.EventAction;
import org.usageflow.model.FileDetails;
import org.usageflow.model.FileKind;
import org.usageflow.model.FileNotes;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.Party;
import org.usageflow.model.ProductId;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.RowCounts;
import org.usageflow.model.Upload;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsagePeriod;
import org.usageflow.model.UserId;

/** How a usage file becomes a document, and a document a command. */
final class FileMapping {

    private FileMapping() {}

    static FileDocument document(UsageFile file, List<UsageEvent> history, DialectNames names) {
        FileDetails details = file.details();
        FileNotes notes = file.notes();
        return FileDocument.builder()
                .id(file.id().value())
                .name(details.name())
                .description(details.description())
                .note(details.note())
                .externalId(details.externalId())
                .status(file.status())
                .schema(details.schema())
                .period(new Period(details.period().start(), details.period().end()))
                .currency(details.currency())
                .environment(details.environment())
                .product(new Reference(details.product().value(), names.product(details.product())))
                .contract(new Reference(details.contract().value(), names.contract(details.contract())))
                .marketplace(new Reference(details.marketplace().value(), names.marketplace(details.marketplace())))
                .vendor(account(details.vendor(), names))
                .provider(account(details.buyer(), names))
                .acceptanceNote(notes.acceptance())
                .rejectionNote(notes.rejection())
                .errorDetail(notes.error())
                .stats(stats(file))
                .events(events(file, history, names))
                .build();
    }

    private static Reference account(AccountId id, DialectNames names) {
        return new Reference(id.value(), names.account(id));
    }

    // Rows are counted when they are judged; before, appended records count as they are
    private static Stats stats(UsageFile file) {
        Upload upload = file.upload();
        RowCounts rows = upload == null ? RowCounts.NONE : upload.rows();
        RecordCounts counts = file.counts();
        return new Stats(
                Math.max(rows.read(), counts.total()),
                rows.valid(),
                counts.of(RecordStatus.PENDING),
                counts.of(RecordStatus.ACCEPTED),
                counts.of(RecordStatus.CLOSED));
    }

    private static FileEvents events(UsageFile file, List<UsageEvent> history, DialectNames names) {
        for (UsageEvent event : history) {
            if (!event.file().equals(file.id())) {
                throw new IllegalArgumentException("an event of " + event.file() + ", and not of " + file.id());
            }
        }
        Event created = last(history, names, EventAction.CREATE);
        return FileEvents.builder()
                .created(created == null ? new Event(file.createdAt(), null) : created)
                .uploaded(last(history, names, EventAction.UPLOAD, EventAction.APPEND))
                .submitted(last(history, names, EventAction.SUBMIT))
                .accepted(last(history, names, EventAction.ACCEPT))
                .rejected(last(history, names, EventAction.REJECT))
                .closed(last(history, names, EventAction.CLOSE))
                .deleted(last(history, names, EventAction.DELETE))
                .build();
    }

    private static @Nullable Event last(List<UsageEvent> history, DialectNames names, EventAction... actions) {
        List<EventAction> wanted = List.of(actions);
        UsageEvent last = null;
        for (UsageEvent event : history) {
            if (wanted.contains(event.action()) && (last == null || event.number() > last.number())) {
                last = event;
            }
        }
        return last == null ? null : new Event(last.at(), by(last.by(), names));
    }

    private static @Nullable Reference by(Actor actor, DialectNames names) {
        if (actor.role() == Party.SYSTEM) {
            return null;
        }
        UserId user = actor.user();
        return user == null ? account(actor.account(), names) : new Reference(user.value(), names.user(user));
    }

    static CreateFile command(FileDocument document) {
        Environment environment = document.environment();
        return new CreateFile(
                given(document.name(), "/name"),
                document.description(),
                document.note(),
                document.externalId(),
                id(document.product(), "/product", ProductId::new),
                id(document.contract(), "/contract", ContractId::new),
                id(document.marketplace(), "/marketplace", MarketplaceId::new),
                period(document.period()),
                document.currency(),
                environment == null ? Environment.PRODUCTION : environment,
                FileKind.ACTUAL);
    }

    private static <T> T id(@Nullable Reference reference, String pointer, Function<String, T> type) {
        String id = given(reference == null ? null : reference.id(), pointer + "/id");
        try {
            return type.apply(id);
        } catch (IllegalArgumentException e) {
            throw new DialectException(pointer + "/id", "cannot be one: " + e.getMessage());
        }
    }

    private static UsagePeriod period(@Nullable Period period) {
        var from = given(period == null ? null : period.from(), "/period/from");
        var to = given(period == null ? null : period.to(), "/period/to");
        if (!to.isAfter(from)) {
            throw new DialectException("/period/to", "does not lie after its start");
        }
        return new UsagePeriod(from, to);
    }

    static <T> T given(@Nullable T value, String pointer) {
        if (value == null) {
            throw new DialectException(pointer, "is missing");
        }
        return Objects.requireNonNull(value);
    }
}
