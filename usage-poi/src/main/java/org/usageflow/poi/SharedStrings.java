package org.usageflow.poi;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The strings that a workbook's cells refer to by number. The first ones, which are the most used, stay in memory; from a limit on they go to a temporary file, so that memory
 * does not grow with the upload.
 */
final class SharedStrings implements Closeable {

    private static final long SI = XmlNames.key("si");
    private static final long T = XmlNames.key("t");
    private static final long R = XmlNames.key("r");

    private final int mostChars;
    private final int mostStrings;
    private final @Nullable Path directory;
    private char[] chars = new char[4096];
    private int[] ends = new int[256];
    private int held;
    private long count;
    private @Nullable SpilledStrings spilled;

    /**
     * An empty table.
     *
     * @param mostChars characters that stay in memory
     * @param mostStrings strings that stay in memory
     * @param directory for the temporary file; null for the system's
     */
    SharedStrings(int mostChars, int mostStrings, @Nullable Path directory) {
        this.mostChars = mostChars;
        this.mostStrings = mostStrings;
        this.directory = directory;
    }

    /** Reads the part of the strings. What it says of their number is not believed. */
    void read(InputStream part, int cellChars) throws IOException {
        XmlScanner xml = new XmlScanner(part);
        TextBuffer text = new TextBuffer(cellChars);
        xml.root("sst");
        while (xml.next() == XmlScanner.START) {
            if (xml.isElement(SI)) {
                text.clear();
                richText(xml, text);
                text.unescape();
                text.finish();
                add(text);
            } else {
                xml.skip();
            }
        }
        xml.finish();
        seal();
    }

    /** Ends the adding; only then can strings be asked for. */
    void seal() throws IOException {
        if (spilled != null) {
            spilled.seal();
        }
    }

    /** Reads the text of a string, run by run, up to its end; phonetic hints are no part of it. */
    static void richText(XmlScanner xml, TextBuffer out) throws IOException {
        while (xml.next() == XmlScanner.START) {
            if (xml.isElement(T)) {
                xml.elementText(out);
            } else if (xml.isElement(R)) {
                run(xml, out);
            } else {
                xml.skip();
            }
        }
    }

    private static void run(XmlScanner xml, TextBuffer out) throws IOException {
        while (xml.next() == XmlScanner.START) {
            if (xml.isElement(T)) {
                xml.elementText(out);
            } else {
                xml.skip();
            }
        }
    }

    void add(TextBuffer text) throws IOException {
        count++;
        if (spilled == null && held < mostStrings && end(held) + text.length <= mostChars) {
            hold(text);
            return;
        }
        if (spilled == null) {
            spilled = new SpilledStrings(directory);
        }
        spilled.add(text);
    }

    private void hold(TextBuffer text) {
        int start = end(held);
        int end = start + text.length;
        if (end > chars.length) {
            chars = Arrays.copyOf(chars, Math.min(mostChars, Math.max(end, chars.length * 2)));
        }
        if (held == ends.length) {
            ends = Arrays.copyOf(ends, Math.min(mostStrings, held * 2));
        }
        System.arraycopy(text.chars, 0, chars, start, text.length);
        ends[held++] = end;
    }

    private int end(int strings) {
        return strings == 0 ? 0 : ends[strings - 1];
    }

    long count() {
        return count;
    }

    /** Appends a string; its number is below {@link #count}. */
    void get(long number, TextBuffer out) throws IOException {
        if (number < held) {
            int index = (int) number;
            int start = end(index);
            out.append(chars, start, ends[index] - start);
        } else if (spilled != null) {
            spilled.get(number - held, out);
        }
    }

    @Override
    public void close() throws IOException {
        if (spilled != null) {
            spilled.close();
        }
    }
}
