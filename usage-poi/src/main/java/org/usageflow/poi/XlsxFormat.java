package org.usageflow.poi;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.usageflow.spi.format.ContentSample;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.format.WriteOptions;

/**
 * XLSX workbooks, transitional and strict; tables are tabs, found by name.
 *
 * <p>Reading: the container is checked before anything is parsed, each entry is inflated once, and what is inflated is counted while it is read. Memory is that of the largest
 * row and some fixed buffers; shared strings beyond a limit go to a temporary file. A number is the exact text of its cell; strings have their {@code _xHHHH_} escapes decoded;
 * phonetic text is no part of a value. Old binary workbooks are told apart only to say what is wrong with them.
 *
 * <p>Writing: strings are inline, nothing but the row at hand is held, and equal input gives equal bytes. Numbers of up to 15 significant digits become numeric cells, longer
 * ones text, so that both are read back exactly.
 *
 * <p>Thread-safe. Source: rules §3, §3.3, §9.
 */
public final class XlsxFormat implements UsageFormat {

    private static final Logger LOG = LoggerFactory.getLogger(XlsxFormat.class);

    /** Makes the format; it has no settings. */
    public XlsxFormat() {}

    @Override
    public FormatId id() {
        return FormatId.XLSX;
    }

    @Override
    public boolean holdsSeveralTables() {
        return true;
    }

    /** Whether the content begins as a zip or an OLE container does. */
    @Override
    public boolean recognises(ContentSample sample) {
        return sample.startsWith('P', 'K', 3, 4)
                || sample.startsWith('P', 'K', 5, 6)
                || sample.startsWith(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
    }

    @Override
    public void read(UploadSource source, ReadOptions options, RowSink sink) throws IOException {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(sink, "sink");
        try {
            new WorkbookReader(options, sink).read(source.path());
        } catch (FaultException fault) {
            LOG.debug("workbook refused: {}", fault.code());
            fault.pushInto(sink);
        }
    }

    @Override
    public RowWriter write(OutputStream target, WriteOptions options) throws IOException {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(options, "options");
        return new WorkbookWriter(target, options);
    }
}
