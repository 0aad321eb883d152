package org.usageflow.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.TextRules;
import org.usageflow.spi.format.UploadLimits;

/**
 * CSV text as the parser is to see it: what is no CSV never reaches it.
 *
 * <p>Line ends outside quotes become {@code \n}, the last record gets one, and those inside quotes stay as written. Each record's line is remembered. The text ends before
 * the first record that is broken or beyond the limits, whose fault is then known. Of the cells beyond the limit for columns one remains, the first that is not blank,
 * without its quotes; so the parser's own limit is never met.
 */
final class CsvText extends Reader {

    /** Where in a field the scan stands. */
    private enum State {
        START,
        PLAIN,
        QUOTED,
        /** Behind a quote inside a quoted field: its end, or the first half of a quote. */
        CLOSED
    }

    /** What has been seen of the cells beyond the limit. */
    private enum Overflow {
        BLANK,
        OPEN,
        DONE
    }

    private final Utf8Text utf8;
    private final char delimiter;
    // Bits of the characters that end a run outside quotes; all are below 64
    private final long stops;
    private final Runnable refilling;
    private final PlainRecord plain;
    private final int lastColumn;
    private final int rowChars;
    private final LineNumbers lines;

    private State state = State.START;
    private Overflow overflow = Overflow.BLANK;
    private boolean afterCarriageReturn;
    private long line = 1;
    private long quoteLine;
    private long records;
    private int column;
    // Characters of the record that belong to no cell
    private long structural;
    // Counted over the whole text: where the record starts, and where the buffer does
    private long recordFrom;
    private long base;

    // Of the buffer at hand: text before "write" is in place, text from "kept" on is still to be moved there
    private char[] text = {};
    private int from;
    private int write;
    private int kept;
    private int recordWrite;

    private boolean ended;
    private @Nullable CsvFault fault;
    private @Nullable IOException failure;

    /**
     * Reads the stream.
     *
     * @param buffer the most characters that are asked for at a time
     * @param refilling told before a buffer is filled anew
     */
    CsvText(InputStream in, char delimiter, UploadLimits limits, int buffer, Runnable refilling) {
        this.refilling = refilling;
        this.utf8 = new Utf8Text(in);
        this.delimiter = delimiter;
        this.stops = 1L | 1L << '\n' | 1L << '\r' | 1L << '"' | 1L << delimiter;
        this.plain = new PlainRecord(delimiter, Math.min(limits.columns(), limits.rowChars()));
        this.lastColumn = lastColumn(limits);
        this.rowChars = limits.rowChars();
        this.lines = new LineNumbers(buffer);
        lines.put(0, line);
    }

    /** The highest column that the parser sees. */
    static int lastColumn(UploadLimits limits) {
        return limits.columns() + 1;
    }

    @Override
    public int read(char[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        refilling.run();
        int written = 0;
        while (written == 0 && !ended) {
            written = readOnce(target, offset, length);
        }
        return written == 0 ? -1 : written;
    }

    private int readOnce(char[] target, int offset, int length) {
        text = target;
        from = offset;
        write = offset;
        kept = offset;
        recordWrite = offset;
        try {
            // One place is left for the line end of the last record
            int count = utf8.read(target, offset, length - 1);
            return count < 0 ? finish() : scan(offset + count);
        } catch (IOException e) {
            // The parser would wrap it; the reader throws it when the parser has come to this record
            failure = e;
            ended = true;
            return 0;
        }
    }

    private int scan(int end) {
        int at = from;
        while (at < end && fault == null) {
            at = isBetweenRecords() ? plainRecords(at, end) : at;
            at = at < end ? step(at, end) : at;
        }
        drop(end, end);
        if (fault == null && length(end) > rowChars) {
            refuse(CsvFault.rowTooLarge(lines.get(records), rowChars));
        }
        base += end - from;
        return (fault == null ? write : recordWrite) - from;
    }

    private boolean isBetweenRecords() {
        return column == 0 && state == State.START && !afterCarriageReturn;
    }

    // Goes over whole records that are short and have nothing unusual; the first that has not is scanned step by step
    private int plainRecords(int start, int end) {
        int next = start;
        int at = plain.endOfRecord(text, next, end);
        while (at >= 0) {
            next = at + 1;
            if (text[at] == '\r') {
                text[at] = '\n';
                afterCarriageReturn = next == end;
                if (next < end && text[next] == '\n') {
                    drop(next, next + 1);
                    next++;
                }
            }
            lines.put(++records, ++line);
            at = plain.endOfRecord(text, next, end);
        }
        recordFrom = base + (next - from);
        recordWrite = write + (next - kept);
        return next;
    }

    private int step(int at, int end) {
        int stop = state == State.QUOTED ? endOfQuoted(at, end) : endOfPlain(at, end);
        if (stop > at) {
            ordinary(at, stop);
        }
        if (stop == end || fault != null) {
            return stop;
        }
        special(text[stop], stop);
        return stop + 1;
    }

    private int endOfPlain(int start, int end) {
        char[] source = text;
        long mask = stops;
        int at = start;
        while (at < end && (source[at] >= 64 || (mask >>> source[at] & 1) == 0)) {
            at++;
        }
        return at;
    }

    private int endOfQuoted(int start, int end) {
        char[] source = text;
        int at = start;
        while (at < end) {
            char c = source[at];
            if (c <= '"' && (c == '"' || c == '\n' || c == '\r' || c == 0)) {
                break;
            }
            at++;
        }
        return at;
    }

    private void ordinary(int start, int end) {
        afterCarriageReturn = false;
        if (state == State.CLOSED) {
            refuse(CsvFault.unreadable(line, "there is text behind the closing quote of a field"));
        } else if (state == State.START) {
            state = State.PLAIN;
        }
        if (column >= lastColumn) {
            overflow(start, end);
        }
    }

    private void special(char c, int at) {
        boolean pair = afterCarriageReturn && c == '\n';
        afterCarriageReturn = c == '\r';
        if (c == delimiter) {
            delimiter(at);
        } else if (c == '"') {
            quote(at);
        } else if (c == 0) {
            refuse(CsvFault.unreadable(line, "it contains a NUL character"));
        } else if (state == State.QUOTED) {
            line += pair ? 0 : 1;
            dropOverflow(at);
        } else if (pair) {
            drop(at, at + 1);
            recordFrom++;
        } else {
            line++;
            text[at] = '\n';
            endRecord(at);
        }
    }

    private void delimiter(int at) {
        dropOverflow(at);
        overflow = overflow == Overflow.OPEN ? Overflow.DONE : overflow;
        structural++;
        column++;
        state = State.START;
    }

    private void quote(int at) {
        dropOverflow(at);
        switch (state) {
            case START -> {
                structural++;
                quoteLine = line;
                state = State.QUOTED;
            }
            case PLAIN -> refuse(CsvFault.unreadable(line, "there is a quote inside a field that is not quoted"));
            case QUOTED -> {
                structural++;
                state = State.CLOSED;
            }
            case CLOSED -> state = State.QUOTED;
        }
    }

    private void endRecord(int at) {
        if (length(at) > rowChars) {
            refuse(CsvFault.rowTooLarge(lines.get(records), rowChars));
            return;
        }
        records++;
        lines.put(records, line);
        state = State.START;
        overflow = Overflow.BLANK;
        column = 0;
        structural = 0;
        recordFrom = base + (at + 1 - from);
        recordWrite = write + (at + 1 - kept);
    }

    // Characters of the record's cells up to that place
    private long length(int at) {
        return base + (at - from) - recordFrom - structural;
    }

    private int finish() {
        ended = true;
        String defect = utf8.defect();
        if (defect != null) {
            refuse(CsvFault.unreadable(line, defect));
        } else if (state == State.QUOTED) {
            refuse(CsvFault.unreadable(quoteLine, "the quoted field that begins here has no end"));
        } else if (base > recordFrom) {
            text[from] = '\n';
            endRecord(from);
            return 1;
        }
        return 0;
    }

    private void overflow(int start, int end) {
        if (overflow == Overflow.BLANK) {
            int at = start;
            while (at < end && TextRules.isWhiteSpace(text[at])) {
                at++;
            }
            drop(start, at);
            overflow = at < end ? Overflow.OPEN : Overflow.BLANK;
        } else if (overflow == Overflow.DONE) {
            drop(start, end);
        }
    }

    private void dropOverflow(int at) {
        if (column >= lastColumn) {
            drop(at, at + 1);
        }
    }

    private void drop(int start, int end) {
        if (write != kept) {
            System.arraycopy(text, kept, text, write, start - kept);
        }
        write += start - kept;
        kept = end;
    }

    /** Ends the text before the record at hand. */
    void refuse(CsvFault found) {
        fault = found;
        ended = true;
    }

    /** The line on which a record starts, whose number is not far behind the text read. */
    long line(long record) {
        return lines.get(record);
    }

    /** Whether the text ends before that record for want of being right or readable. */
    boolean isBrokenAt(long record) {
        return record >= records && (fault != null || failure != null);
    }

    @Nullable
    CsvFault fault() {
        return fault;
    }

    /**
     * Does nothing if the source could be read.
     *
     * @throws IOException if it could not
     */
    void throwFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    long bytesRead() {
        return utf8.bytesRead();
    }

    /** Does nothing: the stream belongs to who opened it. */
    @Override
    public void close() {}
}
