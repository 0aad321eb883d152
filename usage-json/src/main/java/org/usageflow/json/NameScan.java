package org.usageflow.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Collects the names of members without a parser, several times as fast: it looks at the outer structure alone, and gives up at anything unusual or wrong, which is then for
 * {@link NamePass} to judge. What it passes over unseen, inside of values, the parser judges when the rows are read.
 */
final class NameScan {

    private static final int SIZE = 64 * 1024;
    private static final int END = -1;
    private static final int NAME_BYTES = 255;
    private static final int DEPTH = 50;

    private final InputStream in;
    private final Members members;
    private final byte[] buffer = new byte[SIZE];
    // By byte: where a run of a text ends
    private final boolean[] stops = new boolean[256];
    private int at;
    private int end;
    private long line = 1;
    private long position = -1;

    // By column: the name's bytes. Objects mostly have the same names in the same order, so the next is guessed.
    // Where nothing is known stands the buffer itself, which is too long to be found in it
    private byte[][] names = new byte[32][];
    private int next;
    private boolean array;

    NameScan(InputStream in, Members members) {
        this.in = in;
        this.members = members;
        Arrays.fill(names, buffer);
        Arrays.fill(stops, 0, ' ', true);
        stops['"'] = true;
        stops['\\'] = true;
    }

    /** Whether the text was plain enough; if not, what was collected does not count. */
    boolean collect() throws IOException {
        try {
            int first = skipSpace();
            array = first == '[';
            return array ? array() : first == '{' && lines();
        } catch (Utf8Stream.MalformedException e) {
            return false;
        }
    }

    boolean isArray() {
        return array;
    }

    private boolean lines() throws IOException {
        int c = '{';
        while (c == '{') {
            if (!object()) {
                return false;
            }
            c = skipSpace();
        }
        return c == END;
    }

    private boolean array() throws IOException {
        int c = skipSpace();
        while (c == '{') {
            if (!object()) {
                return false;
            }
            c = skipSpace();
            if (c == ',') {
                c = skipSpace();
                if (c != '{') {
                    return false;
                }
            }
        }
        return c == ']' && skipSpace() == END;
    }

    // Behind its opening brace
    private boolean object() throws IOException {
        position++;
        next = 0;
        int c = skipSpace();
        if (c == '}') {
            return true;
        }
        while (c == '"' && name() && skipSpace() == ':' && value()) {
            c = skipSpace();
            if (c == '}') {
                return true;
            }
            c = c == ',' ? skipSpace() : END;
        }
        return false;
    }

    private boolean name() throws IOException {
        byte[] guess = next < names.length ? names[next] : buffer;
        if (end - at > guess.length
                && buffer[at + guess.length] == '"'
                && Arrays.equals(buffer, at, at + guess.length, guess, 0, guess.length)) {
            at += guess.length + 1;
            members.note(next++, line, position);
            return true;
        }
        return newName();
    }

    private boolean newName() throws IOException {
        byte[] bytes = new byte[NAME_BYTES];
        int length = 0;
        for (int c = read(); c != '"'; c = read()) {
            if (c < ' ' || c == '\\' || length == NAME_BYTES) {
                return false;
            }
            bytes[length++] = (byte) c;
        }
        String name = new String(bytes, 0, length, StandardCharsets.UTF_8);
        int column = members.note(name, line, position);
        if (column != Members.NONE) {
            if (column >= names.length) {
                int before = names.length;
                names = Arrays.copyOf(names, column * 2);
                Arrays.fill(names, before, names.length, buffer);
            }
            names[column] = Arrays.copyOf(bytes, length);
            next = column + 1;
        }
        return true;
    }

    private boolean value() throws IOException {
        int c = skipSpace();
        if (c == '"') {
            return string();
        } else if (c == '{' || c == '[') {
            return structure();
        }
        boolean any = false;
        while (isScalar(c)) {
            any = true;
            c = read();
        }
        unread(c);
        return any;
    }

    private static boolean isScalar(int c) {
        return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || (c >= 'a' && c <= 'z') || c == 'E';
    }

    // Behind its opening quote
    private boolean string() throws IOException {
        while (at < end || fill()) {
            at = endOfRun();
            if (at < end) {
                int c = read();
                if (c == '"') {
                    return true;
                } else if (c != '\\' || read() < ' ') {
                    return false;
                }
            }
        }
        return false;
    }

    private int endOfRun() {
        byte[] bytes = buffer;
        boolean[] table = stops;
        int last = end;
        int i = at;
        while (i < last && !table[bytes[i] & 0xFF]) {
            i++;
        }
        return i;
    }

    // Behind its opening bracket
    private boolean structure() throws IOException {
        int depth = 1;
        while (depth > 0 && depth < DEPTH) {
            int c = skipSpace();
            if (c == '"' ? !string() : c == END) {
                return false;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        }
        return depth == 0;
    }

    private int skipSpace() throws IOException {
        int c = read();
        boolean pair = false;
        while (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            line += c == '\r' || (c == '\n' && !pair) ? 1 : 0;
            pair = c == '\r';
            c = read();
        }
        return c;
    }

    private int read() throws IOException {
        return at < end || fill() ? buffer[at++] & 0xFF : END;
    }

    // Only ever what was read last, from the same buffer
    private void unread(int c) {
        at -= c == END ? 0 : 1;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer, 0, SIZE));
        return end > 0;
    }
}
