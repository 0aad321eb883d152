package org.usageflow.poi;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Strings in a temporary file, by number. One file holds the strings one after another, each with its length; another holds where every {@value #GROUP}th of them starts, so
 * that neither text nor index grows in memory.
 */
final class SpilledStrings implements Closeable {

    private static final int GROUP = 8;
    private static final int DATA_PAGES = 256;
    private static final int INDEX_PAGES = 64;

    private final PagedFile data;
    private final PagedFile index;
    private long count;
    // Where the reading stands: strings are mostly asked for in the order in which they were written
    private long nextNumber = -1;
    private long at;

    SpilledStrings(@Nullable Path directory) throws IOException {
        data = new PagedFile(directory, DATA_PAGES);
        try {
            index = new PagedFile(directory, INDEX_PAGES);
        } catch (Throwable e) {
            data.close();
            throw e;
        }
    }

    void add(TextBuffer text) throws IOException {
        if (count % GROUP == 0) {
            index.writeLong(data.size());
        }
        count++;
        boolean wide = isWide(text);
        writeLength(text.length << 1 | (wide ? 1 : 0));
        for (int i = 0; i < text.length; i++) {
            if (wide) {
                data.write(text.chars[i] >>> 8);
            }
            data.write(text.chars[i]);
        }
    }

    private static boolean isWide(TextBuffer text) {
        for (int i = 0; i < text.length; i++) {
            if (text.chars[i] > 0xFF) {
                return true;
            }
        }
        return false;
    }

    private void writeLength(int value) throws IOException {
        int rest = value;
        while (rest >= 0x80) {
            data.write(rest | 0x80);
            rest >>>= 7;
        }
        data.write(rest);
    }

    /** Ends the writing. */
    void seal() throws IOException {
        data.flush();
        index.flush();
    }

    /** Appends a string; its number is one that was written. */
    void get(long number, TextBuffer out) throws IOException {
        if (number != nextNumber) {
            at = index.readLong(number / GROUP * 8);
            for (long skipped = number % GROUP; skipped > 0; skipped--) {
                int header = readLength();
                at += (long) (header >>> 1) << (header & 1);
            }
        }
        int header = readLength();
        if ((header & 1) == 0) {
            narrow(header >>> 1, out);
        } else {
            wide(header >>> 1, out);
        }
        nextNumber = number + 1;
    }

    private int readLength() throws IOException {
        int value = 0;
        int shift = 0;
        int b = data.read(at++);
        while (b >= 0x80) {
            value |= (b & 0x7F) << shift;
            shift += 7;
            b = data.read(at++);
        }
        return value | b << shift;
    }

    private void narrow(int length, TextBuffer out) throws IOException {
        int left = length;
        while (left > 0) {
            byte[] page = data.pageOf(at);
            int from = PagedFile.indexInPage(at);
            int here = Math.min(left, PagedFile.pageSize() - from);
            out.appendBytes(page, from, here);
            at += here;
            left -= here;
        }
    }

    private void wide(int length, TextBuffer out) throws IOException {
        for (int i = 0; i < length; i++) {
            out.append((char) (data.read(at) << 8 | data.read(at + 1)));
            at += 2;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            data.close();
        } finally {
            index.close();
        }
    }
}
