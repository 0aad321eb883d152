package org.usageflow.json;

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
import org.usageflow.spi.format.UploadLimits;

/** Goes from object to object of a text: the elements of an array, or objects one after the other. What is neither is refused. */
final class JsonText implements Closeable {

    private static final int NESTING = 100;
    // A number of so many digits is read however small the limit for cells, and then cut as text is
    private static final int DIGITS = 1_000;

    private final UploadLimits limits;
    private final Utf8Stream bytes;
    private final JsonParser parser;
    private boolean started;
    private boolean array;
    private long line = 1;
    private long position = -1;

    JsonText(InputStream in, UploadLimits limits) throws IOException {
        this.limits = limits;
        this.bytes = new Utf8Stream(in);
        this.parser = open();
    }

    private JsonParser open() throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(NESTING)
                        .maxNameLength(limits.cellChars())
                        .maxStringLength(limits.rowChars())
                        .maxNumberLength(longestNumber())
                        .build())
                // Names of hostile files must not stay in the JVM's table of strings, nor long texts in a pool
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                .build();
        try {
            return factory.createParser(bytes);
        } catch (Utf8Stream.MalformedException e) {
            throw RefusedException.unreadable(line, e.reason());
        }
    }

    private int longestNumber() {
        return Math.max(DIGITS, limits.cellChars());
    }

    /** The parser, on the object's start after {@link #next}; its exceptions go through {@link #refusal}. */
    JsonParser parser() {
        return parser;
    }

    /** Goes to the next object; false at the end. */
    boolean next() throws IOException {
        JsonToken token = parser.nextToken();
        if (!started) {
            started = true;
            if (token == null) {
                throw RefusedException.unreadable(0, "it is empty");
            }
            array = token == JsonToken.START_ARRAY;
            token = array ? parser.nextToken() : token;
        }
        if (token == null) {
            return false;
        }
        line = parser.currentTokenLocation().getLineNr();
        if (array && token == JsonToken.END_ARRAY) {
            end();
            return false;
        }
        if (token != JsonToken.START_OBJECT) {
            throw RefusedException.unreadable(
                    line, array ? "an element of the array is no object" : "there is something that is no object");
        }
        position++;
        return true;
    }

    private void end() throws IOException {
        if (parser.nextToken() != null) {
            throw RefusedException.unreadable(
                    parser.currentTokenLocation().getLineNr(), "there is something behind the end of the array");
        }
    }

    /** The line on which the object starts, from 1. */
    long line() {
        return line;
    }

    /** How many objects came before it. */
    long position() {
        return position;
    }

    boolean isArray() {
        return array;
    }

    long bytesRead() {
        return bytes.bytesRead();
    }

    /** What an exception of the parser or of the stream means: a refusal, or, where it is a failure of the machine, itself. */
    IOException refusal(IOException e) {
        if (e instanceof StreamConstraintsException) {
            return tooLarge(String.valueOf(e.getMessage()));
        } else if (e instanceof Utf8Stream.MalformedException malformed) {
            return RefusedException.unreadable(here(), malformed.reason());
        } else if (e instanceof JsonProcessingException broken) {
            return RefusedException.unreadable(here(), reason(broken));
        }
        return e;
    }

    private long here() {
        return parser.currentLocation().getLineNr();
    }

    // The parser has no type of its own for an end between two elements
    private String reason(JsonProcessingException broken) {
        JsonLocation place = broken.getLocation() == null ? parser.currentLocation() : broken.getLocation();
        boolean end = broken instanceof JsonEOFException
                || String.valueOf(broken.getOriginalMessage()).startsWith("Unexpected end-of-input");
        return end ? "it breaks off" : "it is not JSON at column " + place.getColumnNr();
    }

    // The parser tells its limits apart in words alone
    private RefusedException tooLarge(String words) {
        if (words.startsWith("Document nesting depth")) {
            return RefusedException.tooLarge(here(), "the nesting of objects and arrays", NESTING + " levels");
        } else if (words.startsWith("Name length")) {
            return RefusedException.tooLarge(here(), "the name of a member", limits.cellChars() + " characters");
        } else if (words.startsWith("Number value length")) {
            return RefusedException.tooLarge(here(), "a number", longestNumber() + " digits");
        }
        return rowTooLarge();
    }

    /** Refuses the object for its size. */
    RefusedException rowTooLarge() {
        return RefusedException.tooLarge(line, "a row", limits.rowChars() + " characters");
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
