package org.usageflow.console.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.FileDetails;
import org.usageflow.model.FileNotes;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.Upload;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsagePeriod;

/** Shows usage files. The form of the JSON is stable. */
public final class FileView {

    private FileView() {}

    /** Writes a file as a JSON object. */
    public static void json(UsageFile file, JsonGenerator json) throws IOException {
        json.writeStartObject();
        members(file, json);
        json.writeEndObject();
    }

    /** Writes a file's members into the object that is open. */
    static void members(UsageFile file, JsonGenerator json) throws IOException {
        FileDetails details = file.details();
        JsonText.text(json, "id", file.id());
        JsonText.text(json, "status", JsonText.word(file.status()));
        json.writeNumberField("version", file.version().number());
        JsonText.text(json, "name", details.name());
        JsonText.text(json, "description", details.description());
        JsonText.text(json, "note", details.note());
        JsonText.text(json, "externalId", details.externalId());
        JsonText.text(json, "product", details.product());
        JsonText.text(json, "contract", details.contract());
        JsonText.text(json, "marketplace", details.marketplace());
        JsonText.text(json, "vendor", details.vendor());
        JsonText.text(json, "buyer", details.buyer());
        JsonText.text(json, "schema", details.schema());
        period(json, details.period());
        JsonText.text(json, "currency", code(details.currency()));
        JsonText.text(json, "environment", JsonText.word(details.environment()));
        JsonText.text(json, "kind", JsonText.word(details.kind()));
        JsonText.counts(json, "records", file.counts());
        upload(json, file.upload());
        notes(json, file.notes());
        JsonText.text(json, "supersededBy", file.supersededBy());
        JsonText.time(json, "createdAt", file.createdAt());
    }

    private static void period(JsonGenerator json, UsagePeriod period) throws IOException {
        json.writeObjectFieldStart("period");
        JsonText.time(json, "start", period.start());
        JsonText.time(json, "end", period.endExclusive());
        json.writeEndObject();
    }

    private static void upload(JsonGenerator json, @Nullable Upload upload) throws IOException {
        if (upload == null) {
            json.writeNullField("upload");
            return;
        }
        json.writeObjectFieldStart("upload");
        JsonText.text(json, "sha256", upload.sha256());
        json.writeNumberField("bytes", upload.bytes());
        JsonText.time(json, "receivedAt", upload.receivedAt());
        ReportJson.rows(json, upload.rows());
        ReportJson.totals(json, upload.totals());
        json.writeEndObject();
    }

    private static void notes(JsonGenerator json, FileNotes notes) throws IOException {
        JsonText.text(json, "acceptanceNote", notes.acceptance());
        JsonText.text(json, "rejectionNote", notes.rejection());
        JsonText.text(json, "error", notes.error());
    }

    private static @Nullable String code(@Nullable Currency currency) {
        return currency == null ? null : currency.getCurrencyCode();
    }

    /** Prints a file for a person. */
    public static void print(UsageFile file, PrintWriter out) {
        FileDetails details = file.details();
        var table = new TextTable();
        table.row("usage file", file.id().value());
        table.row("status", JsonText.word(file.status()));
        table.row("name", details.name());
        optional(table, "description", details.description());
        optional(table, "note", details.note());
        optional(table, "external id", details.externalId());
        table.row("product", details.product() + ", reported in " + details.schema());
        table.row("contract", details.contract() + " on " + details.marketplace());
        table.row("parties", details.vendor() + " to " + details.buyer());
        table.row("period", details.period().start() + " to " + details.period().endExclusive());
        optional(table, "currency", code(details.currency()));
        table.row("environment", JsonText.word(details.environment()) + ", " + JsonText.word(details.kind()));
        table.row("records", counts(file.counts()));
        Upload upload = file.upload();
        if (upload != null) {
            table.row("upload", ReportText.counts(upload.rows()) + "; " + ReportText.totals(upload.totals()));
        }
        optional(table, "accepted with", file.notes().acceptance());
        optional(table, "rejected with", file.notes().rejection());
        optional(table, "error", file.notes().error());
        optional(table, "superseded by", file.supersededBy());
        table.row("created", file.createdAt().toString());
        table.row("version", Long.toString(file.version().number()));
        table.print(out);
    }

    private static void optional(TextTable table, String label, @Nullable Object value) {
        if (value != null) {
            table.row(label, value.toString());
        }
    }

    /** The numbers of records in one phrase, e.g. {@code 2 accepted, 1 closed}. */
    static String counts(RecordCounts counts) {
        if (counts.total() == 0) {
            return "none";
        }
        Map<RecordStatus, Long> byStatus = new EnumMap<>(counts.byStatus());
        return byStatus.entrySet().stream()
                .map(each -> each.getValue() + " " + JsonText.word(each.getKey()))
                .collect(Collectors.joining(", "));
    }
}
