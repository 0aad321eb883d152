package org.usageflow.json;

import java.io.IOException;
import java.io.OutputStream;
import org.usageflow.spi.format.ContentSample;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.format.WriteOptions;

/**
 * JSON in UTF-8: an array of objects, or objects one after the other, usually one a line (JSON Lines). A file holds one table; the names of the objects' members are its
 * headers. Both kinds are read, whichever is written.
 *
 * <p>Members may stand in any order and may be missing, so the file is read twice: first for the names, then for the rows. A number is its text, never a binary fraction;
 * null is blank; an object or array within a record is {@link org.usageflow.spi.format.CellKind#STRUCTURE}. What is not strict JSON, or no object, is FILE_UNREADABLE at
 * its line. A row's number is the line on which its object starts, and its cells have JSON pointers.
 *
 * <p>Immutable, thread-safe; memory of a read is that of its largest row and of the names. Source: rules §3.5, §9.
 */
public final class JsonFormat implements UsageFormat {

    private final FormatId id;

    private JsonFormat(FormatId id) {
        this.id = id;
    }

    /** Writes an array of objects, one a line. */
    public static JsonFormat array() {
        return new JsonFormat(FormatId.JSON);
    }

    /** Writes JSON Lines. */
    public static JsonFormat lines() {
        return new JsonFormat(FormatId.JSONL);
    }

    @Override
    public FormatId id() {
        return id;
    }

    @Override
    public boolean recognises(ContentSample sample) {
        char first = sample.firstCharacter();
        return first == '[' || first == '{';
    }

    /** The format of arrays for an array, that of JSON Lines for anything else. */
    @Override
    public UsageFormat like(ContentSample sample) {
        return sample.firstCharacter() == '[' ? array() : lines();
    }

    @Override
    public void read(UploadSource source, ReadOptions options, RowSink sink) throws IOException {
        new JsonReading(source, options, sink).read();
    }

    @Override
    public RowWriter write(OutputStream target, WriteOptions options) throws IOException {
        return new JsonRowWriter(target, id.equals(FormatId.JSON));
    }
}
