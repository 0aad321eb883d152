package org.usageflow.spi.format;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Reads and writes one file format. <b>Implementable</b>; contract: {@code UsageFormatContract} in the testkit.
 *
 * <p>A reader opens, drives and closes; it pushes rows and never collects them, so that a file of two million rows is read in the memory of a row. Implementations are
 * thread-safe: one instance reads and writes any number of files at a time.
 *
 * <p>Design: {@code docs/decisions/0003-push-readers.md}.
 */
public interface UsageFormat {

    /** The format that it writes. */
    FormatId id();

    /** Whether the content is for this format to read, or to refuse with a reason. */
    boolean recognises(ContentSample sample);

    /**
     * Reads the wanted tables into the sink, in the calling thread. What is wrong with the content goes to {@link RowSink#fault}; an exception is a failure of the machine.
     *
     * @throws IOException if the source cannot be read at all, or a temporary file cannot be written
     */
    void read(UploadSource source, ReadOptions options, RowSink sink) throws IOException;

    /**
     * Begins a file.
     *
     * @param target where it goes; stays open, and is the caller's to close
     * @throws IOException if the target cannot be written
     */
    RowWriter write(OutputStream target, WriteOptions options) throws IOException;

    /** The format that writes files of the same kind as some content that this one recognises, such as JSON Lines for JSON Lines; itself by default. */
    default UsageFormat like(ContentSample sample) {
        return this;
    }

    /** Whether a file holds several tables, as a workbook does; false by default. */
    default boolean holdsSeveralTables() {
        return false;
    }
}
