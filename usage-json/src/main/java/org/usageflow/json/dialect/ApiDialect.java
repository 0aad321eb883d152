package org.usageflow.json.dialect;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads and writes the JSON of the original platform's API, in UTF-8.
 *
 * <p><b>Written strictly:</b> the dialect's members alone, in a fixed order; what is null or an empty list is left out; words are in lower case, times have {@code +00:00}, numbers are JSON numbers in plain notation without trailing zeros. An
 * array has one document a line.
 *
 * <p><b>Read leniently:</b> members in any order; those that are unknown are kept aside; null is absent; a number may be a string, and a text may be a number; numbers are exact, of at most 38 digits in plain form; words in any case; times as in files, with
 * {@code Z} or {@code +00:00}; older spellings, which the page {@code docs/api-dialect.md} lists. What cannot be read is a {@link DialectException} with its JSON pointer.
 *
 * <p><b>Bounded:</b> a document has at most 4,194,304 characters (each name and each value counts for 64 besides) in at most 100 levels, and a number 1,000 digits. An array may be of any length: one document is in memory at a time.
 *
 * <p>Streams are never closed. A stream that is read is read to its end, or a little beyond the fault. Where writing ends with an exception, the target has a part of the text. Thread-safe. Source: rules §12, §9.
 */
public final class ApiDialect {

    private final JsonFactory reading = TextReader.factory();
    private final JsonFactory writing = Output.factory();

    /** A dialect; one serves all threads. */
    public ApiDialect() {}

    /**
     * Writes one file.
     *
     * @throws IOException if the target fails
     */
    public void write(FileDocument file, OutputStream target) throws IOException {
        writeOne(file, FileCodec::write, target);
    }

    /**
     * Writes one record.
     *
     * @throws IOException if the target fails
     */
    public void write(RecordDocument record, OutputStream target) throws IOException {
        writeOne(record, RecordCodec::write, target);
    }

    /**
     * Writes an array of files, each as it is asked for.
     *
     * @throws IOException if the target fails
     */
    public void writeFiles(Iterable<FileDocument> files, OutputStream target) throws IOException {
        writeAll(files, FileCodec::write, target);
    }

    /**
     * Writes an array of records, each as it is asked for.
     *
     * @throws IOException if the target fails
     */
    public void writeRecords(Iterable<RecordDocument> records, OutputStream target) throws IOException {
        writeAll(records, RecordCodec::write, target);
    }

    /**
     * Writes the request of a bulk close.
     *
     * @throws IOException if the target fails
     */
    public void writeCloseRequests(Iterable<CloseRequest> requests, OutputStream target) throws IOException {
        writeAll(requests, CloseCodec::write, target);
    }

    /**
     * Writes the answer of a bulk close.
     *
     * @throws IOException if the target fails
     */
    public void writeCloseAnswers(Iterable<CloseAnswer> answers, OutputStream target) throws IOException {
        writeAll(answers, CloseCodec::write, target);
    }

    private <T> void writeOne(T document, Output.Part<T> part, OutputStream target) throws IOException {
        Objects.requireNonNull(document, "document");
        try (Output out = new Output(writing, Objects.requireNonNull(target, "target"))) {
            out.document(document, part);
        }
    }

    private <T> void writeAll(Iterable<T> documents, Output.Part<T> part, OutputStream target) throws IOException {
        Objects.requireNonNull(documents, "documents");
        try (Output out = new Output(writing, Objects.requireNonNull(target, "target"))) {
            out.array(documents.iterator(), part);
        }
    }

    /**
     * Reads the one file that the text is.
     *
     * @throws DialectException if it cannot be read
     * @throws IOException if the stream fails
     */
    public FileDocument readFile(InputStream in) throws IOException {
        return readOne(in, FileCodec::read);
    }

    /**
     * Reads the one record that the text is.
     *
     * @throws DialectException if it cannot be read
     * @throws IOException if the stream fails
     */
    public RecordDocument readRecord(InputStream in) throws IOException {
        return readOne(in, RecordCodec::read);
    }

    /**
     * Reads an array of files, and hands each on before it reads the next.
     *
     * @param each takes them in their order; what it throws ends the reading and is thrown
     * @throws DialectException at the first that cannot be read; those before it have been handed on
     * @throws IOException if the stream fails
     */
    public void readFiles(InputStream in, Consumer<? super FileDocument> each) throws IOException {
        readAll(in, FileCodec::read, each);
    }

    /**
     * Reads an array of records, and hands each on before it reads the next.
     *
     * @param each takes them in their order; what it throws ends the reading and is thrown
     * @throws DialectException at the first that cannot be read; those before it have been handed on
     * @throws IOException if the stream fails
     */
    public void readRecords(InputStream in, Consumer<? super RecordDocument> each) throws IOException {
        readAll(in, RecordCodec::read, each);
    }

    /**
     * Reads the request of a bulk close, an array, and hands each entry on before it reads the next. Unknown members are passed over.
     *
     * @param each takes them in their order; what it throws ends the reading and is thrown
     * @throws DialectException at the first that cannot be read; those before it have been handed on
     * @throws IOException if the stream fails
     */
    public void readCloseRequests(InputStream in, Consumer<? super CloseRequest> each) throws IOException {
        readAll(in, CloseCodec::request, each);
    }

    /**
     * Reads the answer of a bulk close, an array, and hands each entry on before it reads the next. Unknown members are passed over.
     *
     * @param each takes them in their order; what it throws ends the reading and is thrown
     * @throws DialectException at the first that cannot be read; those before it have been handed on
     * @throws IOException if the stream fails
     */
    public void readCloseAnswers(InputStream in, Consumer<? super CloseAnswer> each) throws IOException {
        readAll(in, CloseCodec::answer, each);
    }

    private <T> T readOne(InputStream in, Function<Members, T> codec) throws IOException {
        try (TextReader text = TextReader.open(reading, Objects.requireNonNull(in, "in"))) {
            return codec.apply(text.document());
        }
    }

    private <T> void readAll(InputStream in, Function<Members, T> codec, Consumer<? super T> each) throws IOException {
        Objects.requireNonNull(each, "each");
        try (TextReader text = TextReader.open(reading, Objects.requireNonNull(in, "in"))) {
            text.beginArray();
            for (Members element = text.element(); element != null; element = text.element()) {
                each.accept(codec.apply(element));
            }
        }
    }
}
