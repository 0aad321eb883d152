package org.usageflow.json.dialect;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes members in the order they are given; one that is null, or an empty list, is left out. */
final class Output implements Closeable {

    /** Writes the members of a part. */
    @FunctionalInterface
    interface Part<T> {
        void write(T value, Output out) throws IOException;
    }

    private final JsonGenerator out;

    Output(JsonFactory factory, OutputStream target) throws IOException {
        this.out = factory.createGenerator(target, JsonEncoding.UTF8);
    }

    static JsonFactory factory() {
        return ((JsonFactoryBuilder) JsonFactory.builder())
                // Line ends are written here
                .rootValueSeparator((String) null)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                .build();
    }

    <T> void document(T document, Part<T> part) throws IOException {
        out.writeStartObject();
        part.write(document, this);
        out.writeEndObject();
        out.flush();
    }

    <T> void array(Iterator<? extends T> documents, Part<T> part) throws IOException {
        String before = "[\n";
        while (documents.hasNext()) {
            out.writeRaw(before);
            out.writeStartObject();
            part.write(documents.next(), this);
            out.writeEndObject();
            before = ",\n";
        }
        out.writeRaw(before.equals("[\n") ? "[]\n" : "\n]\n");
        out.flush();
    }

    void text(String name, @Nullable String text) throws IOException {
        if (text != null) {
            out.writeFieldName(name);
            string(text);
        }
    }

    private void string(String text) throws IOException {
        if (JsonStrings.needsEscapes(text)) {
            var json = new StringBuilder(text.length() + 16);
            JsonStrings.quote(text, json);
            out.writeRawValue(json.toString());
        } else {
            out.writeString(text);
        }
    }

    void texts(String name, List<String> texts) throws IOException {
        if (!texts.isEmpty()) {
            out.writeArrayFieldStart(name);
            for (String text : texts) {
                string(text);
            }
            out.writeEndArray();
        }
    }

    void word(String name, @Nullable Enum<?> word) throws IOException {
        text(name, word == null ? null : word.name().toLowerCase(Locale.ROOT));
    }

    void count(String name, @Nullable Long count) throws IOException {
        if (count != null) {
            out.writeNumberField(name, count.longValue());
        }
    }

    /** In plain notation. */
    void decimal(String name, @Nullable BigDecimal number) throws IOException {
        if (number != null) {
            out.writeFieldName(name);
            out.writeNumber(number.toPlainString());
        }
    }

    void time(String name, @Nullable Instant time) throws IOException {
        text(name, time == null ? null : Times.format(time));
    }

    <T> void object(String name, @Nullable T value, Part<T> part) throws IOException {
        if (value != null) {
            out.writeObjectFieldStart(name);
            part.write(value, this);
            out.writeEndObject();
        }
    }

    <T> void objects(String name, List<T> values, Part<T> part) throws IOException {
        if (!values.isEmpty()) {
            out.writeArrayFieldStart(name);
            for (T value : values) {
                out.writeStartObject();
                part.write(value, this);
                out.writeEndObject();
            }
            out.writeEndArray();
        }
    }

    /** Frees buffers; the target is the caller's. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
