package org.usageflow.csv;

import java.io.IOException;
import java.io.InputStream;
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
 * CSV as RFC 4180 has it: UTF-8 with or without a byte order mark, quotes doubled inside quotes, line ends CRLF, LF or CR, also mixed. A file holds one table.
 *
 * <p>Reading keeps every character of a cell, blanks and line ends inside quotes included; what is not RFC 4180 (a quote inside a field that is not quoted, text behind a
 * closing quote, a quote that is not closed, NUL, bytes that are not UTF-8) is FILE_UNREADABLE at its line. A row's number is the line on which it starts.
 *
 * <p>Writing gives a header, CRLF, no byte order mark, and an apostrophe before text that a spreadsheet would run as a formula. NUL and surrogates without a partner, which no
 * usage may hold, are written as U+FFFD.
 *
 * <p>Immutable, thread-safe; memory of a read is that of its largest row. Source: rules §3.5, §9.
 */
public final class CsvFormat implements UsageFormat {

    private final char delimiter;

    /** With commas. */
    public CsvFormat() {
        this(',');
    }

    private CsvFormat(char delimiter) {
        this.delimiter = delimiter;
    }

    /**
     * With another character between cells.
     *
     * @param delimiter comma, semicolon or tab
     * @throws IllegalArgumentException for any other
     */
    public static CsvFormat delimitedBy(char delimiter) {
        if (delimiter != ',' && delimiter != ';' && delimiter != '\t') {
            throw new IllegalArgumentException("a delimiter is a comma, a semicolon or a tab");
        }
        return new CsvFormat(delimiter);
    }

    @Override
    public FormatId id() {
        return FormatId.CSV;
    }

    /** {@inheritDoc} It is CSV if its first line names a known column, whatever the delimiter. */
    @Override
    public boolean recognises(ContentSample sample) {
        char first = sample.firstCharacter();
        return first != '[' && first != '{' && !isContainer(sample) && sample.firstLineNamesColumn();
    }

    // Zip and OLE
    private static boolean isContainer(ContentSample sample) {
        return sample.startsWith('P', 'K', 3, 4)
                || sample.startsWith('P', 'K', 5, 6)
                || sample.startsWith(0xD0, 0xCF, 0x11, 0xE0);
    }

    @Override
    public void read(UploadSource source, ReadOptions options, RowSink sink) throws IOException {
        if (source.size() > options.limits().bytes()) {
            CsvFault.fileTooLarge(options.limits().bytes()).report(sink);
            return;
        }
        try (InputStream in = source.open()) {
            new CsvRows(in, delimiter, options, sink).read();
        }
    }

    @Override
    public RowWriter write(OutputStream target, WriteOptions options) {
        return new CsvRowWriter(target, delimiter);
    }
}
