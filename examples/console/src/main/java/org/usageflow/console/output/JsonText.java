package org.usageflow.console.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.RecordCounts;

/** Writes JSON documents of one line. What they have in common is written here. */
public final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final SerializableString LINE_FEED = new SerializedString("\n");

    private JsonText() {}

    /** Writes one value. */
    @FunctionalInterface
    public interface Value {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /**
     * Writes a document and a line feed. Where the value fails, nothing of it is sure to be written.
     *
     * @param out stays open
     * @throws IOException if it cannot be written
     */
    public static void document(Writer out, Value value) throws IOException {
        JsonGenerator json = generator(out);
        value.writeTo(json);
        json.close();
        out.write('\n');
    }

    /** Writes values, each on a line of its own. */
    static void lines(Writer out, Value values) throws IOException {
        JsonGenerator json = generator(out);
        json.setRootValueSeparator(LINE_FEED);
        values.writeTo(json);
        boolean any = json.getOutputContext().getEntryCount() > 0;
        json.close();
        if (any) {
            out.write('\n');
        }
    }

    private static JsonGenerator generator(Writer out) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        return json;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A text, or null. */
    static void text(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        json.writeStringField(name, value == null ? null : value.toString());
    }

    /** A decimal as text in plain notation without trailing zeros, or null. */
    static void decimal(JsonGenerator json, String name, @Nullable BigDecimal value) throws IOException {
        json.writeStringField(name, value == null ? null : plain(value));
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    static void number(JsonGenerator json, String name, @Nullable Long value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    /** A time as ISO 8601 in UTC, or null. */
    static void time(JsonGenerator json, String name, @Nullable Instant value) throws IOException {
        text(json, name, value);
    }

    /** How many records there are in each status. */
    static void counts(JsonGenerator json, String name, RecordCounts counts) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("total", counts.total());
        for (RecordStatus each : RecordStatus.values()) {
            json.writeNumberField(word(each), counts.of(each));
        }
        json.writeEndObject();
    }

    static void texts(JsonGenerator json, String name, Map<String, String> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> each : values.entrySet()) {
            json.writeStringField(each.getKey(), each.getValue());
        }
        json.writeEndObject();
    }
}
