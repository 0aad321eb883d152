package org.usageflow.console.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.Closing;
import org.usageflow.model.PartContent;
import org.usageflow.model.PartFile;

/** Shows part files. The form of the JSON is stable. */
public final class PartView {

    private PartView() {}

    /** Writes a part as a JSON object. */
    public static void json(PartFile part, JsonGenerator json) throws IOException {
        json.writeStartObject();
        JsonText.text(json, "id", part.id());
        JsonText.text(json, "status", JsonText.word(part.status()));
        json.writeNumberField("version", part.version().number());
        JsonText.text(json, "file", part.file());
        JsonText.text(json, "hub", part.hub());
        json.writeBooleanField("outdated", part.outdated());
        JsonText.counts(json, "records", part.counts());
        content(json, part.content());
        Closing closing = part.closing();
        JsonText.text(json, "billingId", closing == null ? null : closing.billingId());
        JsonText.text(json, "billingNote", closing == null ? null : closing.note());
        JsonText.text(json, "error", part.error());
        JsonText.time(json, "createdAt", part.createdAt());
        json.writeEndObject();
    }

    private static void content(JsonGenerator json, @Nullable PartContent content) throws IOException {
        if (content == null) {
            json.writeNullField("content");
            return;
        }
        json.writeObjectFieldStart("content");
        JsonText.text(json, "format", content.format());
        JsonText.text(json, "sha256", content.sha256());
        json.writeNumberField("bytes", content.bytes());
        json.writeEndObject();
    }

    /** Prints a part for a person. */
    public static void print(PartFile part, PrintWriter out) {
        var table = new TextTable();
        table.row("part file", part.id().value());
        table.row("status", JsonText.word(part.status()) + (part.outdated() ? ", outdated" : ""));
        table.row("usage file", part.file().value());
        table.row("hub", part.hub() == null ? "none" : part.hub().value());
        table.row("records", FileView.counts(part.counts()));
        if (part.closing() != null) {
            table.row("billing id", part.closing().billingId());
        }
        if (part.error() != null) {
            table.row("error", part.error());
        }
        table.row("version", Long.toString(part.version().number()));
        table.print(out);
    }
}
