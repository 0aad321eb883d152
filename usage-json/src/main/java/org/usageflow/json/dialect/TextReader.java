package org.usageflow.json.dialect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.json.dialect.JsonValue.Elements;
import org.usageflow.json.dialect.JsonValue.Kind;
import org.usageflow.json.dialect.JsonValue.Scalar;

/** Reads objects from a text, each whole and of bounded size, and says of a broken text where it broke. */
final class TextReader implements Closeable {

    /** Most characters of one document; each of its values and names counts for 64 besides. */
    static final int MAX_DOCUMENT = 4 * 1024 * 1024;

    private static final int VALUE = 64;
    private static final int NESTING = 100;
    private static final int MAX_NAME = 50_000;
    private static final int MAX_NUMBER = 1_000;

    private final JsonParser parser;
    private Where here = Where.ROOT;
    private int left;
    private long index = -1;

    private TextReader(JsonParser parser) {
        this.parser = parser;
    }

    static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(NESTING)
                        .maxNameLength(MAX_NAME)
                        .maxStringLength(MAX_DOCUMENT)
                        .maxNumberLength(MAX_NUMBER)
                        .build())
                // Names of hostile texts must not stay in the JVM's or the factory's table, nor long texts in a pool
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                .build();
    }

    /** Opens a text, which stays the caller's to close. */
    static TextReader open(JsonFactory factory, InputStream in) throws IOException {
        try {
            JsonParser parser = factory.createParser(characters(in));
            return new TextReader(parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE));
        } catch (CharacterCodingException e) {
            throw Where.ROOT.refusal("is not UTF-8");
        }
    }

    // Strict, unlike the parser; a byte order mark is passed over
    private static Reader characters(InputStream in) throws IOException {
        var text = new PushbackReader(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        int first = text.read();
        if (first >= 0 && first != '\uFEFF') {
            text.unread(first);
        }
        return text;
    }

    /** Reads the one object that is the whole text. */
    Members document() throws IOException {
        Members document = object(next());
        end();
        return document;
    }

    /** Goes into the array that is the whole text. */
    void beginArray() throws IOException {
        if (next() != JsonToken.START_ARRAY) {
            throw here.refusal("is no array");
        }
    }

    /** Reads the array's next object; null at its end. */
    @Nullable
    Members element() throws IOException {
        index++;
        here = Where.ROOT.element(index);
        JsonToken token = next();
        if (token == JsonToken.END_ARRAY) {
            here = Where.ROOT;
            end();
            return null;
        }
        return object(token);
    }

    private Members object(@Nullable JsonToken token) throws IOException {
        left = MAX_DOCUMENT;
        if (token == JsonToken.START_OBJECT) {
            return members(here);
        }
        throw here.refusal(token == null ? "is empty" : "is no object");
    }

    private void end() throws IOException {
        if (next() != null) {
            throw here.refusal("has something behind its end");
        }
    }

    private Members members(Where where) throws IOException {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        String name = null;
        while (nextMember(where, name) == JsonToken.FIELD_NAME) {
            name = parser.currentName();
            here = where.member(name);
            spend(name.length());
            if (values.put(name, value(here)) != null) {
                throw where.member(name).refusal("is there twice");
            }
            here = where;
        }
        return new Members(where, values);
    }

    // The parser looks at the value already; a fault there is the member's whose name it has just read
    private @Nullable JsonToken nextMember(Where where, @Nullable String former) throws IOException {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException | CharacterCodingException e) {
            String name = parser.getParsingContext().getCurrentName();
            here = name == null || name.equals(former) ? where : where.member(name);
            throw refusal(e);
        }
    }

    private Elements elements(Where where) throws IOException {
        List<JsonValue> values = new ArrayList<>();
        here = where.element(0);
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            values.add(value(here, token));
            here = where.element(values.size());
        }
        here = where;
        return new Elements(where, values);
    }

    private JsonValue value(Where where) throws IOException {
        return value(where, next());
    }

    private JsonValue value(Where where, @Nullable JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            spend(0);
            return token == JsonToken.START_OBJECT ? members(where) : elements(where);
        }
        String text = text();
        spend(text.length());
        return new Scalar(where, kind(token), text);
    }

    private static Kind kind(@Nullable JsonToken token) {
        if (token == JsonToken.VALUE_STRING) {
            return Kind.TEXT;
        } else if (token == JsonToken.VALUE_NULL) {
            return Kind.NULL;
        }
        return token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE ? Kind.TRUTH : Kind.NUMBER;
    }

    private void spend(int characters) {
        left -= characters + VALUE;
        if (left < 0) {
            throw tooLarge();
        }
    }

    private DialectException tooLarge() {
        Where document = index < 0 ? Where.ROOT : Where.ROOT.element(index);
        return document.refusal("is larger than " + MAX_DOCUMENT + " characters");
    }

    private @Nullable JsonToken next() throws IOException {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException | CharacterCodingException e) {
            throw refusal(e);
        }
    }

    private String text() throws IOException {
        try {
            return parser.getText();
        } catch (JsonProcessingException | CharacterCodingException e) {
            throw refusal(e);
        }
    }

    // The parser's own words and type stay here
    private DialectException refusal(IOException e) {
        if (e instanceof StreamConstraintsException) {
            return tooLarge(String.valueOf(e.getMessage()));
        } else if (e instanceof JsonProcessingException broken) {
            return here.refusal(reason(broken));
        }
        return here.refusal("is not UTF-8");
    }

    // It tells its limits apart in words alone
    private DialectException tooLarge(String words) {
        if (words.startsWith("Document nesting depth")) {
            return here.refusal("is nested in more than " + NESTING + " levels");
        } else if (words.startsWith("Name length")) {
            return here.refusal("has a member whose name is longer than " + MAX_NAME + " characters");
        } else if (words.startsWith("Number value length")) {
            return here.refusal("is a number of more than " + MAX_NUMBER + " digits");
        }
        return tooLarge();
    }

    private String reason(JsonProcessingException broken) {
        boolean end = broken instanceof JsonEOFException
                || String.valueOf(broken.getOriginalMessage()).startsWith("Unexpected end-of-input");
        JsonLocation place = broken.getLocation() == null ? parser.currentLocation() : broken.getLocation();
        return end ? "breaks off" : "is not JSON at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
