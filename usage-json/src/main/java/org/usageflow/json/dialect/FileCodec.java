package org.usageflow.json.dialect;

import java.io.IOException;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.usageflow.json.dialect.FileDocument.Event;
import org.usageflow.json.dialect.FileDocument.Period;
import org.usageflow.json.dialect.FileDocument.Stats;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Environment;
import org.usageflow.model.SchemaCode;

/** The members of a file's document: in which order they are written, and how they are read. */
final class FileCodec {

    private static final Map<String, UsageFileStatus> STATUSES = Arrays.stream(UsageFileStatus.values())
            .collect(Collectors.toUnmodifiableMap(each -> each.name().toLowerCase(Locale.ROOT), Function.identity()));
    private static final Map<String, Environment> ENVIRONMENTS =
            Map.of("production", Environment.PRODUCTION, "preview", Environment.PREVIEW, "test", Environment.PREVIEW);

    private FileCodec() {}

    static void write(FileDocument file, Output out) throws IOException {
        out.text("id", file.id());
        out.text("name", file.name());
        out.text("description", file.description());
        out.text("note", file.note());
        out.text("external_id", file.externalId());
        out.word("status", file.status());
        out.text("schema", schema(file.schema()));
        out.object("period", file.period(), FileCodec::period);
        out.text("currency", currency(file.currency()));
        out.word("environment", file.environment());
        out.object("product", file.product(), FileCodec::reference);
        out.object("contract", file.contract(), FileCodec::reference);
        out.object("marketplace", file.marketplace(), FileCodec::reference);
        out.object("vendor", file.vendor(), FileCodec::reference);
        out.object("provider", file.provider(), FileCodec::reference);
        out.text("acceptance_note", file.acceptanceNote());
        out.text("rejection_note", file.rejectionNote());
        out.text("error_detail", file.errorDetail());
        out.object("stats", file.stats(), FileCodec::stats);
        out.object("events", file.events(), FileCodec::events);
    }

    static @Nullable String schema(@Nullable SchemaCode schema) {
        return schema == null ? null : schema.value().toLowerCase(Locale.ROOT);
    }

    static @Nullable String currency(@Nullable Currency currency) {
        return currency == null ? null : currency.getCurrencyCode();
    }

    private static void reference(Reference reference, Output out) throws IOException {
        out.text("id", reference.id());
        out.text("name", reference.name());
    }

    private static void period(Period period, Output out) throws IOException {
        out.time("from", period.from());
        out.time("to", period.to());
    }

    private static void stats(Stats stats, Output out) throws IOException {
        out.count("uploaded", stats.uploaded());
        out.count("validated", stats.validated());
        out.count("pending", stats.pending());
        out.count("accepted", stats.accepted());
        out.count("closed", stats.closed());
    }

    private static void events(FileEvents events, Output out) throws IOException {
        out.object("created", events.created(), FileCodec::event);
        out.object("uploaded", events.uploaded(), FileCodec::event);
        out.object("submitted", events.submitted(), FileCodec::event);
        out.object("accepted", events.accepted(), FileCodec::event);
        out.object("rejected", events.rejected(), FileCodec::event);
        out.object("closed", events.closed(), FileCodec::event);
        out.object("deleted", events.deleted(), FileCodec::event);
    }

    private static void event(Event event, Output out) throws IOException {
        out.time("at", event.at());
        out.object("by", event.by(), FileCodec::reference);
    }

    static FileDocument read(Members in) {
        FileDocument.Builder file = FileDocument.builder()
                .id(in.text("id"))
                .name(in.text("name"))
                .description(in.text("description"))
                .note(in.text("note"))
                .externalId(in.text("external_id"))
                .status(in.word("status", STATUSES))
                .schema(schema(in))
                .period(in.object("period", FileCodec::period))
                .currency(currency(in))
                .environment(in.word("environment", ENVIRONMENTS))
                .product(in.object("product", FileCodec::reference))
                .contract(in.object("contract", FileCodec::reference))
                .marketplace(in.object("marketplace", FileCodec::reference))
                .vendor(in.object("vendor", FileCodec::reference))
                .provider(in.object(in.has("provider") ? "provider" : "distributor", FileCodec::reference))
                .acceptanceNote(in.text("acceptance_note"))
                .rejectionNote(in.text("rejection_note"))
                .errorDetail(in.text("error_detail"))
                .stats(in.object(in.has("stats") ? "stats" : "records", FileCodec::stats))
                .events(in.object("events", FileCodec::events));
        return file.unknown(in.unknown()).build();
    }

    static @Nullable SchemaCode schema(Members in) {
        return in.converted("schema", text -> {
            try {
                return new SchemaCode(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("is no code of a schema", e);
            }
        });
    }

    static @Nullable Currency currency(Members in) {
        return in.converted("currency", text -> {
            try {
                return Currency.getInstance(text.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("is no currency of ISO 4217", e);
            }
        });
    }

    private static @Nullable Reference reference(Members in) {
        String id = in.text("id");
        String name = in.text("name");
        return id == null && name == null ? null : new Reference(id, name);
    }

    private static @Nullable Period period(Members in) {
        var from = in.time("from");
        var to = in.time("to");
        return from == null && to == null ? null : new Period(from, to);
    }

    // Older words are asked for where the newer ones are absent, and are unknown members where not
    private static @Nullable Stats stats(Members in) {
        Long validated = in.count(in.has("validated") ? "validated" : "valid");
        Long uploaded = in.count("uploaded");
        if (uploaded == null && validated != null) {
            Long invalid = in.count("invalid");
            uploaded = invalid == null ? null : Long.valueOf(validated + invalid);
        }
        Long pending = in.count("pending");
        Long accepted = in.count("accepted");
        Long closed = in.count("closed");
        boolean empty = uploaded == null && validated == null && pending == null && accepted == null && closed == null;
        return empty ? null : new Stats(uploaded, validated, pending, accepted, closed);
    }

    private static @Nullable FileEvents events(Members in) {
        FileEvents.Builder events = FileEvents.builder()
                .created(in.object("created", FileCodec::event))
                .uploaded(in.object("uploaded", FileCodec::event))
                .submitted(in.object("submitted", FileCodec::event))
                .accepted(in.object("accepted", FileCodec::event))
                .rejected(in.object("rejected", FileCodec::event))
                .closed(in.object("closed", FileCodec::event))
                .deleted(in.object("deleted", FileCodec::event));
        return events.isEmpty() ? null : events.build();
    }

    private static @Nullable Event event(Members in) {
        var at = in.time("at");
        var by = in.object("by", FileCodec::reference);
        return at == null && by == null ? null : new Event(at, by);
    }
}
