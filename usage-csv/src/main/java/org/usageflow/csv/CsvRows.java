package org.usageflow.csv;

import com.univocity.parsers.common.input.CharAppender;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.TextRules;
import org.usageflow.problem.Place;
import org.usageflow.spi.format.DateSystem;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.UploadLimits;

/** Reads one CSV text into a sink. Memory is that of a buffer and of the largest row. */
final class CsvRows {

    private static final int BUFFER = 16 * 1024;
    private static final long PROGRESS = 256 * 1024;

    private final ReadOptions options;
    private final UploadLimits limits;
    private final RowSink sink;
    private final CsvText text;
    private final CellText cells = new CellText();
    private final CsvParser parser;
    private final SourceRow row = new SourceRow();

    // Of the header; -1 before it
    private int width = -1;
    private long record;
    private long position;
    private long reported;

    CsvRows(InputStream in, char delimiter, ReadOptions options, RowSink sink) {
        this.options = options;
        this.limits = options.limits();
        this.sink = sink;
        this.text = new CsvText(in, delimiter, limits, BUFFER, cells::keepAll);
        this.parser = new CsvParser(settings(delimiter));
    }

    // Every setting here undoes a default that loses data, starts a thread or knows no bound
    private CsvParserSettings settings(char delimiter) {
        var settings = new CsvParserSettings() {
            @Override
            protected CharAppender newCharAppender() {
                return cells;
            }
        };
        settings.getFormat().setDelimiter(delimiter);
        settings.getFormat().setComment('\0');
        settings.getFormat().setLineSeparator("\n");
        settings.getFormat().setNormalizedNewline('\n');
        settings.setCommentProcessingEnabled(false);
        settings.setNormalizeLineEndingsWithinQuotes(false);
        settings.setSkipEmptyLines(false);
        settings.trimValues(false);
        settings.trimQuotedValues(false);
        settings.setNullValue(null);
        settings.setEmptyValue(CellText.FILLED);
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.RAISE_ERROR);
        settings.setReadInputOnSeparateThread(false);
        settings.setAutoClosingEnabled(false);
        settings.setInputBufferSize(BUFFER);
        settings.setMaxColumns(CsvText.lastColumn(limits) + 1);
        settings.setMaxCharsPerColumn(limits.rowChars());
        settings.setErrorContentLength(0);
        return settings;
    }

    void read() throws IOException {
        boolean more = true;
        while (more) {
            @Nullable String @Nullable [] values = next();
            if (values == null || text.isBrokenAt(record)) {
                end();
                return;
            }
            more = width < 0 ? header(values) : row(values);
            cells.clear();
            record++;
            progress();
        }
    }

    // The text is checked before the parser sees it, so the parser has nothing to refuse; if it does, that is a fault
    // of the file like any other
    private @Nullable String @Nullable [] next() {
        try {
            if (record == 0) {
                parser.beginParsing(text);
            }
            return parser.parseNext();
        } catch (RuntimeException e) {
            text.refuse(CsvFault.unreadable(text.line(record), "it is not CSV as RFC 4180 has it"));
            return null;
        }
    }

    private boolean header(@Nullable String[] values) {
        var headers = new ArrayList<String>();
        boolean blank = true;
        int cell = 0;
        for (String value : values) {
            String name = value == null ? "" : cells.text(cell++, limits.cellChars());
            blank &= TextRules.isBlank(name);
            headers.add(name);
        }
        return blank || table(headers.subList(0, Math.min(headers.size(), limits.columns() + 1)));
    }

    private boolean table(List<String> headers) {
        width = headers.size();
        return sink.table(SourceTable.of(
                options.onlyTable(), headers, text.line(record), CsvRows::place, DateSystem.EXCEL_1900, true));
    }

    private static Place place(long number, long position, int column, @Nullable String canonical) {
        return new Place(null, number, canonical, null, null);
    }

    private boolean row(@Nullable String[] values) {
        row.begin(text.line(record), position++);
        int cell = 0;
        for (int column = 0; column < values.length && row.width() <= width; column++) {
            if (values[column] != null) {
                add(cell++, column);
            }
        }
        return row.isBlank() || sink.row(row);
    }

    // Beyond the header's width only the first cell that is not blank counts
    private void add(int cell, int column) {
        if (cells.length(cell) > 0 && (column < width || !cells.isBlank(cell))) {
            cells.copy(cell, row, column, limits.cellChars());
        }
    }

    private void progress() {
        if (text.bytesRead() - reported >= PROGRESS) {
            reported = text.bytesRead();
            sink.progress(reported);
        }
    }

    private void end() throws IOException {
        text.throwFailure();
        CsvFault fault = text.fault();
        if (fault == null && width < 0) {
            fault = CsvFault.unreadable(0, "it is empty");
        }
        if (fault != null) {
            fault.report(sink);
        } else {
            sink.progress(text.bytesRead());
        }
    }
}
