package org.usageflow.console.output;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.usageflow.console.output.Listing.Field;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Closing;
import org.usageflow.model.PartFile;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemMessages;
import org.usageflow.query.FileSort;

/** The listings that there are. The JSON of each is stable, and so are the columns of files. */
public final class Listings {

    private static final String STATUS = "status";

    private Listings() {}

    /**
     * Usage files.
     *
     * @param sort whose key each has as {@code key}, for the page after it
     */
    public static Listing<UsageFile> files(FileSort sort) {
        return new Listing<>(
                "files",
                List.of(
                        Field.<UsageFile>text("id", each -> each.id().value()).brief(),
                        Field.<UsageFile>text(STATUS, each -> JsonText.word(each.status()))
                                .brief(),
                        Field.text("product", each -> each.product().value()),
                        Field.<UsageFile>text(
                                        "period",
                                        each -> date(each.period().start() + "") + " to "
                                                + date(each.period().endExclusive() + ""))
                                .brief(),
                        Field.<UsageFile>text("records", each -> FileView.counts(each.counts()))
                                .brief(),
                        Field.<UsageFile>text("name", UsageFile::name).brief()),
                (file, json) -> {
                    json.writeStartObject();
                    FileView.members(file, json);
                    JsonText.text(json, "key", sort.keyOf(file));
                    json.writeEndObject();
                });
    }

    private static String date(String time) {
        return time.endsWith("T00:00:00Z") ? time.substring(0, time.indexOf('T')) : time;
    }

    /** What happened to a file. */
    public static Listing<UsageEvent> history() {
        Field<UsageEvent> actor = Field.text(
                "actor", each -> each.by().role().code() + ":" + each.by().account());
        List<Field<UsageEvent>> fields = List.of(
                Field.<UsageEvent>text("at", each -> each.at().toString()).brief(),
                Field.<UsageEvent>text("action", each -> each.action().code()).brief(),
                Field.<UsageEvent>text("from", each -> word(each.from())).brief(),
                Field.<UsageEvent>text("to", each -> word(each.to())).brief(),
                actor.brief(),
                Field.<UsageEvent>text(
                                "user",
                                each -> each.by().user() == null
                                        ? null
                                        : each.by().user().value())
                        .brief(),
                Field.<UsageEvent>text("note", UsageEvent::note).brief());
        return new Listing<>("history", fields, (event, json) -> {
            json.writeStartObject();
            for (Field<UsageEvent> each : fields) {
                JsonText.text(json, each.name(), each.value().apply(event));
            }
            json.writeEndObject();
        });
    }

    private static @Nullable String word(@Nullable UsageFileStatus status) {
        return status == null ? null : JsonText.word(status);
    }

    /** The parts of a file. */
    public static Listing<PartFile> parts() {
        return new Listing<>(
                "parts",
                List.of(
                        Field.<PartFile>text("id", each -> each.id().value()).brief(),
                        Field.<PartFile>text(STATUS, each -> JsonText.word(each.status()))
                                .brief(),
                        Field.<PartFile>text(
                                        "hub",
                                        each -> each.hub() == null
                                                ? null
                                                : each.hub().value())
                                .brief(),
                        Field.<PartFile>text("outdated", each -> each.outdated() ? "outdated" : null)
                                .brief(),
                        Field.<PartFile>text("records", each -> FileView.counts(each.counts()))
                                .brief(),
                        Field.text("billing_id", ofClosing(Closing::billingId)),
                        Field.text("billing_note", ofClosing(Closing::note)),
                        Field.text("error", PartFile::error)),
                PartView::json);
    }

    private static Function<PartFile, @Nullable String> ofClosing(Function<Closing, @Nullable String> part) {
        return each -> each.closing() == null ? null : part.apply(each.closing());
    }

    /** Problems of an upload. */
    public static Listing<Problem> problems(ProblemMessages words) {
        var report = new ReportJson(words);
        return new Listing<>(
                "problems",
                List.of(
                        Field.<Problem>text("place", each -> PlaceText.of(each.place()))
                                .brief(),
                        Field.<Problem>text("code", each -> each.code().name()).brief(),
                        Field.text("severity", each -> each.severity().code()),
                        Field.text("sheet", each -> each.place().sheet()),
                        Field.number(
                                "row",
                                each -> each.place().row() == null
                                        ? null
                                        : each.place().row().toString()),
                        Field.<Problem>text("column", each -> each.place().column())
                                .brief(),
                        Field.text("cell", each -> each.place().cell()),
                        Field.text("pointer", each -> each.place().pointer()),
                        Field.text("value", Problem::value),
                        Field.<Problem>text("message", words::message).brief()),
                (problem, json) -> report.problem(json, problem));
    }

    /**
     * Records of a file.
     *
     * @param currency the file's; null where it has none
     * @param parameters names of the vendor's own parameters that are columns of their own, without {@code v.}
     */
    public static Listing<UsageRecord> records(@Nullable Currency currency, Collection<String> parameters) {
        var fields = new ArrayList<Field<UsageRecord>>(List.of(
                of(currency, "id", each -> each.record().id().value()).brief(),
                of(currency, "record_id", RecordView::key).brief(),
                of(currency, STATUS, RecordView::status).brief(),
                number(
                        currency,
                        "row",
                        each -> each.record().row() == null
                                ? null
                                : each.record().row().toString()),
                of(currency, "item_id", RecordView::itemId),
                of(currency, "item_mpn", RecordView::itemMpn).brief(),
                of(currency, "asset_id", RecordView::assetId).brief(),
                number(currency, "quantity", RecordView::quantity).brief(),
                number(currency, "amount", RecordView::amount).brief(),
                of(currency, "currency", RecordView::currencyCode),
                number(
                                currency,
                                "tier",
                                each -> each.tier() == null ? null : String.format(Locale.ROOT, "%d", each.tier()))
                        .brief(),
                of(currency, "start", RecordView::start),
                of(currency, "end", RecordView::end),
                of(currency, "category_id", RecordView::categoryId)));
        for (String each : parameters) {
            fields.add(of(currency, "v." + each, view -> view.parameters().get(each)));
        }
        fields.add(of(currency, "external_billing_id", RecordView::billingId).brief());
        fields.add(of(currency, "external_billing_note", RecordView::billingNote));
        return new Listing<>("records", fields, (record, json) -> new RecordView(record, currency).json(json));
    }

    private static Field<UsageRecord> of(
            @Nullable Currency currency, String name, Function<RecordView, @Nullable String> value) {
        return Field.text(name, record -> value.apply(new RecordView(record, currency)));
    }

    private static Field<UsageRecord> number(
            @Nullable Currency currency, String name, Function<RecordView, @Nullable String> value) {
        return Field.number(name, record -> value.apply(new RecordView(record, currency)));
    }
}
