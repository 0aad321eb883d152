package org.usageflow.core.internal.processed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.usageflow.error.RefusedException;
import org.usageflow.schema.ColumnSet;
import org.usageflow.spi.format.ContentSample;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.format.WriteOptions;

/**
 * Writes an upload again with what came of it: each row as it is, its outcome behind it, its faults marked. One pass over the upload; memory is that of a batch.
 *
 * <p>Thread-safe as long as the upload stays as it is.
 *
 * <p>Source: rules §3.4, and {@code docs/decisions/0015-processed-file.md}.
 */
public final class ProcessedFile {

    /** The code of the refusal of a file that cannot be made. */
    public static final String UNAVAILABLE = "PROCESSED_FILE_UNAVAILABLE";

    private final Source source;
    private final UsageFormat format;

    /**
     * What is written again.
     *
     * @param format the one that recognised the upload
     * @param upload the bytes as they were judged
     * @param options as it was read when it was judged; which tables are wanted does not matter
     * @param columns those of its schema and capabilities
     * @param closed whether any of its records is closed, so that there are billing ids
     */
    public record Source(
            UsageFormat format, UploadSource upload, ReadOptions options, ColumnSet columns, boolean closed) {}

    /**
     * Prepares the file.
     *
     * @throws IOException if the upload cannot be read
     */
    public ProcessedFile(Source source) throws IOException {
        this.source = source;
        try (InputStream in = source.upload().open()) {
            var sample = new ContentSample(
                    in.readNBytes(ContentSample.SIZE), source.columns().headers());
            this.format = source.format().like(sample);
        }
    }

    /** The format of the file: the upload's. */
    public FormatId format() {
        return format.id();
    }

    /**
     * Writes the file.
     *
     * @param general for formats that hold several tables
     * @param outcomes fresh; read to their end
     * @param target stays open
     * @throws RefusedException PROCESSED_FILE_UNAVAILABLE if the upload was not looked into, cannot be read, or has more columns than are read; nothing is written then
     * @throws IOException if the upload cannot be read, or the target not written
     */
    public void write(GeneralSheet general, Outcomes outcomes, OutputStream target) throws IOException {
        var cursors = new Cursors(outcomes);
        UploadLimits limits = source.options().limits();
        FileFindings ofFile = FileFindings.take(cursors, limits.columns());
        int used = outcomes.width();
        if (ofFile.isShapeFault()) {
            used = WidestRow.of(format, source.upload(), options());
        }
        try (RowWriter out = format.write(target, WriteOptions.DEFAULTS);
                Summary summary = new Summary(source.options().temporary())) {
            var rewrite = new Rewrite(source, general, out, cursors, ofFile, summary, used);
            rewrite.begin();
            format.read(source.upload(), options(), rewrite);
            rewrite.finish();
        }
    }

    /** Cells of text formats are not cut, since none of them is lost then; a spreadsheet's are as long as they may be. */
    private ReadOptions options() {
        ReadOptions options = source.options();
        ReadOptions wanted = format.holdsSeveralTables()
                ? options.withTables(TableName.CATEGORIES, TableName.RECORDS)
                : options.withTables(TableName.RECORDS);
        UploadLimits limits = options.limits();
        return format.holdsSeveralTables()
                ? wanted
                : wanted.withLimits(limits.withTable(limits.columns(), limits.rowChars(), limits.rowChars()));
    }
}
